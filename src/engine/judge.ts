import type { Resource } from "../model/index.ts";
import type { Network } from "../network/index.ts";
import type {
  Judgement,
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
import { given, isEffortSpent, isFalse, type Outcome, outcomeOf, type Truth } from "../value/index.ts";
import { effortSpent } from "./effort.ts";
import { declarationOf, spanOfPlace } from "./place.ts";
import type { CheckSettings } from "./settings.ts";
import { addressOf, type JudgedSubject, judgedSubject, resourceOf } from "./subject.ts";

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
  /** Faults of rules, an error each: the other rules still ran. And where truths began to be given up, if anywhere. */
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
  const diagnostics: Diagnostic[] = [...effortSpent({ path: input.path })];
  const paths = input.files.map((file) => file.path);
  for (const rule of rules) {
    for (const options of settings.variants(rule.id, paths)) {
      const context = { network, options, strict: settings.preset === "strict", intent };
      const level = (file: string): Severity | "off" => levelFor(settings.at(rule.id, file), options);
      const judged = new RuleRun(rule, context, level, input);
      judged.run();
      diagnostics.push(...judged.faults);
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

const RANK: Readonly<Record<Verdict, number>> = { pass: 0, unknown: 1, fail: 2 };

/** One rule with one set of options, over all that it judges. */
class RuleRun {
  /** By the address of the subject. */
  readonly verdicts = new Map<string, RuleVerdict>();
  readonly passed = new Set<string>();
  readonly faults: Diagnostic[] = [];
  readonly #rule: Rule;
  // What a rule is parametrised over is its own affair: subjects come out of `judges` and go back into `check`.
  readonly #definition: RuleDefinition<Subject, unknown>;
  readonly #context: RuleContext<unknown>;
  readonly #levelIn: (file: string) => Severity | "off";
  readonly #levels = new Map<SourceFile, Severity | "off">();
  /** Subjects of one rule mostly come file by file. */
  #latest: { readonly file: SourceFile; readonly level: Severity | "off" } | undefined;
  readonly #input: JudgedInput;

  /** `levelIn` tells how much the rule weighs in a file. */
  constructor(
    rule: Rule,
    context: RuleContext<unknown>,
    levelIn: (file: string) => Severity | "off",
    input: JudgedInput,
  ) {
    this.#rule = rule;
    this.#definition = rule as unknown as RuleDefinition<Subject, unknown>;
    this.#context = context;
    this.#levelIn = levelIn;
    this.#input = input;
  }

  run(): void {
    let isSpent = isEffortSpent();
    try {
      for (const subject of this.#definition.judges(this.#context)) {
        const resource = resourceOf(subject);
        if (resource && (resource.mode === "existing" || isFalse(resource.exists))) continue;
        try {
          this.#judge(subject, resource);
        } catch (error) {
          this.#fault(error, subject);
        }
        if (isSpent || !isEffortSpent()) continue;
        isSpent = true;
        this.faults.push(...effortSpent(this.#placeOf(subject)));
      }
    } catch (error) {
      this.#fault(error);
    }
  }

  #judge(subject: Subject, resource: Resource | undefined): void {
    const judgement = this.#definition.check(subject, this.#context);
    // Nearly every subject passes, and then only its address is kept.
    if (!this.#input.passes && isFalse(judgement.fails)) this.#pass(subject, resource);
    else this.#tell(subject, judgement);
  }

  #pass(subject: Subject, resource: Resource | undefined): void {
    const file = declarationOf(resource)?.file ?? this.#input.files[0];
    if (!file || this.#level(file) === "off") return;
    const address = addressOf(subject, this.#input.path);
    if (this.verdicts.size === 0 || !this.verdicts.has(address)) this.passed.add(address);
  }

  #tell(subject: Subject, judgement: Judgement): void {
    const { passes, path, files } = this.#input;
    const judged = judgedSubject(subject, path);
    const { address } = judged;
    const fails = given(judgement.fails, judged.exists);
    const verdict = VERDICT[outcomeOf(fails)];
    if (verdict === "pass" && !passes) {
      this.#pass(subject, judged.resource);
      return;
    }
    const told = judgement.tell();
    const at = spanOfPlace(told.at, judged, files);
    const level = at ? this.#level(at.file) : "off";
    const before = this.verdicts.get(address);
    if (!at || level === "off" || (before && RANK[verdict] <= RANK[before.verdict])) return;
    if (verdict === "pass") this.passed.add(address);
    else this.passed.delete(address);
    const severity = told.severity ?? level;
    this.verdicts.set(address, {
      rule: this.#rule,
      subject: judged,
      verdict,
      severity,
      told,
      fails,
      at,
    });
  }

  #level(file: SourceFile): Severity | "off" {
    if (this.#latest?.file === file) return this.#latest.level;
    const level = this.#levels.get(file) ?? this.#levelIn(file.path);
    this.#levels.set(file, level);
    this.#latest = { file, level };
    return level;
  }

  #fault(error: unknown, subject?: Subject): void {
    const { path } = this.#input;
    this.faults.push({
      severity: "error",
      code: "rule-fault",
      message: `The rule '${this.#rule.id}' failed${subject ? ` on ${addressOf(subject, path)}` : ""}: ${reasonOf(error)}. This is a mistake in the rule, not in your code.`,
      ...this.#placeOf(subject),
    });
  }

  #placeOf(subject: Subject | undefined): Pick<Diagnostic, "span" | "path"> {
    const place = subject && resourceOf(subject)?.span;
    return { ...(place && { span: firstLine(place) }), path: this.#input.path };
  }
}

const VERDICT: Readonly<Record<Outcome, Verdict>> = { true: "fail", false: "pass", unknown: "unknown" };

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
