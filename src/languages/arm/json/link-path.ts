import { Diagnostics, folderOf, joinPath, type Reader, type SourceFile } from "../../../source/index.ts";
import type { Expression } from "../core/expression.ts";
import { JsonLowering } from "./lower.ts";
import { itemsOfArray, type JsonNode, propertiesOf, propertyOf } from "./read.ts";

/**
 * The file that a `templateLink` means, as far as the code says it: a relative path, or a uri that is put together from the place of
 * this deployment (`_artifactsLocation`, `deployment().properties.templateLink.uri`), in the link itself or in variables; or the place on
 * GitHub of a file that this repository has. `templates` are the ones around the link, the innermost first.
 */
export function linkedPath(
  file: SourceFile,
  link: JsonNode,
  templates: readonly JsonNode[],
  reader: Reader,
): string | undefined {
  const links = LINKS.get(file) ?? { paths: new Map(), left: MOST_PARTS };
  LINKS.set(file, links);
  if (!links.paths.has(link.offset)) links.paths.set(link.offset, find(file, link, templates, reader, links));
  return links.paths.get(link.offset);
}

/** What the links of a file lead to by where they stand, and how many parts may still be opened to find out. */
interface Links {
  readonly paths: Map<number, string | undefined>;
  left: number;
}

/** Links are read when stacks are found, and again when they are evaluated. */
const LINKS = new WeakMap<SourceFile, Links>();

function find(
  file: SourceFile,
  link: JsonNode,
  templates: readonly JsonNode[],
  reader: Reader,
  links: Links,
): string | undefined {
  const relative = propertyOf(link, "relativePath");
  const named = relative ?? propertyOf(link, "uri");
  if (!named) return undefined;
  // What is wrong with an expression is told by whoever evaluates it.
  const lowering = new JsonLowering(file, new Diagnostics());
  const written = lowering.expression(named);
  const isRelative = named === relative;
  const folder = folderOf(file.path);
  const direct = pathOf(written, isRelative);
  if (direct !== undefined) return joinPath(folder, direct);
  const expanded = new Expansion(lowering, templates, links).of(written);
  const path = pathOf(expanded, isRelative);
  return path === undefined ? published(expanded, folder, reader) : joinPath(folder, path);
}

