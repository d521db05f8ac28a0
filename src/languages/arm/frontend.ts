import type {
  Comment,
  Discovery,
  EvaluatedStack,
  Frontend,
  FrontendOptions,
  FrontendSession,
  StackInputs,
  StackSource,
} from "../../model/index.ts";
import {
  baseName,
  type Diagnostic,
  Diagnostics,
  folderOf,
  joinPath,
  type Reader,
  type SourceFile,
  spanText,
} from "../../source/index.ts";
import type { Value } from "../../value/index.ts";
import { Budget } from "./core/budget.ts";
import { type Environment, Evaluator } from "./core/evaluate.ts";
import { filesOf } from "./core/files.ts";
import { runTemplate } from "./core/run.ts";
import { commentsOf } from "./json/comments.ts";
import {
  exportedTemplate,
  type JsonDocument,
  kindOf,
  linkedFiles,
  mayBeArm,
  parseTemplate,
  placeholderIn,
  propertyOf,
  readJson,
  readParameters,
  stringOf,
} from "./json/index.ts";
import { metadataIgnores } from "./json/metadata-ignores.ts";

/** ARM templates, and exports of resources, in JSON. */
export const arm: Frontend = {
  language: "arm",
  open: (reader, options = {}) => new ArmSession(reader, options),
};

/** Folders that hold no code of the user's. */
const SKIPPED: ReadonlySet<string> = new Set([".git", "node_modules", ".terraform"]);

