import type { Label } from "./ast.ts";
import { isSpace } from "./characters.ts";
import type { Parser } from "./parser.ts";
import { readQuoted } from "./quoted.ts";
import * as t from "./token.ts";

/** Reads the labels of a block up to its opening brace, which is the current token then unless the parser failed. */
export function blockHeader(parser: Parser, type: string): readonly Label[] {
  const labels: Label[] = [];
  for (;;) {
    switch (parser.token) {
      case t.QUOTE:
        labels.push(quotedLabel(parser));
        break;
      case t.IDENTIFIER: {
        const { start, end } = parser;
        labels.push({ text: parser.text.slice(start, end), quoted: false, start, end });
        parser.next();
        break;
      }
      case t.OPEN_BRACE:
        return labels;
      case t.NEWLINE:
        if (!braceOnNextLine(parser, type)) return labels;
        break;
      default:
        noBrace(parser, type, labels.length > 0);
        return labels;
    }
  }
}

function quotedLabel(parser: Parser): Label {
  const { start } = parser;
  const read = readQuoted(parser);
  const { end } = read;
  if (read.kind === "string") return { text: read.value, quoted: true, start, end };
  parser.report("A label is fixed text; it cannot hold `${` or `%{`.", start, end);
  return { text: parser.text.slice(start + 1, end - 1), quoted: true, start, end };
}

function noBrace(parser: Parser, type: string, labelled: boolean): void {
  const equals = parser.token === t.EQUALS && labelled;
  const hint =
    "A block has no `=`; an argument has no labels, and a map of arguments is written `name = { … }`.";
  parser.unexpected(`a label or \`{\` to open the block \`${type}\``, equals ? hint : "");
}

/** The opening brace has to be on the line of the header. On the next one it is reported, and read all the same. */
function braceOnNextLine(parser: Parser, type: string): boolean {
  const at = braceBelow(parser);
  if (at === -1) {
    parser.unexpected(`\`{\` to open the block \`${type}\``);
    return false;
  }
  parser.report(
    `The \`{\` of the block \`${type}\` has to be on this line, not below it.`,
    parser.start,
    parser.start,
  );
  parser.end = at;
  parser.next();
  return true;
}

/** The offset of the `{` that comes first behind the line break that is the current token; -1 for anything else. */
export function braceBelow(parser: Parser): number {
  if (parser.token !== t.NEWLINE) return -1;
  let at = parser.end;
  while (isSpace(parser.text.charCodeAt(at))) at++;
  return parser.text.charCodeAt(at) === t.OPEN_BRACE ? at : -1;
}
