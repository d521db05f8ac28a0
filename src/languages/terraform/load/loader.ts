import type { Comment } from "../../../model/index.ts";
import {
  type Diagnostic,
  joinPath,
  type Reader,
  SourceFile,
  type Unreadable,
} from "../../../source/index.ts";
import { type ParsedFile, parseHcl, parseJson, parseWithFallback } from "../syntax/index.ts";
import { argumentMistakes } from "./call-arguments.ts";
import { commentsOf } from "./comments.ts";
import { type Configuration, loadConfiguration } from "./configuration.ts";
import { collectModule } from "./declarations.ts";
import type { Module, ModuleCall } from "./module.ts";
import { moduleFiles } from "./module-files.ts";

/** Why a folder gave no module: it could not be read, or holds no configuration (`empty`). */
export type NoModule = Unreadable | "empty";

/** Reads modules and keeps them: a folder that several stacks use is read and parsed once. */
export class ModuleLoader {
  readonly reader: Reader;
  readonly #parsed = new Map<SourceFile, Promise<ParsedFile>>();
  readonly #modules = new Map<string, Promise<Module | NoModule>>();
  readonly #configurations = new Map<string, Promise<Configuration | NoModule>>();
  readonly #mistakes = new Map<ModuleCall, Map<Module, readonly Diagnostic[]>>();
  readonly #comments = new Map<ParsedFile, readonly Comment[]>();

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** A root module with everything below it; the same for every scenario. */
  configuration(folder: string): Promise<Configuration | NoModule> {
    return kept(this.#configurations, joinPath(folder), (path) => loadConfiguration(this, path));
  }

  /** What is wrong with the arguments of a call of a module. */
  argumentMistakes(call: ModuleCall, target: Module): readonly Diagnostic[] {
    const byTarget = kept(this.#mistakes, call, () => new Map<Module, readonly Diagnostic[]>());
    return kept(byTarget, target, () => argumentMistakes(call, target));
  }

  /** The module in a folder. */
  load(folder: string): Promise<Module | NoModule> {
    return kept(this.#modules, joinPath(folder), (path) => this.#read(path));
  }

  /** Parses a file by its name's ending. What our own parser rejects gets a second hearing. */
  parse(file: SourceFile): Promise<ParsedFile> {
    return kept(this.#parsed, file, (source) => this.#parse(source));
  }

  /** The comments of a file, with the blocks they speak for. */
  commentsOf(parsed: ParsedFile): readonly Comment[] {
    return kept(this.#comments, parsed, commentsOf);
  }

  async #parse(file: SourceFile): Promise<ParsedFile> {
    if (file.path.endsWith(".json")) return parseJson(file);
    const parsed = parseHcl(file);
    return parsed.diagnostics.some((diagnostic) => diagnostic.severity === "error")
      ? await parseWithFallback(file, parsed)
      : parsed;
  }

  async #read(folder: string): Promise<Module | NoModule> {
    const kind = this.reader.kind(folder);
    if (kind !== "directory") return kind === "file" ? "missing" : kind;
    const { primary, overrides } = moduleFiles(this.reader.list(folder));
    if (primary.length + overrides.length === 0) return "empty";
    const parse = (names: readonly string[]): Promise<readonly ParsedFile[]> =>
      Promise.all(names.map((name) => this.#parseNamed(joinPath(folder, name))));
    return collectModule(folder, await parse(primary), await parse(overrides));
  }

  async #parseNamed(path: string): Promise<ParsedFile> {
    const file = this.reader.read(path);
    return typeof file === "string" ? unreadable(path, file) : await this.parse(file);
  }
}

/** What was made for a key before, or what is made for it now. */
function kept<K, V>(made: Map<K, V>, key: K, make: (key: K) => V): V {
  const before = made.get(key);
  if (before !== undefined) return before;
  const value = make(key);
  made.set(key, value);
  return value;
}

/** Stands for a file that is there but cannot be read: nothing in it, and a diagnostic that says so. */
function unreadable(path: string, why: Unreadable): ParsedFile {
  const body = { start: 0, end: 0, syntax: "native", attributes: [], blocks: [], broken: true } as const;
  const diagnostic = {
    severity: "error",
    code: "unreadable-file",
    message: `This file cannot be read: ${REASONS[why]}.`,
    path,
  } as const;
  return { file: new SourceFile(path, ""), body, comments: [], diagnostics: [diagnostic] };
}

/** Why a path could not be read, in words. */
export const REASONS: Readonly<Record<NoModule, string>> = {
  missing: "it does not exist",
  outside: "it lies outside the repository",
  "too-large": "it is too large",
  binary: "it is not UTF-8 text",
  denied: "access is denied",
  empty: "it holds no Terraform files",
};
