import { literal, partsOf, type Template, type Value } from "../../../value/index.ts";

/** What people see as the characters of a text: Terraform counts, cuts and reverses by them. */
export function charactersOf(text: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: printable and control characters of ASCII, but for the pair CR LF
  if (/^[\x00-\x0c\x0e-\x7f]*$/.test(text)) return [...text];
  // Made here: it takes ten milliseconds, and hardly any run needs one.
  const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(clusters.segment(text), ({ segment }) => segment);
}

/** Text before the first unknown part; all of it for a literal, none for a symbol. */
export function knownStart(value: Value): string {
  return endOf(value, 0);
}

/** Text after the last unknown part. */
export function knownEnd(value: Value): string {
  return endOf(value, -1);
}

function endOf(value: Value, at: 0 | -1): string {
  if (value.kind === "literal") return String(value.value ?? "");
  if (value.kind !== "template") return "";
  const part = partsOf(value).at(at);
  return part?.kind === "literal" ? String(part.value ?? "") : "";
}

/** The known texts of a string, in order. */
export function knownTexts(value: Value): readonly string[] {
  if (value.kind === "literal") return [String(value.value ?? "")];
  if (value.kind !== "template") return [];
  return partsOf(value).flatMap((part) => (part.kind === "literal" ? [String(part.value ?? "")] : []));
}

/** A template with the first or last known text replaced. */
export function withEnd(template: Template, at: 0 | -1, text: string): readonly Value[] {
  const parts = [...partsOf(template)];
  parts[at === 0 ? 0 : parts.length - 1] = literal(text);
  return parts;
}

/** Go's `unicode.IsSpace`: what `trimspace` takes for space. */
export const SPACE =
  "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
