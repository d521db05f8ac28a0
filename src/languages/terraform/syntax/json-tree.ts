import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { MAX_DEPTH, TOO_DEEP } from "./parser.ts";
import type { Problem } from "./problem.ts";

/** Reads plain JSON into a tree with places; what is wrong with it goes to `problems`. */
export function readTree(text: string, problems: Problem[]): Node | undefined {
  const deep = tooDeepAt(text);
  if (deep !== -1) {
    problems.push({ message: TOO_DEEP, start: deep, end: deep + 1 });
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\ufeff/, " "), errors, { disallowComments: true });
  for (const { error, offset, length } of errors.slice(0, 20)) {
    const message = WORDS[printParseErrorCode(error)] ?? "This is not JSON.";
    // A comment that nobody ends is said to go on behind the end of the text.
    problems.push({ message, start: offset, end: Math.min(offset + length, text.length) });
  }
  return root;
}

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: "Expected a JSON value.",
  InvalidNumberFormat: "This is not a number in JSON.",
  PropertyNameExpected: "Expected a property name in double quotes.",
  ValueExpected: "Expected a JSON value.",
  ColonExpected: "Expected `:` behind the property name.",
  CommaExpected: "Expected `,` before this.",
  CloseBraceExpected: "Expected `}`: an object is not closed.",
  CloseBracketExpected: "Expected `]`: a list is not closed.",
  EndOfFileExpected: "Expected the end of the file: there can be one value only.",
  InvalidCommentToken: 'JSON has no comments; Terraform ignores a property named `"//"` in a block.',
  UnexpectedEndOfString: "This string is not closed.",
  UnexpectedEndOfNumber: "This number is not complete.",
  InvalidUnicode: "Expected four hexadecimal digits behind `\\u`.",
  InvalidEscapeCharacter: "This is not an escape in JSON.",
  InvalidCharacter: "This character has to be written as an escape.",
};

/** The offset of the first bracket that is nested too deep for a reader that calls itself; -1 when there is none. */
function tooDeepAt(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 34) quoted = !quoted;
    else if (quoted) quoted = code !== 10;
    else if (code === 123 || code === 91) {
      if (++depth > MAX_DEPTH) return at;
    } else if (code === 125 || code === 93) depth--;
  }
  return -1;
}
