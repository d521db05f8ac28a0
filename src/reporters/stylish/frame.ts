import type { Location, SourceFile } from "../../source/index.ts";
import { forTerminal } from "../escape/terminal.ts";
import type { Paint, Style } from "./style.ts";

/** Lines of a range that are shown before it is cut. */
const MOST_LINES = 3;

/** The lines that a location covers, without the indent that they share, and with the range underlined. */
export function codeFrame(
  file: SourceFile,
  at: Location,
  width: number,
  style: Style,
  mark: Paint,
): readonly string[] {
  const last = Math.min(at.end.line, at.start.line + MOST_LINES - 1);
  const gutter = String(last).length;
  const shown = Array.from({ length: last - at.start.line + 1 }, (_, index) =>
    file.line(at.start.line + index),
  );
  const indent = Math.min(...shown.filter((text) => text.trim() !== "").map(indentOf), at.start.column - 1);
  const room = Math.max(20, width - gutter - 5);
  const lines: string[] = [];
  for (let number = at.start.line; number <= last; number++) {
    const text = file.line(number).slice(indent);
    const from = number === at.start.line ? at.start.column - 1 - indent : indentOf(text);
    const to = number === at.end.line ? Math.max(0, at.end.column - 1 - indent) : text.trimEnd().length;
    const cut = cutOut(text, from, to, room);
    lines.push(`  ${style.dim(`${String(number).padStart(gutter)} |`)} ${cut.text}`);
    if (cut.length > 0)
      lines.push(
        `  ${style.dim(`${" ".repeat(gutter)} |`)} ${" ".repeat(cut.from)}${mark("^".repeat(cut.length))}`,
      );
  }
  if (at.end.line > last) lines.push(`  ${style.dim(`${" ".repeat(gutter)} | …`)}`);
  return lines;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

interface Cut {
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/** The part of a line around a range that fits the room, escaped; the range in columns of what is shown. */
function cutOut(line: string, from: number, to: number, room: number): Cut {
  const start = line.length <= room || to <= room ? 0 : Math.max(0, Math.min(from - 10, line.length - room));
  const lead = start > 0 ? "…" : "";
  const shown = line.slice(start, start + room - lead.length);
  const tail = start + shown.length < line.length ? "…" : "";
  const before = forTerminal(shown.slice(0, from - start));
  const range = forTerminal(shown.slice(from - start, Math.max(to, from) - start));
  const after = forTerminal(shown.slice(Math.max(to, from) - start));
  const text = `${lead}${before}${range}${after}${tail}`.trimEnd();
  return { text, from: lead.length + before.length, length: Math.max(1, range.length) };
}
