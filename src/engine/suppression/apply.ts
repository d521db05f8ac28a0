import type { Finding, ReportedDiagnostic, RuleSettings } from "../../rule/index.ts";
import { didYouMean } from "../../source/index.ts";
import type { Suppression } from "./parse.ts";
import { type SuppressionRule, suppressionRules } from "./rules.ts";

export interface SuppressionContext {
  /** All rules that exist, also those that are off. */
  readonly ruleIds: ReadonlySet<string>;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  /** The settings that hold for a file. */
  readonly settingsFor: (path: string) => RuleSettings | undefined;
  /** The stack that a file belongs to, for findings about its comments. */
  readonly stackOf: (path: string) => string;
}

export interface Suppressed {
  /** All findings; those that a comment silences carry its reason. Findings about the comments are added. */
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

/** Applies the suppressions of a whole run to its findings: a file that several stacks use is judged by all of them. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  context: SuppressionContext,
): Suppressed {
  if (suppressions.length === 0) return { findings, diagnostics: [] };
  const byPath = new Map<string, ActiveSuppression[]>();
  const active = distinct(suppressions).map((suppression) => new ActiveSuppression(suppression, context));
  for (const one of active) {
    const { path } = one.suppression.location;
    byPath.set(path, [...(byPath.get(path) ?? []), one]);
  }
  const judged = findings.map((finding) => {
    const holding = byPath.get(finding.location.path)?.find((one) => one.silences(finding));
    return holding ? { ...finding, suppressed: { reason: holding.suppression.reason } } : finding;
  });
  return {
    findings: [...judged, ...active.flatMap((one) => one.findings())],
    diagnostics: active.flatMap((one) => one.unknownRules()),
  };
}

/** A comment read through several stacks or scenarios is one comment. */
function distinct(suppressions: readonly Suppression[]): readonly Suppression[] {
  const seen = new Map<string, Suppression>();
  for (const one of suppressions) {
    const { path, start } = one.location;
    seen.set(`${path}:${start.line}:${start.column}`, one);
  }
  return [...seen.values()];
}

class ActiveSuppression {
  readonly suppression: Suppression;
  readonly #context: SuppressionContext;
  readonly #used = new Set<string>();

  constructor(suppression: Suppression, context: SuppressionContext) {
    this.suppression = suppression;
    this.#context = context;
  }

  /** Whether this comment silences the finding; remembers that it did. */
  silences(finding: Finding): boolean {
    const { lines, rules } = this.suppression;
    if (this.#expired || finding.verdict === "pass") return false;
    if (finding.location.start.line > lines.last || finding.location.end.line < lines.first) return false;
    const named = rules.find((rule) => matches(rule, finding.rule));
    if (named === undefined && rules.length > 0) return false;
    this.#used.add(named ?? "");
    return true;
  }

  /** What is to be said about the comment itself. */
  findings(): readonly Finding[] {
    const { rules, reason, until } = this.suppression;
    const found: Finding[] = [];
    const report = (rule: SuppressionRule, message: string): void => {
      const { path } = this.suppression.location;
      const level = this.#context.settingsFor(path)?.at(rule.id, path).level ?? "off";
      if (level !== "off") found.push(this.#finding(rule, level, message));
    };
    if (this.#expired)
      report(
        suppressionRules.expired,
        `This suppression held until ${until} and no longer silences anything.`,
      );
    else {
      for (const name of rules.length === 0 ? [""] : rules) {
        if (this.#used.has(name) || (name !== "" && !this.#couldHaveSpoken(name))) continue;
        report(
          suppressionRules.unused,
          `This suppression silences nothing${name === "" ? "" : ` of ${name}`}.`,
        );
      }
    }
    if (reason === "") report(suppressionRules.withoutReason, "This suppression gives no reason.");
    return found;
  }

  unknownRules(): readonly ReportedDiagnostic[] {
    const { ruleIds } = this.#context;
    const { rules, location } = this.suppression;
    const diagnostics: ReportedDiagnostic[] = rules
      .filter((rule) => ![...ruleIds].some((id) => matches(rule, id)))
      .map((rule) => ({
        severity: "error",
        code: "unknown-rule",
        message: `There is no rule '${rule}' to suppress${didYouMean(rule, ruleIds)}`,
        location,
      }));
    return diagnostics;
  }

  get #expired(): boolean {
    return this.suppression.until !== undefined && this.suppression.until < this.#context.today;
  }

  /** A rule that did not run has nothing to silence, which is no fault of the comment. Unknown names have their own message. */
  #couldHaveSpoken(name: string): boolean {
    const { path } = this.suppression.location;
    const settings = this.#context.settingsFor(path);
    return [...this.#context.ruleIds].some(
      (id) => matches(name, id) && settings?.at(id, path).level !== "off",
    );
  }

  #finding(rule: SuppressionRule, severity: Finding["severity"], message: string): Finding {
    const { location } = this.suppression;
    const stack = this.#context.stackOf(location.path);
    return {
      rule: rule.id,
      verdict: "fail",
      severity,
      message,
      remedy: rule.remedy,
      stack,
      scenarios: [],
      subject: { type: "comment", address: `${location.path}:${location.start.line}`, name: null },
      location,
      trace: [],
      fixable: false,
    };
  }
}

function matches(pattern: string, rule: string): boolean {
  return pattern === rule || (pattern.endsWith("/*") && rule.startsWith(pattern.slice(0, -1)));
}
