import type { Finding } from "../rule/index.ts";

/** By path, line, column and rule, then by what is left: the same input gives the same bytes. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.location.path, b.location.path) ||
    a.location.start.line - b.location.start.line ||
    a.location.start.column - b.location.start.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.subject.address, b.subject.address) ||
    compareText(a.stack, b.stack) ||
    compareText(a.verdict, b.verdict)
  );
}

/** By code units: the same order on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
