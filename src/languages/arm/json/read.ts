import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Diagnostic, SourceFile, Span } from "../../../source/index.ts";

/** A node of a JSON text; offsets are those of the file. */
export type JsonNode = Node;

export interface JsonDocument {
  readonly file: SourceFile;
  /** Undefined when nothing could be read. With errors it holds what could. */
  readonly root: JsonNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Stands for a line break inside a string while the text is parsed; of the same length, in Unicode's private use area. */
const LINE_BREAK = "\uE00A";
const CARRIAGE_RETURN = "\uE00D";

/** Deeper JSON is refused before the recursive parser sees it. */
const DEEPEST = 400;

/** Reads the JSON of ARM templates: with comments, trailing commas and strings that run over several lines. */
export function readJson(file: SourceFile): JsonDocument {
  const { text, tooDeep } = prepare(file.text);
  if (tooDeep !== undefined) {
    const span = { file, start: tooDeep, end: tooDeep + 1 };
    const message = `This JSON is nested more than ${DEEPEST} levels deep; isolint does not read it.`;
    return { file, root: undefined, diagnostics: [{ severity: "error", code: "too-deep", message, span }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const diagnostics = errors.slice(0, 20).map((error): Diagnostic => {
    const end = Math.min(error.offset + Math.max(error.length, 1), file.text.length);
    const span = { file, start: Math.min(error.offset, end), end };
    return { severity: "error", code: "parse-error", message: `This is not JSON: ${explain(error)}.`, span };
  });
  return { file, root, diagnostics };
}

function explain(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

/**
 * The text with line breaks inside strings, which ARM allows and JSON does not, replaced by stand-ins of the same length; and where
 * it is nested too deep, if it is.
 */
function prepare(text: string): { readonly text: string; readonly tooDeep: number | undefined } {
  let out = "";
  let copied = 0;
  let depth = 0;
  let tooDeep: number | undefined;
  walkJson(text, {
    string: (start, end) => {
      const within = text.slice(start, end);
      if (!within.includes("\n")) return;
      out += text.slice(copied, start);
      out += within.replaceAll("\n", LINE_BREAK).replaceAll("\r", CARRIAGE_RETURN);
      copied = end;
    },
    other: (code, at) => {
      if (code === 123 || code === 91) {
        depth++;
        if (depth > DEEPEST) tooDeep ??= at;
      } else if (code === 125 || code === 93) depth--;
    },
  });
  return { text: copied === 0 ? text : out + text.slice(copied), tooDeep };
}

export interface JsonTokens {
  readonly string?: (start: number, end: number) => void;
  readonly comment?: (start: number, end: number) => void;
  /** Any other character. */
  readonly other?: (code: number, at: number) => void;
}

/** One pass over a JSON text that tells strings and comments from the rest. */
export function walkJson(text: string, tokens: JsonTokens): void {
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if (code === 34) {
      const end = endOfString(text, at);
      tokens.string?.(at, end);
      at = end;
    } else if (code === 47 && (next === 47 || next === 42)) {
      const end = endOfComment(text, at, next === 47);
      tokens.comment?.(at, end);
      at = end;
    } else {
      tokens.other?.(code, at);
      at++;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function endOfComment(text: string, start: number, line: boolean): number {
  const end = text.indexOf(line ? "\n" : "*/", start + 2);
  return end === -1 ? text.length : end + (line ? 0 : 2);
}

export function spanOf(file: SourceFile, node: JsonNode): Span {
  return { file, start: node.offset, end: node.offset + node.length };
}

/** The text of a string node, line breaks put back. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  if (node?.type !== "string") return undefined;
  const text = node.value as string;
  return text.includes(LINE_BREAK)
    ? text.replaceAll(LINE_BREAK, "\n").replaceAll(CARRIAGE_RETURN, "\r")
    : text;
}

/** Key and value nodes of an object, in order; empty for anything else. Half-written properties are left out. */
export function propertiesOf(
  node: JsonNode | undefined,
): readonly { key: string; keyNode: JsonNode; value: JsonNode; node: JsonNode }[] {
  if (node?.type !== "object") return [];
  return (node.children ?? []).flatMap((property) => {
    const [keyNode, value] = property.children ?? [];
    const key = stringOf(keyNode);
    return keyNode && value && key !== undefined ? [{ key, keyNode, value, node: property }] : [];
  });
}

/** The value of a property by name, without regard to case; undefined when there is none. */
export function propertyOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  const folded = name.toLowerCase();
  return propertiesOf(node).find((property) => property.key.toLowerCase() === folded)?.value;
}

export function itemsOfArray(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === "array" ? (node.children ?? []) : [];
}

/**
 * For a string with escapes: the file offset of each character of its decoded text (one more at the end). Undefined without
 * escapes, where offsets are simply counted on from the opening quote.
 */
export function escapeOffsets(file: SourceFile, node: JsonNode): Uint32Array | undefined {
  const raw = file.text.slice(node.offset + 1, node.offset + node.length - 1);
  if (!raw.includes("\\")) return undefined;
  const offsets: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    offsets.push(node.offset + 1 + at);
    if (raw[at] === "\\") at += raw[at + 1] === "u" ? 5 : 1;
  }
  offsets.push(node.offset + 1 + raw.length);
  return Uint32Array.from(offsets);
}
