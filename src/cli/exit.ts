import type { Finding, Report, Severity } from "../rule/index.ts";
import { atLeast } from "../rule/index.ts";

/** The only exit codes there are. */
export const EXIT = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** isolint could not do its work, or not all of it. */
  trouble: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a lint run. `counting` are the findings that are not suppressed, baselined or off. */
export function exitCodeFor(
  report: Report,
  counting: readonly Finding[],
  failOn: Severity | "none",
): ExitCode {
  if (report.diagnostics.some(({ severity }) => severity === "error")) return EXIT.trouble;
  if (failOn === "none") return EXIT.clean;
  return counting.some(({ severity }) => atLeast(severity, failOn)) ? EXIT.findings : EXIT.clean;
}
