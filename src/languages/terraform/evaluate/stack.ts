import type {
  EvaluatedStack,
  FrontendOptions,
  OpaqueModule,
  RawResource,
  StackInputs,
} from "../../../model/index.ts";
import type { Diagnostic, SourceFile } from "../../../source/index.ts";
import { TRUE, type Value } from "../../../value/index.ts";
import { type Module, type ModuleLoader, REASONS, readLockFile } from "../load/index.ts";
import { Evaluation } from "./evaluation.ts";
import { evaluate } from "./expression.ts";
import { givenValue, readGivenValues, reportGivenValues } from "./inputs.ts";
import { ModuleInstance } from "./module-instance.ts";
import { ProviderVersions } from "./provider.ts";
import { RecordingReader } from "./recording-reader.ts";
import { checkValidations } from "./variable.ts";

/** Values of variables that are known already, as from a plan; they win over all others. */
export type GivenVariables = ReadonlyMap<string, Value>;

/** Evaluates the root module in a folder with what is given to it. */
export async function evaluateStack(
  loader: ModuleLoader,
  folder: string,
  inputs: StackInputs,
  options: FrontendOptions,
  variables: GivenVariables = new Map(),
): Promise<EvaluatedStack> {
  const configuration = await loader.configuration(folder);
  if (typeof configuration === "string") return notThere(folder, REASONS[configuration]);
  const given = await readGivenValues(loader, configuration.root, inputs);
  const versions = new ProviderVersions(configuration, await readLockFile(loader, folder));
  const reader = new RecordingReader(loader.reader);
  const hasInputs = given.values.size + given.files.length + variables.size > 0;
  const declaresInputs = configuration.root.variables.size > 0;
  const evaluation = new Evaluation(reader, evaluate, options, hasInputs || !declaresInputs);
  const root = new ModuleInstance(
    { evaluation, configuration, versions, shapes: new Map() },
    {
      module: configuration.root,
      address: "",
      path: [],
      ancestors: [],
      condition: TRUE,
      symbolic: false,
      argument: (name) => variables.get(name) ?? givenValue(given, name, evaluation, folder),
      providers: new Map(),
    },
  );
  reportGivenValues(given, configuration.root, evaluation);
  const { resources, opaqueModules, used } = collect(root, evaluation, loader);
  const outputs = new Map(
    [...configuration.root.outputs.keys()].map((name) => [name, root.output(name) as Value]),
  );
  // A module that no instance uses still must be readable; its comments speak for nothing.
  const files = [...configuration.files, ...given.parsed].map(({ file }) => file);
  const commented = [...[...used].flatMap((module) => module.files), ...given.parsed];
  return {
    path: folder,
    language: "terraform",
    inputs: given.files,
    resources,
    opaqueModules,
    diagnostics: [
      ...configuration.diagnostics,
      ...withoutDangling(evaluation, configuration.root),
      ...ofDefaults(evaluation),
    ],
    files: [...new Set<SourceFile>([...files, ...reader.files])],
    assumptions: versions.assumptions,
    outputs,
    comments: commented.flatMap((file) => loader.commentsOf(file)),
  };
}

/**
 * A folder whose references mostly lead nowhere is a part of another module, as a template for copying is: that is said once, and what
 * they would have given is unknown.
 */
function withoutDangling(evaluation: Evaluation, root: Module): readonly Diagnostic[] {
  const { diagnostics, fragment } = evaluation;
  if (!fragment) return diagnostics;
  const own = new Set(root.files.map(({ file }) => file));
  const isDangling = ({ code, span }: Diagnostic): boolean =>
    code === "undeclared-reference" && span !== undefined && own.has(span.file);
  const first = diagnostics.find(isDangling);
  const some = fragment
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(", ");
  const message = `Most names that this folder refers to are not declared in it (${some}${fragment.length > 3 ? " and more" : ""}): it looks like a part of another module. They are taken as unknown.`;
  const warning = {
    severity: "warning",
    code: "fragment",
    message,
    ...(first?.span && { span: first.span }),
  } as const;
  return [warning, ...diagnostics.filter((one) => !isDangling(one))];
}

