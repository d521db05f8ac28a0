import type { FlagSettings } from "../config/index.ts";
import {
  type AssembledReport,
  assembleReport,
  NO_TIMES,
  type ReportOptions,
  reportedDiagnostic,
  type StackOutcome,
  type StackTimes,
  suppressionRules,
} from "../engine/index.ts";
import type { Language } from "../model/index.ts";
import type { ReportedDiagnostic, Rule } from "../rule/index.ts";
import type { Diagnostic, Reader } from "../source/index.ts";
import { nothingFound } from "./nothing-found.ts";
import { type GivenInputs, type PlannedStack, planStacks } from "./plan.ts";
import { openSessions } from "./sessions.ts";
import { checkPlanned, type StackTask } from "./tasks.ts";

export interface LintRequest {
  readonly reader: Reader;
  /** Files and folders; none means what the configuration lists as stacks, else the working directory. */
  readonly paths: readonly string[];
  readonly rules: readonly Rule[];
  readonly flags?: FlagSettings;
  readonly inputs?: GivenInputs;
  /** A configuration file that alone holds; `false` for none. */
  readonly config?: string | false;
  readonly languages?: readonly Language[];
  readonly show?: Pick<ReportOptions, "showUnknown" | "showSuppressed"> & { readonly showPasses?: boolean };
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  /** What there was to say before, for example about plug-ins. */
  readonly diagnostics?: readonly ReportedDiagnostic[];
  readonly isBaselined?: ReportOptions["isBaselined"];
  /** Stacks that are evaluated but not reported; none when left out. */
  readonly isReported?: ReportOptions["isReported"];
  /** The i-th of n parts of the stacks, `index` from 1; all when left out. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** Others that check stacks at the same time; one that cannot gives undefined. */
  readonly helpers?: readonly Helper[];
  /** Told when a step ends, for `--stats`; with what its own steps took, which others may have done at the same time. */
  readonly onStep?: (step: string, parts?: Readonly<Record<string, number>>) => void;
}

export type Helper = (tasks: readonly StackTask[]) => Promise<readonly StackOutcome[] | undefined>;

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
  const { index, count } = request.shard ?? { index: 1, count: 1 };
  const stacks = plan.stacks.filter((_, at) => at % count === index - 1);
  const settings = new Map(stacks.map((stack) => [stack.source.path, stack.settings]));
  const outcomes = await checkAll(stacks, request);
  onStep?.("check", totalTimes(outcomes));
  const nothing: readonly Diagnostic[] =
    plan.stacks.length > 0 ? [] : [nothingFound(request.paths, plan.ignored)];
  const assembled = assembleReport(outcomes, {
    ...show,
    ruleIds: new Set(known.map((rule) => rule.id)),
    today: request.today,
    settingsFor: (stack) => settings.get(stack)?.rules,
    diagnostics: [
      ...(request.diagnostics ?? []),
      ...[...plan.diagnostics, ...nothing].map(reportedDiagnostic),
    ],
    ...(request.isBaselined && { isBaselined: request.isBaselined }),
    ...(request.isReported && { isReported: request.isReported }),
  });
  return { ...assembled, allIgnored: plan.stacks.length === 0 && plan.ignored > 0 };
}

function totalTimes(outcomes: readonly StackOutcome[]): Readonly<Record<keyof StackTimes, number>> {
  return outcomes.reduce(
    ({ evaluate, link, rules }, { times }) => ({
      evaluate: evaluate + times.evaluate,
      link: link + times.link,
      rules: rules + times.rules,
    }),
    NO_TIMES,
  );
}

/** Checks the stacks here and, at the same time, in the helpers; what a helper cannot do is done here. */
async function checkAll(
  stacks: readonly PlannedStack[],
  request: LintRequest,
): Promise<readonly StackOutcome[]> {
  const { rules, helpers = [], show } = request;
  const passes = show?.showPasses === true;
  const parts = helpers.length + 1;
  const ofPart = (part: number): readonly PlannedStack[] => stacks.filter((_, at) => at % parts === part);
  const elsewhere = helpers.map((help, at) =>
    help(ofPart(at + 1).map(({ source, scenarios }) => ({ source, scenarios }))),
  );
  const here = async (part: number): Promise<readonly StackOutcome[]> => {
    const outcomes: StackOutcome[] = [];
    for (const stack of ofPart(part)) outcomes.push(await checkPlanned(stack, rules, passes));
    return outcomes;
  };
  const done = [await here(0)];
  for (const [at, help] of elsewhere.entries()) done.push((await help) ?? (await here(at + 1)));
  return stacks.flatMap((_, at) => done[at % parts]?.[Math.floor(at / parts)] ?? []);
}
