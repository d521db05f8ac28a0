import type { Comment } from "../../../model/index.ts";
import {
  type Diagnostic,
  Diagnostics,
  folderOf,
  joinPath,
  type Reader,
  type SourceFile,
  type Span,
} from "../../../source/index.ts";
import type { OpaqueTemplate } from "../../arm/core/template.ts";
import { commentsOf, type JsonNode, kindOf, parseTemplate, readJson } from "../../arm/json/index.ts";
import { type ImportSource, lowerFile, type Surroundings } from "../lower/index.ts";
import { type BicepFile, parseBicep } from "../syntax/index.ts";
import { BicepConfigurations } from "./configuration.ts";
import { fileFunctionsIn } from "./file-functions.ts";
import { jsonTypes } from "./json-types.ts";
import { moduleReference } from "./module-reference.ts";

/** A file made ready to run, with what it brings along. */
export interface Loaded extends ImportSource {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly comments: readonly Comment[];
  /** Files that it deploys or imports from. */
  readonly uses: readonly Loaded[];
}

/** Longest chain of files that deploy or import each other. */
const DEEPEST = 32;

/** Opens Bicep files and what they refer to. Each file is parsed and lowered once in the life of a loader. */
export class BicepLoader {
  readonly #reader: Reader;
  readonly #cache: Reader | undefined;
  readonly #configurations: BicepConfigurations;
  readonly #parsed = new Map<SourceFile, BicepFile>();
  readonly #loaded = new Map<SourceFile, Loaded>();

  /** `cache`: Bicep's folder of restored modules, if it may be read. */
  constructor(reader: Reader, cache: Reader | undefined) {
    this.#reader = reader;
    this.#cache = cache;
    this.#configurations = new BicepConfigurations(reader);
  }

  parse(file: SourceFile): BicepFile {
    const known = this.#parsed.get(file);
    if (known) return known;
    const parsed = parseBicep(file);
    this.#parsed.set(file, parsed);
    return parsed;
  }

  load(file: SourceFile): Loaded {
    return this.#load(file, [], this.#reader);
  }

  /** The path that a module, import, `using` or `extends` in a file names, if it is one of the repository. */
  pathFrom(file: SourceFile, written: string): string | undefined {
    const folder = folderOf(file.path);
    const reference = moduleReference(written, this.#configurations.aliasesFor(folder));
    return reference.kind === "file" ? joinPath(folder, reference.path) : undefined;
  }

  #load(file: SourceFile, opening: readonly SourceFile[], reader: Reader): Loaded {
    const known = this.#loaded.get(file);
    if (known) return known;
    const loaded = /\.jsonc?$/i.test(file.path)
      ? this.#loadJson(file, reader)
      : this.#loadBicep(file, opening);
    this.#loaded.set(file, loaded);
    return loaded;
  }

  #loadBicep(file: SourceFile, opening: readonly SourceFile[]): Loaded {
    const parsed = this.parse(file);
    const uses: Loaded[] = [];
    const found = new Diagnostics();
    const folder = folderOf(file.path);
    const open = (path: string, at: Span): Loaded | OpaqueTemplate => {
      const opened = this.#open(path, at, [...opening, file], found);
      if (!isOpaque(opened)) uses.push(opened);
      return opened;
    };
    const surroundings: Surroundings = {
      module: (path, at) => {
        const opened = open(path, at);
        return isOpaque(opened) ? opened : opened.template;
      },
      source: (path, at) => {
        const opened = open(path, at);
        return isOpaque(opened) ? undefined : opened;
      },
      fileFunctions: fileFunctionsIn(folder, this.#reader),
    };
    const { template, types, diagnostics } = lowerFile(parsed, surroundings);
    for (const one of found.all) diagnostics.add(one);
    return {
      file,
      template,
      types,
      functionName: (name) => name,
      diagnostics: diagnostics.all,
      comments: parsed.comments,
      uses,
    };
  }

  #loadJson(file: SourceFile, reader: Reader): Loaded {
    const diagnostics = new Diagnostics();
    const { root, diagnostics: mistakes } = readJson(file);
    for (const one of mistakes) diagnostics.add(one);
    if (kindOf(root) !== "template") {
      diagnostics.error("invalid-template", `'${file.path}' is no ARM template.`, { file, start: 0, end: 1 });
    }
    const template = parseTemplate(file, root ?? EMPTY, { reader, diagnostics, opening: [], around: [] });
    return {
      file,
      template,
      types: jsonTypes(file, root, diagnostics),
      // Compiled Bicep keeps its functions in this namespace.
      functionName: (name) => `__bicep.${name}`.toLowerCase(),
      diagnostics: diagnostics.all,
      comments: commentsOf(file),
      uses: [],
    };
  }

  #open(
    written: string,
    at: Span,
    opening: readonly SourceFile[],
    diagnostics: Diagnostics,
  ): Loaded | OpaqueTemplate {
    const opaque = (reason: string): OpaqueTemplate => ({ source: written, reason, span: at });
    const folder = folderOf(at.file.path);
    const reference = moduleReference(written, this.#configurations.aliasesFor(folder));
    switch (reference.kind) {
      case "unknown":
        diagnostics.error("unknown-module", reference.problem, at);
        return opaque("not understood");
      case "registry":
      case "template-spec": {
        const file = this.#cache?.read(reference.cached);
        if (file !== undefined && typeof file !== "string" && this.#cache)
          return this.#load(file, opening, this.#cache);
        const what = reference.kind === "registry" ? "registry module" : "template spec";
        return { ...opaque(`${what}, not restored`), source: reference.source };
      }
      case "file":
        return (
          this.#openFile(joinPath(folder, reference.path), at, opening, diagnostics) ??
          opaque("not in the repository")
        );
    }
  }

  #openFile(
    path: string,
    at: Span,
    opening: readonly SourceFile[],
    diagnostics: Diagnostics,
  ): Loaded | undefined {
    const file = this.#reader.read(path);
    if (typeof file === "string") {
      if (file === "outside")
        diagnostics.error("outside-repository", `'${path}' leads out of the repository.`, at);
      else if (file === "missing") diagnostics.error("missing-module", `There is no file '${path}'.`, at);
      else diagnostics.error("unreadable-file", `'${path}' cannot be read (${file}).`, at);
      return undefined;
    }
    if (opening.includes(file)) {
      diagnostics.error(
        "recursive-module",
        `'${path}' is already being opened here: files may not use themselves.`,
        at,
      );
      return undefined;
    }
    if (opening.length > DEEPEST) {
      diagnostics.error("too-deep", `More than ${DEEPEST} files use each other in a chain here.`, at);
      return undefined;
    }
    return this.#load(file, opening, this.#reader);
  }
}

const EMPTY: JsonNode = { type: "object", offset: 0, length: 0, children: [] };

function isOpaque(opened: Loaded | OpaqueTemplate): opened is OpaqueTemplate {
  return "reason" in opened;
}

/** A file and all that it uses, each once. */
export function closure(loaded: Loaded): readonly Loaded[] {
  const all = new Set<Loaded>();
  const visit = (one: Loaded): void => {
    if (all.has(one)) return;
    all.add(one);
    one.uses.forEach(visit);
  };
  visit(loaded);
  return [...all];
}