/**
 * A module that its callers give values, judged by itself: where its defaults alone come to nothing, that is said once and is no
 * mistake of the module.
 */
function ofDefaults({ ofDefaults: mistakes }: Evaluation): readonly Diagnostic[] {
  const [first, ...others] = mistakes;
  if (!first) return [];
  if (others.length === 0 && isRefusal(first)) return [first];
  const refused = mistakes.filter(isRefusal).length;
  const places = mistakes
    .filter((one) => !isRefusal(one))
    .map(({ span }) => `${span?.file.path}:${span?.start}`);
  const valueless = new Set(places).size;
  const what = [
    ...(valueless > 0
      ? [valueless === 1 ? "an expression has no value" : `${valueless} expressions have no value`]
      : []),
    ...(refused > 0 ? [refused === 1 ? "a validation fails" : `${refused} validations fail`] : []),
  ].join(" and ");
  const one = `${valueless + refused > 1 ? ", this one first" : ""}: ${first.message.replace(/(?<![.…])$/, ".")}`;
  const unknown = valueless > 0 ? " What depends on them is taken as unknown;" : "";
  const message = `No values are given for the variables of this module. With their defaults alone ${what}${one}${unknown} \`--var-file\` or \`stacks\` in the configuration gives values.`;
  return [{ ...first, severity: "warning", code: "needs-inputs", message }];
}

/** Whether a variable's validation refuses its value, which is judged all the same. */
function isRefusal({ severity }: Diagnostic): boolean {
  return severity === "warning";
}

function notThere(path: string, reason: string): EvaluatedStack {
  const message = `There is no Terraform module here: ${reason}.`;
  return {
    path,
    language: "terraform",
    inputs: [],
    resources: [],
    opaqueModules: [],
    diagnostics: [{ severity: "error", code: "unreadable-file", message, path }],
    files: [],
    assumptions: [],
    outputs: new Map(),
    comments: [],
  };
}

interface Collected {
  readonly resources: RawResource[];
  readonly opaqueModules: OpaqueModule[];
  readonly used: Set<Module>;
}

/** Everything that a module and those below it come to. Evaluates all that is written, so that no mistake stays unseen. */
function collect(root: ModuleInstance, evaluation: Evaluation, loader: ModuleLoader): Collected {
  const collected: Collected = { resources: [], opaqueModules: [], used: new Set() };
  // Waiting modules are taken from the end; each puts its children there in reverse, so that they come in order of declaration.
  const waiting: (ModuleInstance | OpaqueModule)[] = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!(next instanceof ModuleInstance)) {
      collected.opaqueModules.push(next);
      force(next.inputs);
      continue;
    }
    if (!collected.used.has(next.module)) {
      for (const call of next.module.calls.values()) {
        const target = next.targetModule(call);
        if (target) for (const mistake of loader.argumentMistakes(call, target)) evaluation.report(mistake);
      }
    }
    collected.used.add(next.module);
    for (const resource of next.resources()) {
      force(resource.body);
      collected.resources.push(resource);
    }
    settle(next);
    waiting.push(...[...next.children()].reverse());
  }
  return collected;
}

/** Works out what no resource needs: unused locals and outputs have mistakes, too. */
function settle(instance: ModuleInstance): void {
  const { module } = instance;
  for (const [name, declaration] of module.variables) {
    instance.variable(name);
    checkValidations(declaration, { module: instance, file: declaration.file });
  }
  for (const name of module.locals.keys()) instance.local(name);
  for (const name of module.outputs.keys()) instance.output(name);
}

/** Reads every part of a value, so that everything below it is worked out. */
function force(value: Value): void {
  if (value.kind === "object") for (const _ of value.entries.values());
}
