import type { Finding, Report, ReportedDiagnostic, RuleSettings } from "../rule/index.ts";
import type { StackOutcome } from "./check.ts";
import { compareFindings, compareText } from "./order.ts";
import { applySuppressions } from "./suppression/index.ts";

export interface ReportOptions {
  readonly ruleIds: ReadonlySet<string>;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  readonly settingsFor: (stack: string) => RuleSettings | undefined;
  /** Diagnostics of discovery and configuration. */
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly showUnknown?: boolean;
  readonly showSuppressed?: boolean;
  /** Whether a finding is known from before and left alone. */
  readonly isBaselined?: (finding: Finding) => boolean;
  /** Whether a stack is reported; all are when absent. */
  readonly isReported?: (outcome: StackOutcome) => boolean;
}

export interface AssembledReport {
  readonly report: Report;
  /** The findings that count for the exit code, whether or not they are shown. */
  readonly counting: readonly Finding[];
  /** Every finding that is neither suppressed nor a pass: what a baseline is made of. */
  readonly standing: readonly Finding[];
}

/** Puts the outcomes of all stacks together: suppressions, baseline, what is shown, and the order. */
export function assembleReport(all: readonly StackOutcome[], options: ReportOptions): AssembledReport {
  const outcomes = options.isReported ? all.filter(options.isReported) : all;
  const unknownLevel = new Map(outcomes.map((outcome) => [outcome.summary.path, outcome.unknown]));
  const stackOfFile = new Map<string, string>();
  for (const { summary, files } of outcomes) {
    for (const file of files) if (!stackOfFile.has(file)) stackOfFile.set(file, summary.path);
  }
  const stackOf = (path: string): string => stackOfFile.get(path) ?? "";
  const suppressed = applySuppressions(
    outcomes.flatMap((outcome) => outcome.findings),
    outcomes.flatMap((outcome) => outcome.suppressions),
    {
      ruleIds: options.ruleIds,
      today: options.today,
      settingsFor: (path) => options.settingsFor(stackOf(path)),
      stackOf,
    },
  );
  const standing = suppressed.findings.filter((finding) => !finding.suppressed && finding.verdict !== "pass");
  const baselined = new Set(options.isBaselined ? standing.filter(options.isBaselined) : []);
  const open = standing.filter((finding) => !baselined.has(finding));
  const unknownCounts = (finding: Finding): boolean => (unknownLevel.get(finding.stack) ?? "off") !== "off";
  const isShown = (finding: Finding): boolean => {
    if (baselined.has(finding)) return false;
    if (finding.suppressed) return options.showSuppressed === true;
    return finding.verdict !== "unknown" || options.showUnknown === true || unknownCounts(finding);
  };
  const report: Report = {
    stacks: outcomes
      .map((outcome) => outcome.summary)
      .sort((a, b) => compareText(a.path, b.path) || compareText(a.language, b.language)),
    findings: suppressed.findings.filter(isShown).sort(compareFindings),
    diagnostics: distinctDiagnostics([
      ...options.diagnostics,
      ...outcomes.flatMap((outcome) => outcome.diagnostics),
      ...suppressed.diagnostics,
    ]),
    summary: {
      fail: open.filter((finding) => finding.verdict === "fail").length,
      unknown: open.filter((finding) => finding.verdict === "unknown").length,
      pass: outcomes.reduce((sum, outcome) => sum + outcome.passes, 0),
      suppressed: suppressed.findings.filter((finding) => finding.suppressed).length,
      baselined: baselined.size,
      files: new Set(outcomes.flatMap((outcome) => outcome.files)).size,
      stacks: outcomes.length,
    },
  };
  const counting = open.filter((finding) => finding.verdict === "fail" || unknownCounts(finding));
  return { report, counting, standing };
}

function distinctDiagnostics(diagnostics: readonly ReportedDiagnostic[]): readonly ReportedDiagnostic[] {
  const seen = new Map<string, ReportedDiagnostic>();
  for (const one of diagnostics) {
    const { location, path, code, message } = one;
    seen.set(
      `${location?.path ?? path}:${location?.start.line}:${location?.start.column}:${code}:${message}`,
      one,
    );
  }
  return [...seen.values()].sort(
    (a, b) =>
      compareText(a.location?.path ?? a.path ?? "", b.location?.path ?? b.path ?? "") ||
      (a.location?.start.line ?? 0) - (b.location?.start.line ?? 0) ||
      (a.location?.start.column ?? 0) - (b.location?.start.column ?? 0) ||
      compareText(a.message, b.message),
  );
}
