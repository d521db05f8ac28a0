export type Severity = "error" | "warning" | "info";

/** What a rule counts as: a severity, or that it does not run. */
export type Level = Severity | "off";

export type Preset = "recommended" | "strict" | "hybrid";

const RANK: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

export function atLeast(severity: Severity, least: Severity): boolean {
  return RANK[severity] >= RANK[least];
}
