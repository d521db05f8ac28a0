import { joinPath, type Reader, SourceFile, type Unreadable } from "../../../source/index.ts";
import { type ParsedFile, parseHcl, parseJson, parseWithFallback } from "../syntax/index.ts";
import { collectModule } from "./declarations.ts";
import type { Module } from "./module.ts";
import { moduleFiles } from "./module-files.ts";

/** Why a folder gave no module: it could not be read, or holds no configuration (`empty`). */
export type NoModule = Unreadable | "empty";

/** Reads modules and keeps them: a folder that several stacks use is read and parsed once. */
export class ModuleLoader {
  readonly reader: Reader;
  readonly #parsed = new Map<SourceFile, Promise<ParsedFile>>();
  readonly #modules = new Map<string, Promise<Module | NoModule>>();

  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** The module in a folder. */
  load(folder: string): Promise<Module | NoModule> {
    const path = joinPath(folder);
    let module = this.#modules.get(path);
    if (!module) {
      module = this.#read(path);
      this.#modules.set(path, module);
    }
    return module;
  }

  /** Parses a file by its name's ending. What our own parser rejects gets a second hearing. */
  parse(file: SourceFile): Promise<ParsedFile> {
    let parsed = this.#parsed.get(file);
    if (!parsed) {
      parsed = this.#parse(file);
      this.#parsed.set(file, parsed);
    }
    return parsed;
  }

  async #parse(file: SourceFile): Promise<ParsedFile> {
    if (file.path.endsWith(".json")) return parseJson(file);
    const parsed = parseHcl(file);
    return parsed.diagnostics.some((diagnostic) => diagnostic.severity === "error")
      ? await parseWithFallback(file)
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
