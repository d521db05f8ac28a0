/**
 * Kinds of tokens. A token of one character is its character code; the others are numbered from 256.
 * Plain constants rather than a table, because the scanner and parser live on comparing them.
 */
export const END: number = 0;
/** Nothing fits any more: a mistake was found and the parser is on its way back to the body. */
export const FAILED: number = 1;
export const NEWLINE: number = 10;
export const BANG: number = 33;
export const QUOTE: number = 34;
export const PERCENT: number = 37;
export const OPEN_PAREN: number = 40;
export const CLOSE_PAREN: number = 41;
export const STAR: number = 42;
export const PLUS: number = 43;
export const COMMA: number = 44;
export const MINUS: number = 45;
export const DOT: number = 46;
export const SLASH: number = 47;
export const COLON: number = 58;
export const LESS: number = 60;
export const EQUALS: number = 61;
export const GREATER: number = 62;
export const QUESTION: number = 63;
export const OPEN_BRACKET: number = 91;
export const CLOSE_BRACKET: number = 93;
export const OPEN_BRACE: number = 123;
export const CLOSE_BRACE: number = 125;

export const IDENTIFIER: number = 256;
export const NUMBER: number = 257;
/** `<<EOT` or `<<-EOT` with its line break. */
export const HEREDOC: number = 258;
export const EQUAL: number = 259;
export const NOT_EQUAL: number = 260;
export const AT_MOST: number = 261;
export const AT_LEAST: number = 262;
export const AND: number = 263;
export const OR: number = 264;
export const COLONS: number = 265;
export const ELLIPSIS: number = 266;
export const ARROW: number = 267;
/** `~}`, which closes a template sequence. */
export const TRIM_CLOSE: number = 268;
/** A character that has no meaning in the language. */
export const STRAY: number = 269;

/** A token in the words of a message. */
export function describeToken(token: number, written: string): string {
  switch (token) {
    case END:
      return "the end of the file";
    case NEWLINE:
      return "the end of the line";
    case IDENTIFIER:
      return `\`${shorten(written)}\``;
    case NUMBER:
      return `the number ${shorten(written)}`;
    case QUOTE:
      return "a string";
    case HEREDOC:
      return "a heredoc";
    case STRAY:
      return `the character ${JSON.stringify(written)}`;
    default:
      return `\`${written}\``;
  }
}

function shorten(written: string): string {
  return written.length > 40 ? `${written.slice(0, 39)}…` : written;
}
