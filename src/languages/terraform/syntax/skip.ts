import { ASCII, BLANK, identifierEnd, lineEnd } from "./characters.ts";
import { closing } from "./heredoc.ts";
import type { Scanner } from "./scanner.ts";
import { heredocOpening } from "./scanner.ts";
import * as t from "./token.ts";

// Unicode's classes take a while to be put together, and only what follows a mistake is looked at by these.
const topLevel = (): RegExp =>
  /(?:resource|data|variable|output|module|locals|provider|terraform|moved|import|check|removed|ephemeral)(?:[ \t]+(?:"[^"\n]*"|[\p{ID_Start}_][\p{ID_Continue}-]*))*[ \t]*\{/uy;

let TOP_LEVEL: RegExp | undefined;

/** Whether one of Terraform's own blocks starts at an offset, in the first column. */
export function topLevelAt(text: string, at: number): boolean {
  if (at > 0 && text.charCodeAt(at - 1) !== t.NEWLINE) return false;
  TOP_LEVEL ??= topLevel();
  TOP_LEVEL.lastIndex = at;
  return TOP_LEVEL.test(text);
}

const item = (): RegExp => /[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?:=(?![=>])|\{|"[^"\n]*"[ \t]*[{"])/uy;

let ITEM: RegExp | undefined;

/** Whether the text at an offset looks like an argument or a block. */
export function itemAt(text: string, at: number): boolean {
  ITEM ??= item();
  ITEM.lastIndex = at;
  return ITEM.test(text);
}

/** The offset of the first character of a line that is not blank. */
export function textAt(text: string, line: number): number {
  let at = line;
  while (ASCII[text.charCodeAt(at)] === BLANK) at++;
  return at;
}

/** What encloses the place that was reached: the characters that close it, the innermost last. */
class Open {
  readonly #closers: number[] = [];
  /** How many strings are among them. */
  strings = 0;

  get inside(): number | undefined {
    return this.#closers[this.#closers.length - 1];
  }

  push(closer: number): void {
    this.#closers.push(closer);
    if (closer === t.QUOTE) this.strings++;
  }

  pop(): number | undefined {
    const closer = this.#closers.pop();
    if (closer === t.QUOTE) this.strings--;
    return closer;
  }
}

/**
 * Skips an argument or block without understanding it, by its brackets, strings and heredocs alone. Gives the offset
 * of the line break behind it, or of the `}` that closes the body around it; -1 when the brackets do not match.
 */
export function skipItem(scanner: Scanner, from: number, column: number): number {
  const { text } = scanner;
  const open = new Open();
  let at = from;
  while (at < text.length && at !== -1) {
    const code = text.charCodeAt(at);
    const { inside } = open;
    if (code === t.NEWLINE) {
      if (inside === t.QUOTE) open.pop();
      if (open.inside === undefined) break;
      at = goesOn(text, at + 1, column, open) ? at + 1 : -1;
    } else if (inside === t.QUOTE) at = skipInString(text, at, open);
    else if (code === t.CLOSE_BRACE && inside === undefined) break;
    else at = skipCode(scanner, at, open);
  }
  scanner.spend((at === -1 ? text.length : at) - from);
  return at >= text.length && open.inside !== undefined ? -1 : at;
}

/** Whether a line can belong to the item: not when something starts there that no bracket or string would hold. */
function goesOn(text: string, line: number, column: number, open: Open): boolean {
  if (topLevelAt(text, line)) return false;
  if (open.strings === 0) return true;
  const at = textAt(text, line);
  return at - line > column || !itemAt(text, at);
}

function skipInString(text: string, at: number, open: Open): number {
  const code = text.charCodeAt(at);
  if (code === t.QUOTE) open.pop();
  if (code === 92 && text.charCodeAt(at + 1) !== t.NEWLINE) return at + 2;
  if ((code === 36 || code === t.PERCENT) && text.charCodeAt(at + 1) === t.OPEN_BRACE) {
    if (text.charCodeAt(at - 1) !== code) open.push(t.CLOSE_BRACE);
    return at + 2;
  }
  return at + 1;
}

function skipCode(scanner: Scanner, at: number, open: Open): number {
  const { text } = scanner;
  const code = text.charCodeAt(at);
  switch (code) {
    case t.QUOTE:
    case t.OPEN_BRACE:
    case t.OPEN_BRACKET:
    case t.OPEN_PAREN:
      open.push(closerOf(code));
      return at + 1;
    case t.CLOSE_BRACE:
    case t.CLOSE_BRACKET:
    case t.CLOSE_PAREN:
      return open.pop() === code ? at + 1 : -1;
    case 35:
    case t.SLASH:
      return skipComment(scanner, at);
    case t.LESS:
      return skipHeredoc(text, at);
    default:
      return at + 1;
  }
}

function closerOf(opener: number): number {
  if (opener === t.QUOTE) return t.QUOTE;
  return opener === t.OPEN_PAREN ? t.CLOSE_PAREN : opener + 2;
}

function skipComment(scanner: Scanner, at: number): number {
  const { text } = scanner;
  if (text.charCodeAt(at) === 35 || text.charCodeAt(at + 1) === t.SLASH) {
    const end = lineEnd(text, at);
    scanner.comment("line", at, end);
    return end;
  }
  if (text.charCodeAt(at + 1) !== t.STAR) return at + 1;
  const close = text.indexOf("*/", at + 2);
  if (close === -1) return -1;
  scanner.comment("block", at, close + 2);
  return close + 2;
}

function skipHeredoc(text: string, at: number): number {
  const content = text.charCodeAt(at + 1) === t.LESS ? heredocOpening(text, at) : at;
  if (content === at) return at + 1;
  const name = at + (text.charCodeAt(at + 2) === t.MINUS ? 3 : 2);
  const marker = text.slice(name, identifierEnd(text, name));
  for (let line = content; line > 0 && line < text.length; line = text.indexOf("\n", line) + 1) {
    const end = closing(text, line, marker);
    if (end !== -1) return end;
  }
  return -1;
}
