import type { Comment } from "./ast.ts";
import { ASCII, BLANK, DIGIT, identifierEnd, isDigit, LETTER, lineEnd, SINGLE } from "./characters.ts";
import type { Problem } from "./problem.ts";
import * as t from "./token.ts";

/** A text with more mistakes than this is not HCL; the rest of it is not read. */
const MOST_PROBLEMS = 100;

/**
 * Reads tokens on demand: the current one is `token`, from `start` to `end`. Strings and heredocs are
 * only recognised by their opening; the parser reads what is inside them from the text itself, sets `end` and
 * goes on with `next`.
 */
export class Scanner {
  readonly text: string;
  token: number = t.END;
  start = 0;
  end = 0;
  /** Where the token before the current one ended. */
  before = 0;
  /** Line breaks are tokens: in bodies and objects, not inside parentheses and brackets. */
  newlines = true;
  /** A mistake was found after which nothing fits; the body that is being read puts things right. */
  failed = false;
  /** Where it was found. */
  failedAt = 0;
  readonly comments: Comment[] = [];
  readonly problems: Problem[] = [];
  #effort = 0;

  constructor(text: string) {
    this.text = text;
    if (text.charCodeAt(0) === 0xfeff) this.end = 1;
  }

  /** Too many mistakes to be worth going on, or too much work to come over them. */
  get hopeless(): boolean {
    return this.problems.length >= MOST_PROBLEMS || this.#effort > 1_000_000 + 5 * this.text.length;
  }

  /** Says that the rest of the text is not read. */
  giveUp(): void {
    const message = "There are too many mistakes here; the rest of this file is not read.";
    this.problems.push({ message, start: this.failedAt, end: this.failedAt });
  }

  /** Counts the characters that were read more than once to come over a mistake. */
  spend(characters: number): void {
    this.#effort += characters;
  }

  /** Reports a mistake that the parser can live with. */
  report(message: string, start: number, end: number): void {
    if (this.failed || this.problems.length >= MOST_PROBLEMS) return;
    this.problems.push({ message, start, end });
  }

  /** Reports a mistake and lets everything that is being read come to its end. */
  fail(message: string, start: number = this.start, end: number = this.end): void {
    this.report(message, start, end);
    if (!this.failed) this.failedAt = start;
    this.failed = true;
    this.token = t.FAILED;
  }

  /** `fail` for the current token: what was expected instead of it, and in what. */
  unexpected(expected: string, hint = ""): void {
    if (this.failed) return;
    const found = t.describeToken(this.token, this.text.slice(this.start, this.end));
    this.fail(`Expected ${expected}, found ${found}.${hint && ` ${hint}`}`);
  }

  /** Goes on reading at an offset, with line breaks as tokens. */
  resume(at: number): void {
    this.failed = false;
    this.newlines = true;
    this.end = at;
    this.next();
  }

  /** Whether the current token is this word. */
  atWord(word: string): boolean {
    return (
      this.token === t.IDENTIFIER &&
      this.end - this.start === word.length &&
      this.text.startsWith(word, this.start)
    );
  }

  next(): void {
    const { text } = this;
    const { length } = text;
    this.before = this.end;
    for (let at = this.end; at !== -1; ) {
      const code = at < length ? text.charCodeAt(at) : t.END;
      switch (code < 128 ? ASCII[code] : 0) {
        case BLANK:
          at++;
          break;
        case LETTER:
          at = this.set(t.IDENTIFIER, at, identifierEnd(text, at));
          break;
        case SINGLE:
          at = this.set(code, at, at + 1);
          break;
        case DIGIT:
          at = this.set(t.NUMBER, at, numberEnd(text, at));
          break;
        default:
          at = at < length ? this.special(code, at) : this.set(t.END, length, length);
      }
    }
  }

  /** Sets the current token; gives -1, which ends the search for one. */
  private set(token: number, start: number, end: number): -1 {
    this.token = token;
    this.start = start;
    this.end = end;
    return -1;
  }

