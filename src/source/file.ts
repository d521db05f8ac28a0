/** A position as people count it: both start at 1, columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that was read, with an index of its lines that is built when first asked for. */
export class SourceFile {
  /** Path relative to the working directory, with `/`; for display and for the reports. */
  readonly path: string;
  readonly text: string;
  #lineStarts: Uint32Array | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** Line and column of an offset in UTF-16 code units; offsets past the end count as the end. */
  position(offset: number): Position {
    const starts = this.lineStarts;
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (starts[low] ?? 0) + 1 };
  }

  /** Offset of a position; the inverse of `position`. Columns past the end of a line count as its end. */
  offset(position: Position): number {
    const starts = this.lineStarts;
    const start = starts[position.line - 1];
    if (start === undefined) return position.line < 1 ? 0 : this.text.length;
    const end = (starts[position.line] ?? this.text.length + 1) - 1;
    return Math.max(start, Math.min(start + position.column - 1, end));
  }

  /** The text of a line (counted from 1) without its line break; empty when there is no such line. */
  line(number: number): string {
    const start = this.lineStarts[number - 1];
    if (start === undefined) return "";
    const next = this.lineStarts[number] ?? this.text.length;
    return this.text.slice(start, next).replace(/\r?\n$/, "");
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  get lineStarts(): Uint32Array {
    this.#lineStarts ??= indexLines(this.text);
    return this.#lineStarts;
  }
}

function indexLines(text: string): Uint32Array {
  const starts: number[] = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}
