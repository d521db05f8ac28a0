import { parseAllDocuments, visit } from "yaml";
import { fromPlain, literal, type Value } from "../../../value/index.ts";
import { ANY, compareTexts, STRING, textOfNumber } from "../types/index.ts";
import { define, nullable, parameter, textOf } from "./arguments.ts";
import { type FunctionResult, mistake, type TerraformFunction } from "./function.ts";
import { unknownCall } from "./unknown.ts";

/** Aliases above which a text is taken for an attempt to blow up. */
const MOST_ALIASES = 100;

function decode(text: string): FunctionResult {
  const documents = parseAllDocuments(text, { uniqueKeys: false, merge: true, logLevel: "silent" });
  if (documents.length > 1) return mistake("there is more than one document in the text", 0);
  const [document] = documents;
  if (!document || !("contents" in document)) return literal(null);
  const [error] = document.errors;
  if (error) return mistake(`the text is not YAML (${error.code})`, 0);
  let unknownTag: string | undefined;
  visit(document, {
    Node: (_, node) => {
      const tag = "tag" in node ? node.tag : undefined;
      if (tag?.startsWith("!") && !tag.startsWith("!!")) unknownTag = tag;
    },
  });
  if (unknownTag !== undefined) return mistake(`the tag ${unknownTag} is not known`, 0);
  try {
    return fromPlain(document.toJS({ maxAliasCount: MOST_ALIASES }));
  } catch {
    return mistake("the text refers to parts of itself too often", 0);
  }
}

/** A wholly known value as YAML the way Terraform writes it; undefined when a number has more digits than are known here. */
function yamlText(value: Value): string | undefined {
  try {
    return `${block(value, 0).replace(/^\n/, "")}\n`;
  } catch (thrown) {
    if (thrown === TOO_MANY_DIGITS) return undefined;
    throw thrown;
  }
}

const TOO_MANY_DIGITS = Symbol("too many digits");

/** A collection starts on a new line; a scalar stands where it is. */
function block(value: Value, depth: number): string {
  const indentation = "  ".repeat(depth);
  if (value.kind === "list") {
    if (value.items.length === 0) return "[]";
    return value.items
      .map((item) => `\n${indentation}- ${block(item, depth + 1).replace(/^\n\s*/, "")}`)
      .join("");
  }
  if (value.kind === "object") {
    if (value.entries.size === 0) return "{}";
    const names = [...value.entries.keys()].sort(compareTexts);
    return names
      .map(
        (name) => `\n${indentation}${JSON.stringify(name)}:${entry(value.entries.get(name) as Value, depth)}`,
      )
      .join("");
  }
  return scalar(value, depth);
}

/** Lists stand at the depth of their key, objects one deeper. */
function entry(value: Value, depth: number): string {
  const text = block(value, value.kind === "object" ? depth + 1 : depth);
  return text.startsWith("\n") ? text : ` ${text}`;
}

function scalar(value: Value, depth: number): string {
  if (value.kind !== "literal") return "null";
  if (typeof value.value === "number") {
    const text = textOfNumber(value.value);
    if (text === undefined) throw TOO_MANY_DIGITS;
    return text;
  }
  if (typeof value.value !== "string") return String(value.value);
  return value.value.includes("\n") && !/^\s/.test(value.value)
    ? literalBlock(value.value, depth)
    : JSON.stringify(value.value);
}

function literalBlock(text: string, depth: number): string {
  const lines = text.replace(/\n$/, "").split("\n");
  const indentation = "  ".repeat(depth + 1);
  const chomping = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "";
  return `|${chomping}\n${lines.map((line) => (line === "" ? "" : indentation + line)).join("\n")}`;
}

export const yaml: readonly TerraformFunction[] = [
  define("yamldecode", [parameter("src", STRING)], "any", ([src]) => decode(textOf(src))),
  define("yamlencode", [nullable("value", ANY)], "string", ([value]) => {
    const text = yamlText(value as Value);
    return text === undefined
      ? unknownCall({ name: "yamlencode", returns: "string" }, [value as Value])
      : literal(text);
  }),
];