  /** Comments, line breaks and operators: the offset behind what is no token, -1 when the token is set. */
  private special(code: number, at: number): number {
    const { text } = this;
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) === 10)) {
      const end = at + (code === 10 ? 1 : 2);
      return this.newlines ? this.set(t.NEWLINE, at, end) : end;
    }
    if (code === 35 || (code === 47 && text.charCodeAt(at + 1) === 47)) {
      const end = lineEnd(text, at);
      this.comment("line", at, end);
      return end;
    }
    if (code === 47 && text.charCodeAt(at + 1) === 42) return this.blockComment(at);
    return this.operator(code, at);
  }

  private blockComment(at: number): number {
    const close = this.text.indexOf("*/", at + 2);
    if (close === -1) {
      this.set(t.STRAY, at, at + 2);
      this.fail("This comment is not closed: `*/` is missing.");
      return -1;
    }
    this.comment("block", at, close + 2);
    return close + 2;
  }

  /** Notes a comment, once: after a mistake the same text may be read again. */
  comment(kind: Comment["kind"], start: number, end: number): void {
    const last = this.comments[this.comments.length - 1];
    if (last === undefined || last.start < start) this.comments.push({ kind, start, end });
  }

  private operator(code: number, at: number): -1 {
    const { text } = this;
    const two = doubled(code, text.charCodeAt(at + 1));
    if (two !== 0) return this.set(two, at, at + 2);
    if (code === t.LESS && text.charCodeAt(at + 1) === t.LESS) {
      const end = heredocOpening(text, at);
      if (end !== at) return this.set(t.HEREDOC, at, end);
    }
    if (code === t.DOT && text.startsWith("...", at)) return this.set(t.ELLIPSIS, at, at + 3);
    if (code < 128 && "-./:<=>!".includes(text.charAt(at))) return this.set(code, at, at + 1);
    const whole = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const letters = code < 128 ? at : identifierEnd(text, at);
    if (letters > at) return this.set(t.IDENTIFIER, at, letters);
    return this.set(t.STRAY, at, at + whole);
  }
}

function doubled(first: number, second: number): number {
  switch (first) {
    case t.EQUALS:
      return second === t.EQUALS ? t.EQUAL : second === t.GREATER ? t.ARROW : 0;
    case t.BANG:
      return second === t.EQUALS ? t.NOT_EQUAL : 0;
    case t.LESS:
      return second === t.EQUALS ? t.AT_MOST : 0;
    case t.GREATER:
      return second === t.EQUALS ? t.AT_LEAST : 0;
    case 38:
      return second === 38 ? t.AND : 0;
    case 124:
      return second === 124 ? t.OR : 0;
    case t.COLON:
      return second === t.COLON ? t.COLONS : 0;
    case 126:
      return second === t.CLOSE_BRACE ? t.TRIM_CLOSE : 0;
    default:
      return 0;
  }
}

/** A number takes dots and exponents as long as a digit follows, so that `1...` is a number and an ellipsis. */
function numberEnd(text: string, at: number): number {
  let end = at + 1;
  for (let look = end; look < text.length; ) {
    const code = text.charCodeAt(look);
    if (isDigit(code)) end = ++look;
    else if (code === t.DOT) look++;
    else if (code === 101 || code === 69) {
      const sign = text.charCodeAt(look + 1);
      const digit = look + (sign === t.PLUS || sign === t.MINUS ? 2 : 1);
      if (!isDigit(text.charCodeAt(digit))) break;
      end = look = digit + 1;
    } else break;
  }
  return end;
}

/** The offset of the first line of the heredoc that opens at `at`; `at` when none does. Blanks behind the marker are let pass here. */
export function heredocOpening(text: string, at: number): number {
  const name = at + (text.charCodeAt(at + 2) === t.MINUS ? 3 : 2);
  let end = identifierEnd(text, name);
  if (end === name) return at;
  while (ASCII[text.charCodeAt(end)] === BLANK) end++;
  if (text.charCodeAt(end) === 13) end++;
  return text.charCodeAt(end) === t.NEWLINE ? end + 1 : at;
}
