import type { Report, Severity } from "../../rule/index.ts";
import { forTerminal } from "../escape/terminal.ts";
import { counted } from "../reporter.ts";
import { type Style, wrapText } from "./style.ts";

/** Names above which the rest is only counted. */
const MOST_NAMES = 8;

/** What was found, what was checked, what was not understood and what was taken for granted. */
export function summaryLines(report: Report, width: number, style: Style): readonly string[] {
  const { summary, stacks } = report;
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const scope = `${counted(summary.stacks, "stack")}, ${counted(summary.files, "file")}, ${counted(resources, "resource")}`;
  return [
    verdictLine(report, style),
    `Checked ${scope}: ${asides(report)}.`,
    ...paragraph("Not understood", notUnderstood(report), width),
    ...paragraph("Taken for granted", namedOnce(stacks.flatMap((stack) => stack.assumptions)), width),
  ];
}

function verdictLine({ findings, diagnostics, summary }: Report, style: Style): string {
  const count = (wanted: Severity): number =>
    findings.filter(
      ({ verdict, severity, suppressed }) => verdict === "fail" && severity === wanted && !suppressed,
    ).length;
  const faults = diagnostics.filter(({ severity }) => severity === "error").length;
  const parts = [
    count("error") > 0 ? style.error(counted(count("error"), "error")) : "",
    count("warning") > 0 ? style.warning(counted(count("warning"), "warning")) : "",
    count("info") > 0 ? style.info(`${count("info")} info`) : "",
  ].filter((part) => part !== "");
  const broken = faults > 0 ? style.error(`${counted(faults, "problem")} in the input`) : "";
  if (parts.length > 0) return `${parts.join(", ")}${broken ? `, and ${broken}` : ""}.`;
  if (broken) return `${broken}.`;
  return summary.stacks === 0 ? "Nothing was checked." : style.pass("Nothing found.");
}

function asides({ summary }: Report): string {
  return [
    `${summary.pass} passed`,
    ...(summary.unknown > 0 ? [`${summary.unknown} not decided (--show-unknown)`] : []),
    ...(summary.suppressed > 0 ? [`${summary.suppressed} suppressed`] : []),
    ...(summary.baselined > 0 ? [`${summary.baselined} in the baseline`] : []),
  ].join(", ");
}

function notUnderstood({ stacks }: Report): readonly string[] {
  const types = new Map<string, number>();
  for (const { notUnderstood } of stacks) {
    for (const [type, count] of Object.entries(notUnderstood.types))
      types.set(type, (types.get(type) ?? 0) + count);
  }
  const byCount = [...types].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return [
    ...byCount.map(([type, count]) => `${count} ${type}`),
    ...namedOnce(stacks.flatMap((stack) => stack.notUnderstood.modules)),
  ];
}

function namedOnce(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function paragraph(label: string, names: readonly string[], width: number): readonly string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMES).join("; ");
  const more = names.length > MOST_NAMES ? `; and ${names.length - MOST_NAMES} more` : "";
  return wrapText(`${label}: ${forTerminal(shown)}${more}.`, width);
}
