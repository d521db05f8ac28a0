import { type Diagnostic, Diagnostics, joinPath, type SourceFile, type Span } from "../../../source/index.ts";
import { type Block, type Expression, type ParsedFile, spanOf } from "../syntax/index.ts";
import { bodyOf, overridden } from "./merge.ts";
import type {
  Declaration,
  Module,
  ModuleCall,
  Placed,
  ProviderRequirement,
  ResourceDeclaration,
} from "./module.ts";

/** Blocks that say nothing about the infrastructure as it will be. */
const HARMLESS = new Set(["moved", "removed", "import", "check", "action", "list"]);

/** Puts a module together from its parsed files. What is declared twice, or is no declaration at all, is a diagnostic. */
export function collectModule(
  folder: string,
  primary: readonly ParsedFile[],
  overrides: readonly ParsedFile[],
): Module {
  const collector = new Collector(folder);
  for (const file of primary) collector.file(file, false);
  for (const file of overrides) collector.file(file, true);
  return {
    folder,
    files: [...primary, ...overrides],
    variables: collector.variables,
    locals: collector.locals,
    resources: collector.resources,
    data: collector.data,
    ephemeral: collector.ephemeral,
    calls: collector.calls,
    outputs: collector.outputs,
    requirements: collector.requirements,
    providerVersions: collector.providerVersions,
    diagnostics: collector.all,
  };
}

