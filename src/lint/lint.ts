import type { FlagSettings, Settings } from "../config/index.ts";
import {
  type AssembledReport,
  assembleReport,
  checkStack,
  type ReportOptions,
  reportedDiagnostic,
  type Scenario,
  type StackOutcome,
  suppressionRules,
} from "../engine/index.ts";
import type { Language, StackInputs } from "../model/index.ts";
import type { Rule } from "../rule/index.ts";
import type { Diagnostic, Reader } from "../source/index.ts";
import { type EvaluatedScenario, evaluateStack } from "./evaluate.ts";
import { linkStack } from "./link.ts";
import { nothingFound } from "./nothing-found.ts";
import { planStacks } from "./plan.ts";
import { openSessions } from "./sessions.ts";

export interface LintRequest {
  readonly reader: Reader;
  /** Files and folders; none means what the configuration lists as stacks, else the working directory. */
  readonly paths: readonly string[];
  readonly rules: readonly Rule[];
  readonly flags?: FlagSettings;
  readonly inputs?: StackInputs;
  /** A configuration file that alone holds; `false` for none. */
  readonly config?: string | false;
  readonly languages?: readonly Language[];
  readonly show?: Pick<ReportOptions, "showUnknown" | "showSuppressed"> & { readonly showPasses?: boolean };
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  readonly isBaselined?: ReportOptions["isBaselined"];
  /** Stacks that are evaluated but not reported; none when left out. */
  readonly isReported?: ReportOptions["isReported"];
  /** The i-th of n parts of the stacks, `index` from 1; all when left out. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** Told when a step ends, for `--stats`. */
  readonly onStep?: (step: string) => void;
}

export interface LintResult extends AssembledReport {
  /** Stacks were found, but the configuration leaves all of them out. */
  readonly allIgnored: boolean;
}

/** From paths to a report: finds stacks, reads their configurations, evaluates, links and judges them. */
export async function lint(request: LintRequest): Promise<LintResult> {
  const { reader, rules, show = {}, onStep } = request;
  const known = [...rules, ...Object.values(suppressionRules)];
  const sessions = await openSessions(request);
  const plan = await planStacks({
    reader,
    sessions,
    paths: request.paths,
    rules: known,
    flags: request.flags ?? {},
    inputs: request.inputs ?? {},
    ...(request.config !== undefined && { config: request.config }),
  });
  onStep?.("discover");
  const settings = new Map<string, Settings>();
  const outcomes: StackOutcome[] = [];
  const { index, count } = request.shard ?? { index: 1, count: 1 };
  const stacks = plan.stacks.filter((_, at) => at % count === index - 1);
  for (const stack of stacks) {
    settings.set(stack.source.path, stack.settings);
    const [first, ...rest] = await evaluateStack(stack);
    const linked = (one: EvaluatedScenario): Scenario => ({
      ...one,
      ...linkStack(one.stack, stack.settings),
    });
    const passes = show.showPasses === true;
    outcomes.push(checkStack([linked(first), ...rest.map(linked)], rules, stack.settings, { passes }));
  }
  onStep?.("check");
  const nothing: readonly Diagnostic[] =
    plan.stacks.length > 0 ? [] : [nothingFound(request.paths, plan.ignored)];
  const assembled = assembleReport(outcomes, {
    ...show,
    ruleIds: new Set(known.map((rule) => rule.id)),
    today: request.today,
    settingsFor: (stack) => settings.get(stack)?.rules,
    diagnostics: [...plan.diagnostics, ...nothing].map(reportedDiagnostic),
    ...(request.isBaselined && { isBaselined: request.isBaselined }),
    ...(request.isReported && { isReported: request.isReported }),
  });
  return { ...assembled, allIgnored: plan.stacks.length === 0 && plan.ignored > 0 };
}
