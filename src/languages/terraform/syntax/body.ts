import type { Attribute, Block, Body, Expression, Range } from "./ast.ts";
import { lineOf } from "./characters.ts";
import { blockHeader, braceBelow } from "./header.ts";
import type { Parser } from "./parser.ts";
import { recover } from "./recover.ts";
import { topLevelAt } from "./skip.ts";
import * as t from "./token.ts";

/** A body that is being read. */
interface Draft {
  readonly attributes: Attribute[];
  readonly blocks: Block[];
  /** The brace that opened it; undefined at the top level. */
  readonly open: Range | undefined;
  /** The positions of the arguments by name, once there are many. */
  names: Map<string, number> | undefined;
  broken: boolean;
  /** Where the item starts that is being read: what is skipped when it cannot be. */
  item: number;
}

/** Reads a whole file as a body. */
export function readFile(parser: Parser): Body {
  const draft = newDraft(undefined);
  parser.next();
  readItems(parser, draft);
  return finished(draft, { start: 0, end: parser.text.length });
}

function newDraft(open: Range | undefined): Draft {
  return { attributes: [], blocks: [], open, names: undefined, broken: false, item: open?.end ?? 0 };
}

function finished(draft: Draft, range: Range): Body {
  const { attributes, blocks, broken } = draft;
  return { syntax: "native", attributes, blocks, broken, start: range.start, end: range.end };
}

/** Reads items up to the closing brace, which stays the current token, or the end. */
function readItems(parser: Parser, draft: Draft): void {
  const nested = draft.open !== undefined;
  for (;;) {
    if (parser.failed) {
      draft.broken = true;
      recover(parser, draft.item, nested);
    }
    if (parser.outside) {
      if (nested) return;
      parser.outside = false;
    }
    switch (parser.token) {
      case t.NEWLINE:
        parser.next();
        break;
      case t.IDENTIFIER:
        if (draft.open && endsBlock(parser, draft.open)) draft.broken = true;
        else readItem(parser, draft, false);
        break;
      case t.END:
        return;
      case t.CLOSE_BRACE:
        if (nested) return;
        parser.report("This `}` closes nothing.", parser.start, parser.end);
        parser.next();
        break;
      default:
        noItem(parser, draft);
    }
  }
}

function noItem(parser: Parser, draft: Draft): void {
  if (parser.failed) return;
  draft.item = parser.start;
  const quoted = parser.token === t.QUOTE;
  parser.unexpected(
    "an argument or a block",
    quoted ? "The name of an argument is written without quotes." : "",
  );
}

/** On the second try: whether a block of Terraform's own starts here, in the first column, so that a brace must be missing above. */
function endsBlock(parser: Parser, open: Range): boolean {
  if (!parser.columnEndsBlocks || !topLevelAt(parser.text, parser.start)) return false;
  parser.report("This block is not closed: `}` is missing.", open.start, open.end);
  parser.outside = true;
  return true;
}

function readItem(parser: Parser, draft: Draft, oneLine: boolean): void {
  const { text, start, end } = parser;
  draft.item = start;
  parser.next();
  switch (braceBelow(parser) === -1 ? parser.token : t.OPEN_BRACE) {
    case t.EQUALS:
      readAttribute(parser, draft, { start, end }, oneLine);
      break;
    case t.QUOTE:
    case t.IDENTIFIER:
    case t.OPEN_BRACE:
      readBlock(parser, draft, { start, end }, oneLine);
      break;
    default: {
      const name = text.slice(start, end);
      const hint = parser.token === t.COLON ? "An argument is set with `=`." : "";
      parser.unexpected(`\`=\` and a value, or \`{\` and a block, behind \`${name}\``, hint);
    }
  }
}

function readAttribute(parser: Parser, draft: Draft, nameRange: Range, oneLine: boolean): void {
  const name = parser.text.slice(nameRange.start, nameRange.end);
  parser.next();
  const valueStart = parser.start;
  let expression: Expression = parser.expression(parser);
  // What was read of a value before a mistake would pass for the whole of it.
  if (parser.failed)
    expression = { kind: "invalid", start: valueStart, end: Math.max(valueStart, parser.failedAt) };
  const { start } = nameRange;
  const before = draft.attributes.length > 0 ? setBefore(draft, name) : undefined;
  if (before) {
    const line = lineOf(parser.text, before.start);
    parser.report(
      `\`${name}\` is set on line ${line} already; an argument can be set once.`,
      start,
      nameRange.end,
    );
  } else {
    draft.names?.set(name, draft.attributes.length);
    draft.attributes.push({ kind: "attribute", name, nameRange, expression, start, end: expression.end });
  }
  if (!oneLine && !parser.failed) endAttribute(parser, draft);
}

