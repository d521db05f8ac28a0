import type { SourceFile } from "../../../source/index.ts";

/** Punctuation is its own kind; `quote` is the opening of a string, whose rest is read by `parseString`. */
export type TokenKind =
  | "end"
  | "newline"
  | "identifier"
  | "integer"
  | "quote"
  | "unknown"
  | "{"
  | "}"
  | "("
  | ")"
  | "["
  | "]"
  | "@"
  | ","
  | "."
  | "..."
  | "?"
  | "??"
  | ":"
  | "::"
  | "+"
  | "-"
  | "%"
  | "*"
  | "/"
  | "^"
  | "!"
  | "!="
  | "!~"
  | "<"
  | "<="
  | ">"
  | ">="
  | "="
  | "=="
  | "=~"
  | "=>"
  | "&&"
  | "|"
  | "||";

/** A comment as it stands in the text, markers included. */
export interface ScannedComment {
  readonly start: number;
  readonly end: number;
}

/** What a character can begin: one look-up per token. */
const LETTER = 1;
const DIGIT = 2;
const CLASSES = new Uint8Array(128);
for (let code = 48; code <= 57; code++) CLASSES[code] = DIGIT;
for (let code = 65; code <= 90; code++) CLASSES[code] = CLASSES[code + 32] = LETTER;
CLASSES[95] = LETTER;

export function isLetter(code: number): boolean {
  return CLASSES[code] === LETTER;
}

/**
 * Reads Bicep token by token, on demand, in one pass. Blanks and comments vanish; a run of line breaks, with the comments and
 * `#disable-…` lines between them, is one `newline` that ends where the next token begins.
 */
export class Scanner {
  readonly file: SourceFile;
  readonly text: string;
  readonly comments: ScannedComment[] = [];
  /** What the token is; the beginning of the file counts as a line break. */
  kind: TokenKind = "newline";
  start = 0;
  end = 0;
  /** Where the last token before this one ended that was no line break. */
  lastEnd = 0;
  /** Offset of a block comment that never ends. */
  openComment: number | undefined;

  constructor(file: SourceFile) {
    this.file = file;
    this.text = file.text;
    this.end = this.#skipLines(this.text.charCodeAt(0) === 0xfeff ? 1 : 0);
  }

  /** The token as written. */
  get word(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Steps on to the next token. */
  next(): void {
    if (this.kind !== "newline") this.lastEnd = this.end;
    this.#scan(this.end);
  }

  /** Steps on to the token at or after an offset; used behind strings, which the scanner does not read itself. */
  jump(offset: number): void {
    this.lastEnd = offset;
    this.#scan(offset);
  }

  #scan(from: number): void {
    const at = this.#skipBlanks(from);
    const code = this.text.charCodeAt(at);
    this.start = at;
    const kind = CLASSES[code];
    if (kind === LETTER) {
      this.kind = "identifier";
      this.end = this.#skipWord(at + 1);
    } else if (kind === DIGIT) {
      this.kind = "integer";
      let end = at + 1;
      while (CLASSES[this.text.charCodeAt(end)] === DIGIT) end++;
      this.end = end;
    } else if (code === 10 || code === 13) {
      this.kind = "newline";
      this.end = this.#skipLines(at);
    } else if (code === 39) {
      this.kind = "quote";
      this.end = this.text.startsWith("''", at + 1) ? at + 3 : at + 1;
    } else this.#scanPunctuation(code, at);
  }

  #skipWord(from: number): number {
    let at = from;
    while (CLASSES[this.text.charCodeAt(at)] ?? 0) at++;
    return at;
  }

  /** Past blanks and comments, up to a token or the end of the line. */
  #skipBlanks(from: number): number {
    let at = from;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (code === 32 || code === 9) at++;
      else if (code === 47) {
        const after = this.#skipComment(at);
        if (after === at) return at;
        at = after;
      } else return at;
    }
  }

  /** Past line breaks and everything between them that is no token. */
  #skipLines(from: number): number {
    let at = from;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (code === 10 || code === 13) at++;
      else if (code === 35 && DIRECTIVE.test(this.text.slice(at, at + LONGEST_DIRECTIVE)))
        at = this.#skipDirective(at);
      else {
        const after = this.#skipBlanks(at);
        if (after === at) return at;
        at = after;
      }
    }
  }

  /** `#disable-next-line BCP037 // why`: up to the comment or the end of the line. */
  #skipDirective(from: number): number {
    const end = this.#endOfLine(from);
    const comment = this.text.slice(from, end).indexOf("//");
    return comment === -1 ? end : from + comment;
  }

  #endOfLine(from: number): number {
    let at = from;
    while (at < this.text.length) {
      const code = this.text.charCodeAt(at);
      if (code === 10 || code === 13) break;
      at++;
    }
    return at;
  }

  #skipComment(at: number): number {
    const second = this.text.charCodeAt(at + 1);
    let end: number;
    if (second === 47) {
      end = this.#endOfLine(at + 2);
    } else if (second === 42) {
      const closing = this.text.indexOf("*/", at + 2);
      if (closing === -1) this.openComment ??= at;
      end = closing === -1 ? this.text.length : closing + 2;
    } else return at;
    this.comments.push({ start: at, end });
    return end;
  }

  #scanPunctuation(code: number, at: number): void {
    if (at >= this.text.length) {
      this.kind = "end";
      this.end = at;
      return;
    }
    const kind = code === 36 ? this.#openingQuote(at) : punctuation(code, this.text, at);
    if (kind === undefined) {
      this.kind = "unknown";
      this.end = at + 1;
    } else if (typeof kind === "number") {
      this.kind = "quote";
      this.end = kind;
    } else {
      this.kind = kind;
      this.end = at + kind.length;
    }
  }

  /** `$'''` and `$$'''` open strings in which `${` and `$${` begin an expression; answers where the content begins. */
  #openingQuote(at: number): number | undefined {
    let end = at;
    while (this.text.charCodeAt(end) === 36) end++;
    return this.text.startsWith("'''", end) ? end + 3 : undefined;
  }
}

const DIRECTIVE = /^#(?:disable-next-line|disable-diagnostics|restore-diagnostics)/;
const LONGEST_DIRECTIVE = 24;

function punctuation(code: number, text: string, at: number): TokenKind | undefined {
  const second = text.charCodeAt(at + 1);
  switch (code) {
    case 123:
      return "{";
    case 125:
      return "}";
    case 40:
      return "(";
    case 41:
      return ")";
    case 91:
      return "[";
    case 93:
      return "]";
    case 64:
      return "@";
    case 44:
      return ",";
    case 46:
      return second === 46 && text.charCodeAt(at + 2) === 46 ? "..." : ".";
    case 58:
      return second === 58 ? "::" : ":";
    case 43:
      return "+";
    case 45:
      return "-";
    case 42:
      return "*";
    case 47:
      return "/";
    case 37:
      return "%";
    case 94:
      return "^";
    default:
      return comparison(code, second);
  }
}

function comparison(code: number, second: number): TokenKind | undefined {
  switch (code) {
    case 63:
      return second === 63 ? "??" : "?";
    case 33:
      return second === 61 ? "!=" : second === 126 ? "!~" : "!";
    case 60:
      return second === 61 ? "<=" : "<";
    case 62:
      return second === 61 ? ">=" : ">";
    case 61:
      return second === 61 ? "==" : second === 126 ? "=~" : second === 62 ? "=>" : "=";
    case 38:
      return second === 38 ? "&&" : undefined;
    case 124:
      return second === 124 ? "||" : "|";
    default:
      return undefined;
  }
}
