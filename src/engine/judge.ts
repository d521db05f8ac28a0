import type { Network } from "../network/index.ts";
import type {
  Rule,
  RuleContext,
  RuleDefinition,
  RuleSetting,
  Severity,
  Subject,
  Told,
  Verdict,
} from "../rule/index.ts";
import { type Diagnostic, firstLine, type SourceFile, type Span } from "../source/index.ts";
import { given, isFalse, type Outcome, outcomeOf, type Truth } from "../value/index.ts";
import { fileOf, spanOfPlace } from "./place.ts";
import type { CheckSettings } from "./settings.ts";
import { type JudgedSubject, judgedSubject } from "./subject.ts";

/** One rule's verdict on one subject in one scenario. */
export interface RuleVerdict {
  readonly rule: Rule;
  readonly subject: JudgedSubject;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly told: Told;
  /** Whether it fails in the world where the subject exists. */
  readonly fails: Truth;
  readonly at: Span;
}

export interface JudgedStack {
  /** Failures and unknowns; passes where they are to be shown. */
  readonly verdicts: readonly RuleVerdict[];
  /** Addresses of the subjects that pass, by rule. Nearly all do: nothing else is kept of them. */
  readonly passed: ReadonlyMap<string, ReadonlySet<string>>;
  /** Faults of rules: an error each, and the other rules still ran. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What the verdicts are about, besides the network itself. */
export interface JudgedInput {
  /** Whether passes are to be shown, with their places; otherwise they are only counted, and their place is the declaration. */
  readonly passes: boolean;
  readonly path: string;
  readonly files: readonly SourceFile[];
}

/** Runs the rules over one network: one verdict for each subject of each rule. */
export function runRules(
  network: Network,
  rules: readonly Rule[],
  { rules: settings, intent }: Pick<CheckSettings, "rules" | "intent">,
  input: JudgedInput,
): JudgedStack {
  const verdicts: RuleVerdict[] = [];
  const passed = new Map<string, Set<string>>();
  const diagnostics: Diagnostic[] = [];
  const paths = input.files.map((file) => file.path);
  for (const rule of rules) {
    for (const options of settings.variants(rule.id, paths)) {
      const context = { network, options, strict: settings.preset === "strict", intent };
      const levels = new Map<string, Severity | "off">();
      const levelIn = (file: string): Severity | undefined => {
        const level = levels.get(file) ?? levelFor(settings.at(rule.id, file), options);
        levels.set(file, level);
        return level === "off" ? undefined : level;
      };
      const judged = judgeAll(rule, context, levelIn, input, diagnostics);
      for (const verdict of judged.verdicts.values()) verdicts.push(verdict);
      const before = passed.get(rule.id);
      if (before) for (const address of judged.passed) before.add(address);
      else passed.set(rule.id, judged.passed);
    }
  }
  return { verdicts, passed, diagnostics };
}

/** How much a rule weighs under a setting; nothing where it runs with other options. */
function levelFor({ level, options: own }: RuleSetting, options: unknown): Severity | "off" {
  return own === options ? level : "off";
}

interface JudgedRule {
  /** By the address of the subject. */
  readonly verdicts: ReadonlyMap<string, RuleVerdict>;
  readonly passed: Set<string>;
}

const RANK: Readonly<Record<Verdict, number>> = { pass: 0, unknown: 1, fail: 2 };

/** `levelIn` tells how much the rule weighs in a file; undefined where it is off. */
function judgeAll(
  rule: Rule,
  context: RuleContext<unknown>,
  levelIn: (file: string) => Severity | undefined,
  input: JudgedInput,
  diagnostics: Diagnostic[],
): JudgedRule {
  // What a rule is parametrised over is its own affair: subjects come out of `judges` and go back into `check`.
  const definition = rule as unknown as RuleDefinition<Subject, unknown>;
  const verdicts = new Map<string, RuleVerdict>();
  const passed = new Set<string>();
  let judging: JudgedSubject | undefined;
  const fault = (error: unknown): void => {
    const place = judging?.resource?.span;
    diagnostics.push({
      severity: "error",
      code: "rule-fault",
      message: `The rule '${rule.id}' failed${judging ? ` on ${judging.address}` : ""}: ${reasonOf(error)}. This is a mistake in the rule, not in your code.`,
      ...(place && { span: firstLine(place) }),
      path: input.path,
    });
  };
  const judge = (subject: Subject, judged: JudgedSubject): void => {
    const { address } = judged;
    const judgement = definition.check(subject, context);
    const fails = given(judgement.fails, judged.exists);
    const verdict = VERDICT[outcomeOf(fails)];
    const before = verdicts.size > 0 ? verdicts.get(address) : undefined;
    if (verdict === "pass" && !input.passes) {
      const file = fileOf(judged, input.files);
      if (!before && file && levelIn(file.path)) passed.add(address);
      return;
    }
    const told = judgement.tell();
    const at = spanOfPlace(told.at, judged, input.files);
    const level = at && levelIn(at.file.path);
    if (!level || (before && RANK[verdict] <= RANK[before.verdict])) return;
    if (verdict === "pass") passed.add(address);
    else passed.delete(address);
    const severity = told.severity ?? level;
    verdicts.set(address, { rule, subject: judged, verdict, severity, told, fails, at });
  };
  try {
    for (const subject of definition.judges(context)) {
      judging = judgedSubject(subject, input.path);
      if (judging.resource?.mode === "existing" || isFalse(judging.exists)) continue;
      try {
        judge(subject, judging);
      } catch (error) {
        fault(error);
      }
      judging = undefined;
    }
  } catch (error) {
    fault(error);
  }
  return { verdicts, passed };
}

const VERDICT: Readonly<Record<Outcome, Verdict>> = { true: "fail", false: "pass", unknown: "unknown" };

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
