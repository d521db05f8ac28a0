/** What a character below 128 starts, for the scanner's first step. */
export const BLANK = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** A token of its own, whatever follows. */
export const SINGLE = 4;

/** The class of every ASCII character; 0 for those that need a closer look. */
export const ASCII: Uint8Array = asciiClasses();

function asciiClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  classes[9] = BLANK;
  classes[32] = BLANK;
  for (let code = 48; code <= 57; code++) classes[code] = DIGIT;
  for (let code = 65; code <= 90; code++) classes[code] = classes[code + 32] = LETTER;
  classes[95] = LETTER;
  for (const character of '{}[](),?+*%"') classes[character.charCodeAt(0)] = SINGLE;
  return classes;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The offset behind the identifier that starts at `at`; `at` itself when none starts there. */
export function identifierEnd(text: string, at: number): number {
  const length = text.length;
  let end = at;
  while (end < length) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      const kind = ASCII[code];
      const fits = kind === LETTER || (end > at && (kind === DIGIT || code === 45));
      if (!fits) break;
      end++;
    } else {
      const character = String.fromCodePoint(text.codePointAt(end) as number);
      if (!(end === at ? startsName(character) : continuesName(character))) break;
      end += character.length;
    }
  }
  return end;
}

// Unicode's classes take a while to be put together, and few files need them.
function startsName(character: string): boolean {
  return /^[\p{ID_Start}_]$/u.test(character);
}

function continuesName(character: string): boolean {
  return /^[\p{ID_Continue}-]$/u.test(character);
}

/** White space as strip markers and heredoc indentation mean it: Unicode's, without the byte order mark. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** How many characters of white space a text starts with. */
export function leadingSpaces(text: string): number {
  let count = 0;
  while (count < text.length && isSpace(text.charCodeAt(count))) count++;
  return count;
}

export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Offset of the line break (`\n`, or the `\r` before it) that ends the line of `at`; the text's length on the last line. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf("\n", at);
  if (newline === -1) return text.length;
  return newline > at && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

/** The number of the line of an offset, counted from 1. For messages only. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
