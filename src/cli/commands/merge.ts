import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { compareFindings } from "../../engine/index.ts";
import type { Finding, Report, ReportedDiagnostic, StackSummary, Summary } from "../../rule/index.ts";
import { formatOfCi } from "../ci.ts";
import { type ExitCode, exitCodeFor } from "../exit.ts";
import { FileReader, repositoryOf } from "../files/index.ts";
import { allRules } from "../known-rules.ts";
import type { Terminal } from "../output.ts";
import { parseFlags, UsageError } from "../usage.ts";
import { failOn, outputsOf, reportFlags } from "./lint-flags.ts";
import { writeReports } from "./write-reports.ts";

export const mergeFlags = reportFlags;

/** `isolint merge <reports…>`: one report out of the JSON reports of several shards. */
export async function mergeCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, mergeFlags);
  if (paths.length === 0) throw new UsageError("`isolint merge` takes the JSON reports to merge.");
  const outputs = outputsOf(values, formatOfCi(terminal.environment));
  const least = failOn(values);
  const report = mergeReports(paths.map((path) => readReport(path, terminal.cwd)));
  const reader = new FileReader({ cwd: terminal.cwd, roots: [repositoryOf(terminal.cwd)] });
  await writeReports(report, outputs, { reader, values, terminal, rules: allRules() });
  const counting = report.findings.filter(({ verdict, suppressed }) => verdict === "fail" && !suppressed);
  return exitCodeFor(report, counting, least);
}

function readReport(path: string, cwd: string): Report {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(resolve(cwd, path), "utf8"));
  } catch (error) {
    throw new UsageError(`'${path}' cannot be read as a report: ${(error as Error).message}.`);
  }
  const report = data as Partial<Report> & { readonly version?: unknown };
  const lists = [report?.stacks, report?.findings, report?.diagnostics];
  if (report?.version !== 1 || !lists.every(Array.isArray) || typeof report.summary !== "object") {
    throw new UsageError(`'${path}' is not a JSON report, version 1: write one with \`--format json\`.`);
  }
  return report as Report;
}

const COUNTS = ["fail", "unknown", "pass", "suppressed", "baselined", "files", "stacks"] as const;

/** Stacks, findings and diagnostics of all; what several reports say alike is said once. */
function mergeReports(reports: readonly Report[]): Report {
  const summary = Object.fromEntries(
    COUNTS.map((name) => [
      name,
      reports.reduce((sum, report) => sum + (Number(report.summary[name]) || 0), 0),
    ]),
  );
  const findings = distinct<Finding>(reports.flatMap((report) => report.findings));
  return {
    stacks: distinct<StackSummary>(reports.flatMap((report) => report.stacks)),
    findings: findings.toSorted(compareFindings),
    diagnostics: distinct<ReportedDiagnostic>(reports.flatMap((report) => report.diagnostics)),
    summary: summary as unknown as Summary,
  };
}

function distinct<T>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}
