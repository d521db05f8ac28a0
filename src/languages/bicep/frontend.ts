import type {
  Discovery,
  EvaluatedStack,
  Frontend,
  FrontendOptions,
  FrontendSession,
  StackInputs,
  StackSource,
} from "../../model/index.ts";
import { Diagnostics, type Reader } from "../../source/index.ts";
import { filesOf } from "../arm/core/files.ts";
import { runTemplate } from "../arm/core/run.ts";
import { commentsOf } from "../arm/json/index.ts";
import { findStacks } from "./discover/index.ts";
import { BicepLoader, closure } from "./load/index.ts";
import { readGivenParameters } from "./parameters/index.ts";

/** Bicep source, without the Bicep compiler. */
export const bicep: Frontend = {
  language: "bicep",
  open: (reader, options = {}) => new BicepSession(reader, options),
};

class BicepSession implements FrontendSession {
  readonly #reader: Reader;
  readonly #options: FrontendOptions;
  readonly #loader: BicepLoader;

  constructor(reader: Reader, options: FrontendOptions) {
    this.#reader = reader;
    this.#options = options;
    this.#loader = new BicepLoader(reader, options.moduleCache);
  }

  async discover(paths: readonly string[]): Promise<Discovery> {
    return findStacks(paths, this.#loader, this.#reader);
  }

  async evaluate(stack: StackSource, inputs: StackInputs = {}): Promise<EvaluatedStack> {
    const diagnostics = new Diagnostics();
    const file = this.#reader.read(stack.path);
    if (typeof file === "string") {
      const message = `The file cannot be read (${file}).`;
      diagnostics.add({ severity: "error", code: "unreadable-file", message, path: stack.path });
      return nothingRead(stack, diagnostics);
    }
    const main = this.#loader.load(file);
    const paths = inputs.parameters ?? [];
    const context = { loader: this.#loader, reader: this.#reader, diagnostics, options: this.#options };
    const given = readGivenParameters(paths, main.template, context);
    const loaded = [...new Set([...closure(main), ...given.loaded])];
    for (const one of loaded) for (const diagnostic of one.diagnostics) diagnostics.add(diagnostic);
    const files = [...new Set([...loaded.map((one) => one.file), ...filesOf(main.template)])];
    // Templates that a module in JSON links to are opened by the module, not by the loader.
    const linked = files.filter((one) => !loaded.some(({ file: own }) => own === one));
    return runTemplate(main.template, {
      language: "bicep",
      path: stack.path,
      inputs: paths,
      parameters: given.values,
      diagnostics,
      ...(inputs.cloud !== undefined && { cloud: inputs.cloud }),
      options: this.#options,
      files,
      comments: [...loaded.flatMap((one) => one.comments), ...linked.flatMap(commentsOf)],
    });
  }
}

function nothingRead(stack: StackSource, diagnostics: Diagnostics): EvaluatedStack {
  return {
    path: stack.path,
    language: "bicep",
    inputs: [],
    resources: [],
    opaqueModules: [],
    diagnostics: diagnostics.all,
    files: [],
    assumptions: [],
    outputs: new Map(),
    comments: [],
  };
}
