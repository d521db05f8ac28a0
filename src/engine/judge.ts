import type { Network } from "../network/index.ts";
import type {
  Judgement,
  Rule,
  RuleContext,
  RuleDefinition,
  Severity,
  Subject,
  Verdict,
} from "../rule/index.ts";
import { type Diagnostic, firstLine, type SourceFile, type Span } from "../source/index.ts";
import { given, isFalse, type Outcome, outcomeOf, type Truth } from "../value/index.ts";
import { spanOfPlace } from "./place.ts";
import type { CheckSettings } from "./settings.ts";
import { type JudgedSubject, judgedSubject } from "./subject.ts";

/** One rule's verdict on one subject in one scenario, not yet put into words. */
export interface RuleVerdict {
  readonly rule: Rule;
  readonly subject: JudgedSubject;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly judgement: Judgement;
  /** Whether it fails in the world where the subject exists. */
  readonly fails: Truth;
  readonly at: Span;
}

export interface JudgedStack {
  readonly verdicts: readonly RuleVerdict[];
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
  const diagnostics: Diagnostic[] = [];
  const paths = input.files.map((file) => file.path);
  for (const rule of rules) {
    for (const options of settings.variants(rule.id, paths)) {
      const context = { network, options, strict: settings.preset === "strict", intent };
      for (const verdict of judgeAll(rule, context, input, diagnostics)) {
        const setting = settings.at(rule.id, verdict.at.file.path);
        if (setting.level === "off" || setting.options !== options) continue;
        verdicts.push({ ...verdict, severity: verdict.judgement.severity ?? setting.level });
      }
    }
  }
  return { verdicts, diagnostics };
}

type Unweighed = Omit<RuleVerdict, "severity">;

const RANK: Readonly<Record<Verdict, number>> = { pass: 0, unknown: 1, fail: 2 };

function judgeAll(
  rule: Rule,
  context: RuleContext<unknown>,
  input: JudgedInput,
  diagnostics: Diagnostic[],
): Iterable<Unweighed> {
  // What a rule is parametrised over is its own affair: subjects come out of `judges` and go back into `check`.
  const definition = rule as unknown as RuleDefinition<Subject, unknown>;
  const verdicts = new Map<string, Unweighed>();
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
  try {
    for (const subject of definition.judges(context)) {
      judging = judgedSubject(subject, input.path);
      if (judging.resource?.mode === "existing" || isFalse(judging.exists)) continue;
      try {
        const verdict = judgeOne(rule, definition.check(subject, context), judging, input);
        const before = verdicts.get(judging.address);
        if (verdict && (!before || RANK[verdict.verdict] > RANK[before.verdict]))
          verdicts.set(judging.address, verdict);
      } catch (error) {
        fault(error);
      }
      judging = undefined;
    }
  } catch (error) {
    fault(error);
  }
  return verdicts.values();
}

const VERDICT: Readonly<Record<Outcome, Verdict>> = { true: "fail", false: "pass", unknown: "unknown" };

function judgeOne(
  rule: Rule,
  judgement: Judgement,
  subject: JudgedSubject,
  { files, passes }: JudgedInput,
): Unweighed | undefined {
  const fails = given(judgement.fails, subject.exists);
  const verdict = VERDICT[outcomeOf(fails)];
  const place = verdict === "pass" && !passes ? undefined : judgement.at;
  const at = spanOfPlace(place, subject, files);
  return at && { rule, subject, verdict, judgement, fails, at };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