/** The argument of the same name, if there is one. Names are indexed once there are too many to look through. */
function setBefore(draft: Draft, name: string): Attribute | undefined {
  const { attributes } = draft;
  if (attributes.length < 16) return attributes.find((attribute) => attribute.name === name);
  draft.names ??= new Map(attributes.map((attribute, at) => [attribute.name, at]));
  const at = draft.names.get(name);
  return at === undefined ? undefined : attributes[at];
}

function endAttribute(parser: Parser, draft: Draft): void {
  const { token, start, end } = parser;
  if (token === t.NEWLINE || token === t.END) return;
  if (token === t.COMMA) {
    parser.report("Arguments are separated by line breaks, not by commas.", start, end);
    parser.next();
  } else if (token === t.CLOSE_BRACE && draft.open) {
    parser.report("A line break is missing before this `}`.", start, end);
  } else {
    draft.item = start;
    parser.unexpected("a line break behind the value");
  }
}

function readBlock(parser: Parser, draft: Draft, typeRange: Range, oneLine: boolean): void {
  const { start } = typeRange;
  const type = parser.text.slice(start, typeRange.end);
  const labels = blockHeader(parser, type);
  if (parser.failed) return;
  const header = { start, end: labels.at(-1)?.end ?? typeRange.end };
  const openBrace = { start: parser.start, end: parser.end };
  const inner = newDraft(openBrace);
  if (parser.enter()) readInside(parser, inner);
  parser.leave();
  const closed = parser.token === t.CLOSE_BRACE && !parser.outside && !parser.failed;
  const closeBrace = closed
    ? { start: parser.start, end: parser.end }
    : { start: parser.start, end: parser.start };
  const body = finished(inner, { start: openBrace.end, end: closeBrace.start });
  draft.blocks.push({
    kind: "block",
    type,
    typeRange,
    labels,
    body,
    header,
    openBrace,
    closeBrace,
    start,
    end: closeBrace.end,
  });
  if (closed) endBlock(parser, oneLine);
  else if (!parser.outside && !parser.failed) notClosed(parser, openBrace);
}

function readInside(parser: Parser, inner: Draft): void {
  parser.next();
  const { token } = parser;
  if (token !== t.NEWLINE && token !== t.CLOSE_BRACE && token !== t.END) readOneLine(parser, inner);
  readItems(parser, inner);
}

/** Reads `{ name = value }`, which may hold one argument. What else it holds is reported, and read as good as can be. */
function readOneLine(parser: Parser, inner: Draft): void {
  for (let count = 0; parser.token === t.IDENTIFIER; count++) {
    if (count === 1) {
      const wish = "Write each on a line of its own, and the closing brace too.";
      parser.report(`A block on one line can hold one argument only. ${wish}`, parser.start, parser.end);
    }
    const { start, end } = parser;
    const blocks = inner.blocks.length;
    readItem(parser, inner, true);
    if (parser.failed) return;
    if (inner.blocks.length > blocks) {
      parser.report("A block inside another one starts on a line of its own.", start, end);
    }
    if (parser.token === t.COMMA) {
      parser.report("Arguments are separated by line breaks, not by commas.", parser.start, parser.end);
      parser.next();
    }
  }
  if (parser.token === t.NEWLINE) {
    parser.report(
      "A block that starts its first argument on its own line is closed on that line too.",
      parser.start,
      parser.end,
    );
  } else if (parser.token !== t.CLOSE_BRACE) {
    inner.item = parser.start;
    parser.unexpected("`}` behind the argument of a block on one line");
  }
}

function endBlock(parser: Parser, oneLine: boolean): void {
  const { start } = parser;
  parser.next();
  if (oneLine || parser.failed || parser.token === t.NEWLINE || parser.token === t.END) return;
  parser.report("A line break is missing behind this block.", start, start + 1);
}

function notClosed(parser: Parser, open: Range): void {
  if (!parser.unclosed) parser.report("This block is not closed: `}` is missing.", open.start, open.end);
  parser.unclosed = true;
}
