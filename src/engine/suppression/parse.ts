import type { Comment } from "../../model/index.ts";
import { type Location, locationOf } from "../../source/index.ts";

/** One comment that asks for silence. Plain data. */
export interface Suppression {
  /** Where the comment stands. */
  readonly location: Location;
  /** Rule ids and `family/*` patterns as written; empty for every rule (only in the form for a file). */
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until?: string;
  /** The lines it covers, both included. */
  readonly lines: { readonly first: number; readonly last: number };
}

const DIRECTIVE = /^\s*isolint-ignore(-file)?(?:\s+|$)/;
const REASON = /(?:^|\s)--\s+/;
const UNTIL = /\s*\buntil\s+(\d{4}-\d{2}-\d{2})\s*$/;

/** The suppression that a comment states; undefined for any other comment. */
export function parseSuppression(comment: Comment): Suppression | undefined {
  const text = comment.text.trim();
  const directive = DIRECTIVE.exec(text);
  if (!directive) return undefined;
  const rest = text.slice(directive[0].length);
  const dash = REASON.exec(rest);
  const names = dash ? rest.slice(0, dash.index) : rest;
  const because = dash ? rest.slice(dash.index + dash[0].length) : "";
  const until = UNTIL.exec(because) ?? UNTIL.exec(` ${names}`);
  return {
    location: locationOf(comment.span),
    rules: names
      .replace(UNTIL, "")
      .split(/[\s,]+/)
      .filter((name) => name !== ""),
    reason: because.replace(UNTIL, "").trim(),
    ...(until?.[1] && { until: until[1] }),
    lines: directive[1] ? { first: 1, last: comment.span.file.lineCount } : covered(comment),
  };
}

/** Inside a block's head: the block. After code: its line. On a line of its own: that line and the next one with code. */
function covered(comment: Comment): { first: number; last: number } {
  const { file, start, end } = comment.span;
  if (comment.block) {
    return { first: file.position(comment.block.start).line, last: file.position(comment.block.end).line };
  }
  const { line, column } = file.position(start);
  const last = file.position(end).line;
  const alone =
    file
      .line(line)
      .slice(0, column - 1)
      .trim() === "";
  if (!alone) return { first: line, last };
  let next = last + 1;
  while (next < file.lineCount && /^\s*(#|\/\/|\/\*.*\*\/\s*$|$)/.test(file.line(next))) next++;
  return { first: line, last: next };
}
