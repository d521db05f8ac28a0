import type { Span } from "../../../source/index.ts";
import type { JsonDocument } from "./read.ts";

/**
 * How Terraform, Jinja and Go templates, ERB, and the token replacement of pipelines open what they fill in, and what is written for people
 * to fill in: `<your-name>`.
 */
const OPENING = /\$\{|%\{|\{\{|<%|#\{|__\w|<[A-Za-z][^<>"\n]*>/y;

/**
 * Where a file stops being JSON at a placeholder outside of a string: it is text for a template engine, which makes JSON of it.
 * Undefined for JSON, and for a file that is wrong in another way.
 */
export function placeholderIn({ file, diagnostics }: JsonDocument): Span | undefined {
  const place = diagnostics[0]?.span;
  if (!place) return undefined;
  // A parser takes the first brace of two for an object.
  for (const start of [place.start, place.start - 1]) {
    OPENING.lastIndex = Math.max(start, 0);
    const [opening] = OPENING.exec(file.text) ?? [];
    if (opening) return { file, start, end: start + opening.length };
  }
  return undefined;
}