/** Where GitHub publishes a file of a repository: owner, repository and branch go before its path. */
const RAW = /^https:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/(?:refs\/heads\/)?[^/]+\/([^?#]+)/i;

/** A file by its place on GitHub, when the same path leads to a file here: from the repository's root, wherever that is above. */
function published(expression: Expression, folder: string, reader: Reader): string | undefined {
  const path = RAW.exec(textOf(expression) ?? "")?.[1];
  if (path === undefined) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  for (let root = folder; ; root = folderOf(root)) {
    const here = joinPath(root, decoded);
    if (reader.kind(here) === "file") return here;
    if (root === folderOf(root)) return undefined;
  }
}

/** The text that an expression comes to as far as it is written down; a key at the end plays no part in where something lies. */
function textOf(expression: Expression): string | undefined {
  if (expression.kind === "literal") return String(expression.value);
  if (isKey(expression)) return "";
  if (expression.kind !== "call") return undefined;
  const texts = expression.args.map(textOf);
  if (!texts.every((text) => text !== undefined)) return undefined;
  switch (expression.name.toLowerCase()) {
    case "concat":
      return texts.join("");
    case "uri": {
      const [base = "", relative = ""] = texts;
      return URL.canParse(relative, base) ? new URL(relative, base).href : undefined;
    }
    default:
      return undefined;
  }
}

/** A shared access signature: `parameters('_artifactsLocationSasToken')`. */
function isKey(expression: Expression): boolean {
  return /sas_?(token|key)?$/i.test(inputName(expression, /^(parameters|variables)$/i) ?? "");
}

/** Every file that a template, or one written inside it, links to. */
export function linkedFiles(file: SourceFile, root: JsonNode, reader: Reader): readonly string[] {
  const paths: string[] = [];
  const visit = (node: JsonNode, around: readonly JsonNode[]): void => {
    const templates = propertyOf(node, "resources") ? [node, ...around] : around;
    for (const { key, value } of propertiesOf(node)) {
      if (key.toLowerCase() === "templatelink") {
        const path = linkedPath(file, value, templates, reader);
        if (path !== undefined) paths.push(path);
      } else visit(value, templates);
    }
    for (const item of itemsOfArray(node)) visit(item, templates);
  };
  visit(root, []);
  return paths;
}

function pathOf(expression: Expression, relative: boolean): string | undefined {
  if (expression.kind === "literal") {
    const text = String(expression.value);
    if (relative) return text;
    return /^[a-z]+:\/\//i.test(text) ? undefined : text;
  }
  if (expression.kind !== "call" || !mentionsDeploymentPlace(expression)) return undefined;
  const name = expression.name.toLowerCase();
  if (name === "uri" || name === "concat") {
    const [first, ...others] = expression.args;
    // The place alone, or a path below it that is put together itself.
    const start = first?.kind === "call" && !isArtifacts(first) ? pathOf(first, false) : "";
    const texts = others.filter((arg) => !mentionsDeploymentPlace(arg) && !isKey(arg));
    if (start === undefined || !texts.every((arg) => arg.kind === "literal")) return undefined;
    const path = [start, ...texts.map((arg) => (arg.kind === "literal" ? String(arg.value) : ""))].join("");
    return path === "" ? undefined : path.replace(/^\/+/, "");
  }
  if (name === "format" && expression.args[0]?.kind === "literal") {
    return /\{0\}\/?([^{}]+?)(\{\d+\})?$/.exec(String(expression.args[0].value))?.[1];
  }
  return undefined;
}

function mentionsDeploymentPlace(expression: Expression): boolean {
  switch (expression.kind) {
    case "call":
      if (expression.name.toLowerCase() === "deployment") return true;
      return (
        expression.args.some((arg) => isArtifacts(arg) || mentionsDeploymentPlace(arg)) ||
        isArtifacts(expression)
      );
    case "member":
    case "index":
      return mentionsDeploymentPlace(expression.object);
    default:
      return false;
  }
}

function isArtifacts(expression: Expression): boolean {
  const name = inputName(expression, /^(parameters|variables)$/i);
  return (
    name !== undefined &&
    /^(_?artifactsLocation|.*(baseuri|templates?(location|baseurl|uri|url)|artifacts).*)$/i.test(name)
  );
}

/** The name in `variables('name')`. */
function inputName(expression: Expression, kind: RegExp): string | undefined {
  if (expression.kind !== "call" || !kind.test(expression.name)) return undefined;
  const [name] = expression.args;
  return name?.kind === "literal" ? String(name.value) : undefined;
}

/** Variables in the place of which others stand more deeply than this are left alone. */
const DEEPEST = 32;
/** Parts of expressions that are opened in one file: a stranger may double variables. */
const MOST_PARTS = 50_000;

/** One variable often holds the places of all templates, and each link reads it. */
const LOWERED = new WeakMap<JsonNode, Expression>();

/** Puts what variables hold in their place; of a parameter its default where that is the place of the deployment or one on GitHub. */
class Expansion {
  readonly #lowering: JsonLowering;
  readonly #templates: readonly JsonNode[];
  readonly #links: Links;

  constructor(lowering: JsonLowering, templates: readonly JsonNode[], links: Links) {
    this.#lowering = lowering;
    this.#templates = templates;
    this.#links = links;
  }

  of(expression: Expression, depth = 0): Expression {
    if (depth > DEEPEST || this.#links.left-- <= 0) return expression;
    switch (expression.kind) {
      case "call": {
        const held = this.#held(expression);
        if (held) return this.of(held, depth + 1);
        return { ...expression, args: expression.args.map((arg) => this.of(arg, depth + 1)) };
      }
      case "member": {
        const object = this.of(expression.object, depth + 1);
        const found = memberOf(object, expression.name);
        return found ? this.of(found, depth + 1) : { ...expression, object };
      }
      case "index": {
        const object = this.of(expression.object, depth + 1);
        const index = this.of(expression.index, depth + 1);
        const found = index.kind === "literal" ? memberOf(object, String(index.value)) : undefined;
        return found ? this.of(found, depth + 1) : { ...expression, object, index };
      }
      default:
        return expression;
    }
  }

  #held(expression: Expression): Expression | undefined {
    const variable = inputName(expression, /^variables$/i);
    if (variable !== undefined) {
      const node = this.#find("variables", variable);
      return node && this.#lowered(node);
    }
    const parameter = inputName(expression, /^parameters$/i);
    const missing =
      parameter === undefined
        ? undefined
        : propertyOf(this.#find("parameters", parameter) ?? NOTHING, "defaultValue");
    const held = missing && this.#lowering.expression(missing);
    const isPlace = held && (mentionsDeploymentPlace(held) || RAW.test(`${textOf(held) ?? ""}/_`));
    return isPlace ? held : undefined;
  }

  #lowered(node: JsonNode): Expression {
    const known = LOWERED.get(node) ?? this.#lowering.expression(node);
    LOWERED.set(node, known);
    return known;
  }

  #find(section: string, name: string): JsonNode | undefined {
    for (const template of this.#templates) {
      const declared = propertyOf(template, section);
      const found = declared && propertyOf(declared, name);
      if (found) return found;
    }
    return undefined;
  }
}

const NOTHING: JsonNode = { type: "null", offset: 0, length: 0 };

function memberOf(object: Expression, name: string): Expression | undefined {
  if (object.kind === "array") {
    const item = object.items[Number(name)];
    return item?.kind === "spread" ? undefined : item;
  }
  if (object.kind !== "object") return undefined;
  for (const property of object.properties) {
    if (property.kind !== "property" || property.key.kind !== "literal") continue;
    if (String(property.key.value).toLowerCase() === name.toLowerCase()) return property.value;
  }
  return undefined;
}