class Collector {
  readonly variables = new Map<string, Declaration>();
  readonly locals = new Map<string, Placed<Expression>>();
  readonly resources = new Map<string, ResourceDeclaration>();
  readonly data = new Map<string, ResourceDeclaration>();
  readonly ephemeral = new Set<string>();
  readonly calls = new Map<string, ModuleCall>();
  readonly outputs = new Map<string, Declaration>();
  readonly requirements = new Map<string, ProviderRequirement>();
  readonly providerVersions = new Map<string, string>();
  readonly #diagnostics = new Diagnostics();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get all(): readonly Diagnostic[] {
    return this.#diagnostics.all;
  }

  file(parsed: ParsedFile, override: boolean): void {
    for (const diagnostic of parsed.diagnostics) this.#diagnostics.add(diagnostic);
    for (const attribute of parsed.body.attributes) {
      this.#unexpected(`\`${attribute.name}\` cannot stand outside a block.`, spanOf(parsed.file, attribute));
    }
    for (const block of parsed.body.blocks) this.#block(parsed.file, block, override);
  }

  #block(file: SourceFile, block: Block, override: boolean): void {
    const at = { file, block };
    switch (block.type) {
      case "variable":
        this.#declare(this.variables, at, override);
        break;
      case "output":
        this.#declare(this.outputs, at, override);
        break;
      case "module":
        this.#module(at, override);
        break;
      case "resource":
      case "data":
        this.#resource(at, override);
        break;
      case "ephemeral":
        this.ephemeral.add(block.labels.map((label) => label.text).join("."));
        break;
      case "locals":
        this.#locals(file, block, override);
        break;
      case "terraform":
        this.#terraform(block);
        break;
      case "provider":
        this.#provider(block);
        break;
      default:
        if (HARMLESS.has(block.type)) break;
        this.#unexpected(`Terraform has no \`${block.type}\` block.`, spanOf(file, block.header));
    }
  }

  #declare(into: Map<string, Declaration>, at: At, override: boolean): void {
    const name = this.#label(at, 0);
    if (name !== undefined)
      this.#put(into, name, { name, ...at, body: bodyOf(at.file, at.block.body) }, override);
  }

  #resource(at: At, override: boolean): void {
    const type = this.#label(at, 0);
    const name = this.#label(at, 1);
    if (type === undefined || name === undefined) return;
    const existing = at.block.type === "data";
    const body = bodyOf(at.file, at.block.body);
    const declaration: ResourceDeclaration = {
      mode: existing ? "existing" : "declared",
      type,
      name,
      ...at,
      body,
    };
    this.#put(existing ? this.data : this.resources, `${type}.${name}`, declaration, override);
  }

  #module(at: At, override: boolean): void {
    const name = this.#label(at, 0);
    if (name === undefined) return;
    const body = bodyOf(at.file, at.block.body);
    this.#put(this.calls, name, { name, source: undefined, folder: undefined, ...at, body }, override);
    const call = this.calls.get(name);
    if (!call) return;
    const source = literalText(call.body.attributes.get("source")?.node.expression);
    const isLocal = source !== undefined && /^\.\.?(?:[/\\]|$)/.test(source);
    this.calls.set(name, {
      ...call,
      source,
      folder: isLocal ? joinPath(this.#folder, source.replaceAll("\\", "/")) : undefined,
    });
  }

  #put<D extends Declaration>(into: Map<string, D>, key: string, declaration: D, override: boolean): void {
    const before = into.get(key);
    if (before && override) into.set(key, { ...before, body: overridden(before.body, declaration.body) });
    else if (!before) into.set(key, declaration);
    else this.#duplicate(declaration, before);
  }

  #locals(file: SourceFile, block: Block, override: boolean): void {
    for (const attribute of block.body.attributes) {
      const before = this.locals.get(attribute.name);
      if (before && !override) {
        const message = `\`local.${attribute.name}\` is declared twice; the first declaration counts (${before.file.path}).`;
        this.#diagnostics.error("duplicate-declaration", message, spanOf(file, attribute.nameRange));
      } else this.locals.set(attribute.name, { file, node: attribute.expression });
    }
  }

  #terraform(block: Block): void {
    for (const nested of block.body.blocks) {
      if (nested.type !== "required_providers") continue;
      for (const { name, expression } of nested.body.attributes)
        this.requirements.set(name, requirementOf(expression));
      // In JSON a requirement with several settings may have been read as a block.
      for (const inner of nested.body.blocks) this.requirements.set(inner.type, requirementOfBlock(inner));
    }
  }

  #provider(block: Block): void {
    const name = block.labels[0]?.text;
    const version = block.body.attributes.find((attribute) => attribute.name === "version");
    const text = literalText(version?.expression);
    if (name !== undefined && text !== undefined) this.providerVersions.set(name, text);
  }

  /** A label that the block must have. */
  #label({ file, block }: At, position: number): string | undefined {
    const text = block.labels[position]?.text;
    const needed = block.type === "resource" || block.type === "data" ? "a type and a name" : "a name";
    if (text === undefined)
      this.#unexpected(`A \`${block.type}\` block needs ${needed}.`, spanOf(file, block.header));
    return text;
  }

  #duplicate(declaration: Declaration, before: Declaration): void {
    const { file, block } = declaration;
    const line = before.file.position(before.block.start).line;
    const message = `This ${block.type} is declared twice; the first declaration counts (${before.file.path}:${line}).`;
    this.#diagnostics.error("duplicate-declaration", message, spanOf(file, block.header));
  }

  #unexpected(message: string, at: Span): void {
    this.#diagnostics.warning("unexpected-block", message, at);
  }
}

interface At {
  readonly file: SourceFile;
  readonly block: Block;
}

function requirementOf(expression: Expression): ProviderRequirement {
  if (expression.kind !== "object") return { source: undefined, version: literalText(expression) };
  const setting = (name: string): string | undefined =>
    literalText(expression.items.find((item) => (item.name ?? literalText(item.key)) === name)?.value);
  return { source: setting("source"), version: setting("version") };
}

function requirementOfBlock(block: Block): ProviderRequirement {
  const setting = (name: string): string | undefined =>
    literalText(block.body.attributes.find((attribute) => attribute.name === name)?.expression);
  return { source: setting("source"), version: setting("version") };
}

/** The text of an expression that is a string without interpolation. */
export function literalText(expression: Expression | undefined): string | undefined {
  return expression?.kind === "string" ? expression.value : undefined;
}
