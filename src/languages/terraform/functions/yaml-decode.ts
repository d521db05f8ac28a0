import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseAllDocuments,
  type Scalar,
} from "yaml";
import { isNull, list, literal, type MarkedText, NULL, object, type Value } from "../../../value/index.ts";
import { numberOfText } from "../types/index.ts";
import { textOf } from "./arguments.ts";
import { formatTime } from "./format-time.ts";
import { type FunctionError, mistake } from "./function.ts";
import { parseYamlTime } from "./yaml-time.ts";

/** Nodes that one text may come to with its aliases followed. */
const MOST_NODES = 100_000;

/** Levels of lists and mappings in each other. */
const DEEPEST = 200;

/** How the text was marked, and the name for an entry whose key is not known. */
export interface Marks {
  readonly marked: MarkedText | undefined;
  entryName(key: Value): string;
}

/** YAML as Terraform reads it: version 1.2 with the booleans and the times of 1.1. */
export function decodeYaml(text: string, marks: Marks): Value | FunctionError {
  const documents = parseAllDocuments(text, { schema: "failsafe", uniqueKeys: false, logLevel: "silent" });
  const [document] = documents;
  if (!document || !("contents" in document) || document.contents === null)
    return mistake("there is no document in the text", 0);
  if (documents.length > 1) return mistake("there is more than one document in the text", 0);
  const [error] = document.errors;
  return error
    ? mistake(`the text is not YAML (${error.code})`, 0)
    : new Decoder(document, marks).decode(document.contents, []);
}

class Decoder {
  readonly #document: Document;
  readonly #marks: Marks;
  #nodes = 0;

  constructor(document: Document, marks: Marks) {
    this.#document = document;
    this.#marks = marks;
  }

  decode(node: unknown, within: readonly unknown[]): Value | FunctionError {
    if (++this.#nodes > MOST_NODES) return mistake("the text refers to parts of itself too often", 0);
    if (within.length > DEEPEST) return mistake("the text is nested too deeply", 0);
    if (within.includes(node)) return mistake("the text refers to itself", 0);
    if (isAlias(node)) return this.#alias(node, within);
    if (isScalar(node)) return decodeScalar(node, this.#marks.marked);
    const inside = [...within, node];
    if (isSeq(node) && isTag(node.tag, "seq")) return this.#sequence(node.items, inside);
    if (isMap(node) && isTag(node.tag, "map")) return this.#mapping(node.items as readonly Pair[], inside);
    return node === null ? NULL : mistake("a tag in the text is not known", 0);
  }

  #alias(alias: Alias, within: readonly unknown[]): Value | FunctionError {
    const node = alias.resolve(this.#document);
    return node ? this.decode(node, within) : mistake(`there is no anchor "${alias.source}"`, 0);
  }

  #sequence(nodes: readonly unknown[], within: readonly unknown[]): Value | FunctionError {
    const items: Value[] = [];
    for (const node of nodes) {
      const item = this.decode(node, within);
      if (item.kind === "mistake") return item;
      items.push(item);
    }
    return list(items);
  }

  #mapping(pairs: readonly Pair[], within: readonly unknown[]): Value | FunctionError {
    const own = new Map<string, Value>();
    const merged = new Map<string, Value>();
    for (const { key, value } of pairs) {
      const decoded = value === null ? NULL : this.decode(value, within);
      if (decoded.kind === "mistake") return decoded;
      if (isScalar(key) && key.value === "<<" && key.type === "PLAIN") {
        if (!mergeInto(merged, decoded)) return mistake("only mappings can be merged", 0);
        continue;
      }
      const name = this.decode(key, within);
      if (name.kind === "mistake") return name;
      if (name.kind === "list" || name.kind === "object" || isNull(name))
        return mistake("a key in the text is no string", 0);
      own.set(name.kind === "literal" ? String(name.value) : this.#marks.entryName(name), decoded);
    }
    return object(new Map([...merged, ...own]));
  }
}

/** Adds what a merge key brings in: one mapping or several, of which the first counts. False when it is something else. */
function mergeInto(merged: Map<string, Value>, decoded: Value): boolean {
  for (const source of decoded.kind === "list" ? decoded.items : [decoded]) {
    if (source.kind !== "object") return false;
    for (const [name, entry] of source.entries) if (!merged.has(name)) merged.set(name, entry);
  }
  return true;
}

interface Pair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

const CORE = "tag:yaml.org,2002:";

function isTag(tag: string | undefined, name: string): boolean {
  return tag === undefined || tag === `${CORE}${name}`;
}

function decodeScalar(scalar: Scalar, marked: MarkedText | undefined): Value | FunctionError {
  // The text as it stands: the value of a tagged scalar may already be something else.
  const text =
    scalar.tag === undefined ? String(scalar.value ?? "") : (scalar.source ?? String(scalar.value ?? ""));
  const wrong = mistake(`"${text}" is not what its tag says`, 0);
  const plain = scalar.type === "PLAIN" || scalar.type === undefined || scalar.type === null;
  switch (scalar.tag) {
    case undefined:
      if (marked) {
        const restored = marked.restored(text);
        if (restored.kind !== "literal") return restored;
      }
      return plain ? resolved(text) : literal(text);
    case `${CORE}str`:
    case `${CORE}binary`:
      return literal(text);
    case `${CORE}int`:
    case `${CORE}float`:
      return numberOfText(text) ?? wrong;
    case `${CORE}bool`:
      return BOOLEANS.has(text) ? literal(BOOLEANS.get(text) === true) : wrong;
    case `${CORE}null`:
      return NULL;
    case `${CORE}timestamp`:
      return timeOf(text) ?? wrong;
    default:
      return mistake(`the tag ${scalar.tag} is not known`, 0);
  }
}

const NULLS: ReadonlySet<string> = new Set(["", "~", "null", "Null", "NULL"]);
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"].map(
    (text): [string, boolean] => [text, true],
  ),
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"].map(
    (text): [string, boolean] => [text, false],
  ),
]);

/** What a text without quotes stands for. */
function resolved(text: string): Value | FunctionError {
  if (NULLS.has(text)) return NULL;
  const boolean = BOOLEANS.get(text);
  if (boolean !== undefined) return literal(boolean);
  if (/^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/.test(text))
    return mistake(`${text} is no number here`, 0);
  if (/^[-+]?0x[0-9a-fA-F]+$|^[-+]?0o[0-7]+$/.test(text)) {
    const size = Number(text.replace(/^[-+]/, ""));
    return numberOfText(String(text.startsWith("-") ? -size : size)) ?? literal(text);
  }
  return numberOfText(text) ?? timeOf(text) ?? literal(text);
}

function timeOf(text: string): Value | undefined {
  const time = parseYamlTime(text);
  const written = time && formatTime("YYYY-MM-DD'T'hh:mm:ssZ", time);
  return written?.kind === "literal" ? literal(textOf(written)) : undefined;
}
