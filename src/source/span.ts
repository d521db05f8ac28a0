import type { Position, SourceFile } from "./file.ts";

/** A range of a file, in offsets of UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A span in lines and columns, as the reports give it. */
export interface Location {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

export function span(file: SourceFile, start: number, end: number): Span {
  return { file, start, end };
}

export function spanText(at: Span): string {
  return at.file.text.slice(at.start, at.end);
}

export function locationOf(at: Span): Location {
  return { path: at.file.path, start: at.file.position(at.start), end: at.file.position(at.end) };
}

/** The part of a span that lies on its first line: where a whole declaration is meant, its head is shown. */
export function firstLine(at: Span): Span {
  const newline = at.file.text.indexOf("\n", at.start);
  if (newline === -1 || newline >= at.end) return at;
  const end = at.file.text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
  return { file: at.file, start: at.start, end: Math.max(at.start, end) };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** Orders by path, then by place: the order of every list that is printed. */
export function compareSpans(a: Span, b: Span): number {
  if (a.file.path !== b.file.path) return a.file.path < b.file.path ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
