import { type Diagnostic, SourceFile } from "../../../source/index.ts";
import type { Attribute, Block, Body, ParsedFile, Range } from "./ast.ts";
import { lineEnd } from "./characters.ts";
import { parseJson } from "./json.ts";
import { parseHcl } from "./parse.ts";
import { relocate } from "./relocate.ts";

/** The other parser takes milliseconds; when it crashes it never answers. */
const PATIENCE = 10_000;

/**
 * Gives a file that our own parser rejects to HashiCorp's, so that no file is dropped because of ours. If that one accepts it, the
 * file is read from its result, with places no finer than whole blocks, and a diagnostic says so. If it does not
 * either, the result is `own`, with its diagnostics.
 */
export async function parseWithFallback(
  file: SourceFile,
  own: ParsedFile = parseHcl(file),
): Promise<ParsedFile> {
  // What is nested too deep for our parser takes the other one down with it.
  if (own.diagnostics.some(({ code }) => code === "limit-exceeded")) return own;
  const json = await convert(file);
  if (json === undefined) return own;
  const read = parseJson(new SourceFile(`${file.path}.json`, json));
  if (read.diagnostics.some(({ severity }) => severity === "error")) return own;
  const body = { ...placed(file, read.body), start: 0, end: file.text.length };
  return { file, body, comments: own.comments, diagnostics: [notice(file, own)] };
}

/** The file as JSON; undefined when the other parser rejects it too. */
async function convert(file: SourceFile): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const { parse } = await import("@cdktf/hcl2json");
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, undefined);
    });
    const result = await Promise.race([parse(file.path, file.text), silence]);
    return result === undefined ? undefined : JSON.stringify(result);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

function notice(file: SourceFile, own: ParsedFile): Diagnostic {
  const { message, span } = own.diagnostics[0] ?? { message: "", span: undefined };
  const stumbled = message && ` Its own parser stumbled here: ${message}`;
  return {
    severity: "info",
    code: "fallback-parser",
    message: `isolint read this file with HashiCorp's parser, so its findings point at whole blocks.${stumbled}`,
    span: span ?? { file, start: 0, end: 0 },
  };
}

/** Gives every block and argument of the top level, with all that is in it, the place of its header in the text. */
function placed(file: SourceFile, body: Body): Body {
  const searched = new Map<string, number>();
  const place = <T extends Block | Attribute>(node: T, header: string): T => {
    const range = find(file.text, header, searched.get(header) ?? 0);
    searched.set(header, range.end);
    return relocate(node, (_, edge) => range[edge]);
  };
  const attributes = body.attributes.map((node) => place(node, quote(node.name)));
  return { ...body, attributes, blocks: body.blocks.map((node) => place(node, headerPattern(node))) };
}

function headerPattern(block: Block): string {
  return [quote(block.type), ...block.labels.map(({ text }) => `"?${quote(text)}"?`)].join("[ \\t]*");
}

function quote(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** The first line from an offset on that starts like this; the file's first line when none does. */
function find(text: string, pattern: string, from: number): Range {
  const header = new RegExp(`(?<=^[ \\t]*)${pattern}(?=[ \\t]*[={])`, "gm");
  header.lastIndex = from;
  const match = header.exec(text);
  return match ? { start: match.index, end: header.lastIndex } : { start: 0, end: lineEnd(text, 0) };
}
