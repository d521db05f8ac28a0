import type { ListValue, ObjectValue, Value } from "../../../value/index.ts";
import { compareTexts, textOfNumber } from "../types/index.ts";

/** Keys longer than this, or of several lines, are written in another way that is left out here. */
const LONGEST_KEY = 120;

/**
 * A wholly known value as YAML the way Terraform writes it: keys and texts in quotes, texts of several lines as they stand. Undefined
 * when it has a number with more digits than are known here, or an unusual key.
 */
export function encodeYaml(value: Value): string | undefined {
  const text = block(value, 0)?.replace(/^\n/, "");
  if (text === undefined) return undefined;
  // A bare scalar on its own is closed, so that nothing can be appended to it.
  return value.kind === "literal" && typeof value.value !== "string" ? `${text}\n...\n` : `${text}\n`;
}

/** A collection that is not empty starts on a new line; anything else stands where it is. */
function block(value: Value, depth: number): string | undefined {
  if (value.kind === "list") return value.items.length === 0 ? "[]" : blockOfList(value, depth);
  if (value.kind === "object") return value.entries.size === 0 ? "{}" : blockOfObject(value, depth);
  if (value.kind !== "literal") return "null";
  if (typeof value.value === "number") return textOfNumber(value.value);
  return typeof value.value === "string" ? scalar(value.value, depth) : String(value.value);
}

function blockOfList({ items }: ListValue, depth: number): string | undefined {
  let result = "";
  for (const item of items) {
    const nested = item.kind === "list" || item.kind === "object";
    const text = block(item, nested ? depth + 1 : depth);
    if (text === undefined) return undefined;
    result += `\n${"  ".repeat(depth)}- ${nested ? text.replace(/^\n\s*/, "") : text}`;
  }
  return result;
}

/** Lists stand at the depth of their key, objects one deeper. */
function blockOfObject({ entries }: ObjectValue, depth: number): string | undefined {
  let result = "";
  for (const name of [...entries.keys()].sort(compareTexts)) {
    const value = entries.get(name) as Value;
    const text = block(value, value.kind === "object" ? depth + 1 : depth);
    if (text === undefined || name.length > LONGEST_KEY || name.includes("\n")) return undefined;
    result += `\n${"  ".repeat(depth)}${quoted(name)}:${text.startsWith("\n") ? "" : " "}${text}`;
  }
  return result;
}

/** Characters that only quotes with escapes can hold. */
const SPECIAL = /[^\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

function scalar(text: string, depth: number): string {
  const asItStands = text.includes("\n") && !SPECIAL.test(text) && !/ (?:\n|$)/.test(text);
  return asItStands ? literalBlock(text, depth) : quoted(text);
}

function literalBlock(text: string, depth: number): string {
  const indentation = "  ".repeat(depth + 1);
  const hint = /^[ \n]/.test(text) ? "2" : "";
  const chomping = text.endsWith("\n\n") || text === "\n" ? "+" : text.endsWith("\n") ? "" : "-";
  const lines = text.replace(/\n$/, "").split("\n");
  return `|${hint}${chomping}\n${lines.map((line) => (line === "" ? "" : indentation + line)).join("\n")}`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\0", "\\0"],
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\v", "\\v"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ["\x1b", "\\e"],
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\x85", "\\N"],
  ["\xa0", "\\_"],
  ["\u2028", "\\L"],
  ["\u2029", "\\P"],
]);

function quoted(text: string): string {
  let result = "";
  for (const character of text) {
    const escaped = ESCAPES.get(character);
    if (escaped !== undefined && character !== "\xa0") result += escaped;
    else result += SPECIAL.test(character) ? escapeOf(character.codePointAt(0) ?? 0) : character;
  }
  return `"${result}"`;
}

function escapeOf(code: number): string {
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