/** How a template begins that the Bicep compiler wrote: such are large, and need not be parsed to be passed over. */
const COMPILED =
  /^\uFEFF?\s*\{\s*("(\$schema|languageVersion|contentVersion)"\s*:\s*"[^"\\]*"\s*,\s*)*"metadata"\s*:\s*\{\s*"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/;

class ArmSession implements FrontendSession {
  readonly #reader: Reader;
  readonly #options: FrontendOptions;
  readonly #documents = new Map<SourceFile, JsonDocument>();

  constructor(reader: Reader, options: FrontendOptions) {
    this.#reader = reader;
    this.#options = options;
  }

  async discover(paths: readonly string[]): Promise<Discovery> {
    const stacks: StackSource[] = [];
    const diagnostics: Diagnostic[] = [];
    const seen = new Set<string>();
    for (const path of paths) {
      const explicit = this.#reader.kind(path) === "file";
      for (const file of explicit ? [joinPath(path)] : this.#jsonFilesBelow(joinPath(path))) {
        if (seen.has(file)) continue;
        seen.add(file);
        if (!this.#isStack(file, explicit)) continue;
        const filledIn = explicit ? undefined : this.#filledIn(file);
        if (filledIn) diagnostics.push(filledIn);
        else stacks.push(this.#stackOf(file));
      }
    }
    const linked = new Set(stacks.flatMap((stack) => this.#links(stack.path)));
    return {
      stacks: stacks.filter((stack) => !linked.has(stack.path) || paths.includes(stack.path)),
      diagnostics,
    };
  }

  async evaluate(stack: StackSource, inputs: StackInputs = {}): Promise<EvaluatedStack> {
    const diagnostics = new Diagnostics();
    const file = this.#reader.read(stack.path);
    if (typeof file === "string") {
      diagnostics.add({
        severity: "error",
        code: "unreadable-file",
        message: `The file cannot be read (${file}).`,
        path: stack.path,
      });
      return emptyStack(stack, diagnostics);
    }
    const document = this.#document(file);
    for (const diagnostic of document.diagnostics) diagnostics.add(diagnostic);
    if (!document.root) return emptyStack(stack, diagnostics);
    const template =
      kindOf(document.root) === "resources"
        ? exportedTemplate(file, document.root, diagnostics)
        : parseTemplate(file, document.root, {
            reader: this.#reader,
            diagnostics,
            opening: [],
            around: [],
          });
    const files = [...filesOf(template)];
    return runTemplate(template, {
      language: "arm",
      path: stack.path,
      inputs: inputs.parameters ?? [],
      parameters: this.#parameters(inputs.parameters ?? [], diagnostics),
      diagnostics,
      ...(inputs.cloud !== undefined && { cloud: inputs.cloud }),
      options: this.#options,
      files,
      comments: files.flatMap((one) => [...commentsOf(one), ...metadataIgnores(this.#document(one))]),
    });
  }

  #parameters(paths: readonly string[], diagnostics: Diagnostics): ReadonlyMap<string, Value> {
    const evaluator = new Evaluator(
      NOTHING_DECLARED,
      diagnostics,
      new Budget(diagnostics, this.#options.limits),
    );
    const values = new Map<string, Value>();
    for (const path of paths) {
      for (const [name, value] of readParameters(path, this.#reader, evaluator, diagnostics) ?? [])
        values.set(name, value);
    }
    return values;
  }

  #isStack(path: string, explicit: boolean): boolean {
    const file = this.#reader.read(path);
    if (typeof file === "string" || !mayBeArm(file)) return false;
    // What the Bicep compiler wrote is judged as the Bicep file beside it, which is what people edit.
    const hasSource = !explicit && sourcesOf(path).some((source) => this.#reader.kind(source) === "file");
    if (hasSource && COMPILED.test(file.text)) return false;
    const { root } = this.#document(file);
    const kind = kindOf(root);
    if (kind === "resources") return true;
    const generator = stringOf(propertyOf(propertyOf(propertyOf(root, "metadata"), "_generator"), "name"));
    return kind === "template" && !(hasSource && generator === "bicep");
  }

  /** Told of a file that only becomes a template when something else fills it in; Terraform's `templatefile` for instance. */
  #filledIn(path: string): Diagnostic | undefined {
    const file = this.#reader.read(path);
    const span = typeof file === "string" ? undefined : placeholderIn(this.#document(file));
    if (!span) return undefined;
    const opening = spanText(span);
    const placeholder = opening.endsWith(">") ? opening : `${opening}…`;
    const message = `This file becomes an ARM template only when \`${placeholder}\` is filled in: it is not judged.`;
    return { severity: "warning", code: "not-json", message, span };
  }

  /** The template with each parameter file of its name as a scenario. */
  #stackOf(path: string): StackSource {
    const folder = folderOf(path);
    const stem = baseName(path)
      .replace(/\.json$/i, "")
      .toLowerCase();
    const scenarios = this.#reader
      .list(folder)
      .filter(({ name, kind }) => kind === "file" && belongsTo(name.toLowerCase(), stem))
      .map(({ name }) => ({ parameters: [joinPath(folder, name)] }));
    return { language: "arm", path, ...(scenarios.length > 0 && { scenarios }) };
  }

  /** Templates below the same run that this one deploys: they are judged through it. */
  #links(path: string): readonly string[] {
    const file = this.#reader.read(path);
    if (typeof file === "string" || !/templateLink/i.test(file.text)) return [];
    const { root } = this.#document(file);
    return root ? linkedFiles(file, root, this.#reader).filter((name) => name !== path) : [];
  }

  #document(file: SourceFile): JsonDocument {
    const known = this.#documents.get(file);
    if (known) return known;
    const document = readJson(file);
    this.#documents.set(file, document);
    return document;
  }

  #jsonFilesBelow(folder: string): readonly string[] {
    const found: string[] = [];
    const visit = (path: string, depth: number): void => {
      if (depth > 40) return;
      for (const { name, kind } of this.#reader.list(path)) {
        if (kind === "directory" && !SKIPPED.has(name)) visit(joinPath(path, name), depth + 1);
        else if (kind === "file" && /\.jsonc?$/i.test(name)) found.push(joinPath(path, name));
      }
    };
    visit(folder, 0);
    return found;
  }
}

/** The Bicep files that a template may be compiled from: of its name, and the one that is published as `azuredeploy.json` by custom. */
function sourcesOf(path: string): readonly string[] {
  const same = path.replace(/\.json$/i, ".bicep");
  return baseName(path).toLowerCase() === "azuredeploy.json"
    ? [same, joinPath(folderOf(path), "main.bicep")]
    : [same];
}

/** `azuredeploy.parameters.json`, `azuredeploy.parameters.prod.json`, and a portal export's `parameters.json`. */
function belongsTo(name: string, stem: string): boolean {
  if (stem === "template" && name === "parameters.json") return true;
  if (!name.startsWith(`${stem}.`) || !name.endsWith(".json")) return false;
  return /^(.*\.)?(parameters|param)(\..*)?\.json$/.test(name.slice(stem.length + 1));
}

/** Parameter files compute nothing. */
const NOTHING_DECLARED: Environment = {
  name: () => undefined,
  call: () => undefined,
  argument: () => undefined,
  nested: () => undefined,
  with: () => NOTHING_DECLARED,
};

function emptyStack(stack: StackSource, diagnostics: Diagnostics): EvaluatedStack {
  const comments: readonly Comment[] = [];
  return {
    path: stack.path,
    language: "arm",
    inputs: [],
    resources: [],
    opaqueModules: [],
    diagnostics: diagnostics.all,
    files: [],
    assumptions: [],
    outputs: new Map(),
    comments,
  };
}
