import type { Finding, Report, ReportedDiagnostic, RuleMeta } from "../rule/index.ts";
import type { Location, SourceFile } from "../source/index.ts";

/** A rule as the reports describe it. */
export type ReportedRule = RuleMeta & { readonly id: string };

export interface ReportContext {
  /** Of isolint. */
  readonly version: string;
  /** All rules, in order of their ids. */
  readonly rules: readonly ReportedRule[];
  /** The text that a finding points into, where it is at hand. */
  readonly source: (path: string) => SourceFile | undefined;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Only findings of severity error and diagnostics are shown; the summary is left out. */
  readonly quiet: boolean;
}

/** A report format: report in, text out. The text ends with a line break unless it is empty. */
export type Reporter = (report: Report, context: ReportContext) => string;

/** `path:line:column` of a place. */
export function placeText({ path, start }: Location): string {
  return `${path}:${start.line}:${start.column}`;
}

/** Where a diagnostic is, as far as it says; empty when it concerns no file. */
export function diagnosticPlace({ location, path }: ReportedDiagnostic): string {
  return location ? placeText(location) : (path ?? "");
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The inputs under which a finding holds, in words; empty when it holds however its stack is evaluated. */
export function scenarioText({ scenarios, stack }: Finding, { stacks }: Report): string {
  const all = stacks.find(({ path }) => path === stack)?.scenarios ?? [];
  return scenarios.length === 0 || scenarios.length >= all.length ? "" : `with ${scenarios.join(", ")}`;
}
