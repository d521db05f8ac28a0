import type { FrontendOptions } from "../../../model/index.ts";
import type { Diagnostics, Reader, SourceFile } from "../../../source/index.ts";
import { readThrough, TRUE, type Value } from "../../../value/index.ts";
import { Budget } from "../../arm/core/budget.ts";
import { TemplateInstance } from "../../arm/core/instance.ts";
import type { Template } from "../../arm/core/template.ts";
import { readParameters } from "../../arm/json/index.ts";
import { type BicepLoader, closure, type Loaded } from "../load/index.ts";
import { openPlaceholders } from "./placeholders.ts";

export interface ParameterContext {
  readonly loader: BicepLoader;
  readonly reader: Reader;
  readonly diagnostics: Diagnostics;
  readonly options: FrontendOptions;
}

/** What parameter files give together. */
export interface GivenParameters {
  /** By lower-case name; later files win. */
  readonly values: ReadonlyMap<string, Value>;
  /** The Bicep files that were needed for it. */
  readonly loaded: readonly Loaded[];
}

/** Reads `.bicepparam` files, each with those that it extends, and JSON parameter files for a template. */
export function readGivenParameters(
  paths: readonly string[],
  main: Template,
  context: ParameterContext,
): GivenParameters {
  const values = new Map<string, Value>();
  const loaded: Loaded[] = [];
  for (const path of paths) {
    const file = context.reader.read(path);
    if (typeof file === "string") {
      const message = `The parameter file cannot be read (${file}).`;
      context.diagnostics.add({ severity: "error", code: "unreadable-file", message, path });
    } else if (path.toLowerCase().endsWith(".bicepparam")) {
      const opened = context.loader.load(file);
      loaded.push(...closure(opened).filter((one) => !loaded.includes(one)));
      for (const [name, value] of bicepParameters(file, context, [])) values.set(name, value);
    } else {
      const { evaluator } = scratchInstance(main, context);
      const given = readParameters(path, context.reader, evaluator, context.diagnostics) ?? new Map();
      for (const [name, value] of given) values.set(name, openPlaceholders(value));
    }
  }
  return { values, loaded };
}

/** Longest chain of files that extend each other. */
const DEEPEST = 32;

/** The values of a `.bicepparam` file on top of those of the file that it extends; `above` are those that extend it. */
function bicepParameters(
  file: SourceFile,
  context: ParameterContext,
  above: readonly SourceFile[],
): ReadonlyMap<string, Value> {
  const { loader, reader } = context;
  const values = new Map<string, Value>();
  const instance = scratchInstance(loader.load(file).template, context);
  for (const declaration of loader.parse(file).declarations) {
    if (declaration.kind === "extends") {
      const path = loader.pathFrom(file, declaration.path);
      const base = path === undefined ? "missing" : reader.read(path);
      // A file that is missing or leads back here is told where the file was loaded.
      if (typeof base === "string" || base === file || above.includes(base)) continue;
      if (above.length > DEEPEST) continue;
      for (const [name, value] of bicepParameters(base, context, [...above, file])) values.set(name, value);
    } else if (declaration.kind === "param") {
      const value = instance.variable(declaration.name, declaration.nameSpan);
      const step = { kind: "input", span: declaration.span, label: file.path } as const;
      if (value) values.set(declaration.name.toLowerCase(), readThrough(value, step));
    }
  }
  return values;
}

/** A template's names without a deployment, to evaluate what stands in or belongs to a parameter file. */
function scratchInstance(template: Template, { diagnostics, options }: ParameterContext): TemplateInstance {
  return new TemplateInstance(
    template,
    { scope: {}, parameters: new Map(), prefix: "", condition: TRUE, depth: 0 },
    {
      diagnostics,
      budget: new Budget(diagnostics, options.limits),
      resources: [],
      deployments: [],
      opaqueModules: [],
      instances: [],
      language: "bicep",
    },
  );
}
