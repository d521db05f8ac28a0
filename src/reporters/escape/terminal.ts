/**
 * Control characters, and characters that turn the reading direction, as visible text: what stands in a stranger's file
 * must not steer the terminal of whoever reads the report. Line breaks become blanks, tabs one blank.
 */
export function forTerminal(text: string): string {
  return text.replace(STEERING, (character) => {
    if (character === "\t" || character === "\n" || character === "\r") return " ";
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/** C0 and C1 controls, delete, bidirectional controls, line and paragraph separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const STEERING = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
