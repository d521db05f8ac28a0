import type { Diagnostic, SourceFile, Span } from "../../../source/index.ts";
import { Scanner, type TokenKind } from "./scanner.ts";

/** Deeper nesting is refused: the parser and all that walk its trees are recursive. */
const DEEPEST = 200;

/**
 * The parser's place in a file. After the first mistake in a declaration it stands at the end of the file, so that every
 * loop ends by itself; `recover` then puts it at the next declaration.
 */
export class Cursor extends Scanner {
  readonly diagnostics: Diagnostic[] = [];
  /** A mistake was found since `recover`; nothing more is reported until then. */
  failed = false;
  /** Expressions in single-line strings that are being read: a line break ends the string there. */
  holes = 0;
  /** For comments (by their index) that stand at the head of an object: that object. */
  readonly blocks = new Map<number, Span>();
  #depth = 0;
  #failedAt = 0;

  constructor(file: SourceFile) {
    super(file);
    super.next();
  }

  override next(): void {
    if (this.failed) return;
    super.next();
    if (this.holes > 0) this.#refuseBreakInString();
  }

  override jump(offset: number): void {
    if (this.failed) return;
    super.jump(offset);
    if (this.holes > 0) this.#refuseBreakInString();
  }

  #refuseBreakInString(): void {
    if (this.kind === "newline") {
      this.fail(
        "The string is not closed on this line. A string over several lines stands between three quotes (''').",
        this.lastEnd,
      );
    }
  }

  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  isWord(word: string): boolean {
    return (
      this.kind === "identifier" &&
      this.end - this.start === word.length &&
      this.text.startsWith(word, this.start)
    );
  }

  /** Steps over a token of the kind, if it is one. */
  take(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.next();
    return true;
  }

  /** Steps over a token of the kind; anything else is a mistake. */
  expect(kind: TokenKind, what = `'${kind}'`): boolean {
    if (this.take(kind)) return true;
    this.failExpecting(what);
    return false;
  }

  /** The identifier that stands here, stepped over; empty, and a mistake, when there is none. */
  identifier(what: string): string {
    if (this.kind !== "identifier") {
      this.failExpecting(what);
      return "";
    }
    const name = this.word;
    this.next();
    return name;
  }

  skipNewlines(): void {
    while (this.kind === "newline") this.next();
  }

  /** The character behind the line break that the cursor stands at; behind any other token: none. */
  characterAfterNewline(): number {
    return this.kind === "newline" ? this.text.charCodeAt(this.end) : Number.NaN;
  }

  /** The first character that is no blank behind the current token. */
  characterAfterToken(): number {
    let at = this.end;
    while (this.text.charCodeAt(at) === 32 || this.text.charCodeAt(at) === 9) at++;
    return this.text.charCodeAt(at);
  }

  spanFrom(start: number): Span {
    return { file: this.file, start, end: Math.max(start, this.lastEnd) };
  }

  spanOf(start: number, end: number): Span {
    return { file: this.file, start, end };
  }

  /** One level deeper; false, and a mistake, when that is too deep. Every `enter` that is true needs a `leave`. */
  enter(): boolean {
    if (this.failed) return false;
    if (this.#depth >= DEEPEST) {
      this.fail(`This is nested more than ${DEEPEST} levels deep.`, this.start, this.end, "too-deep");
      return false;
    }
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }

  failExpecting(what: string): void {
    this.fail(`Expected ${what}, but found ${this.#found()}.`);
  }

  /** Reports a mistake that costs the declaration. */
  fail(
    message: string,
    start = this.start,
    end = Math.max(start + 1, this.kind === "newline" ? start : this.end),
    code = "parse-error",
  ): void {
    if (this.failed) return;
    this.complain(message, start, end, code);
    this.failed = true;
    this.#failedAt = start;
    this.kind = "end";
  }

  /** Reports a mistake that costs nothing: what was meant is clear. */
  complain(message: string, start: number, end: number, code = "parse-error"): void {
    const span = this.spanOf(
      Math.min(start, this.text.length),
      Math.min(Math.max(end, start), this.text.length),
    );
    this.diagnostics.push({ severity: "error", code, message, span });
  }

  /**
   * After a mistake: goes to the next line that begins like a declaration and is not indented deeper than the one that is
   * broken. `begins` tells from the word at an offset.
   */
  recover(brokenFrom: number, begins: (offset: number) => boolean): void {
    const deepest = this.#indent(brokenFrom);
    this.failed = false;
    this.holes = 0;
    this.#depth = 0;
    let at = Math.max(this.#failedAt, brokenFrom);
    for (;;) {
      const newline = this.text.indexOf("\n", at);
      if (newline === -1) break;
      at = newline + 1;
      let start = at;
      while (this.text.charCodeAt(start) === 32 || this.text.charCodeAt(start) === 9) start++;
      if (start - at <= deepest && begins(start)) {
        this.jump(start);
        return;
      }
    }
    this.jump(this.text.length);
  }

  #indent(offset: number): number {
    return offset - (this.text.lastIndexOf("\n", offset - 1) + 1);
  }

  #found(): string {
    switch (this.kind) {
      case "end":
        return "the end of the file";
      case "newline":
        return "the end of the line";
      case "quote":
        return "a string";
      default: {
        const word = this.word;
        if (word === '"') return "a double quote (strings stand in single quotes)";
        return `'${word.length > 40 ? `${word.slice(0, 40)}…` : word}'`;
      }
    }
  }
}
