import type { FlagSettings } from "../config/index.ts";
import {
  checkStack,
  milliseconds,
  type Scenario,
  type StackOutcome,
  suppressionRules,
} from "../engine/index.ts";
import type { StackInputs, StackSource } from "../model/index.ts";
import type { Rule } from "../rule/index.ts";
import type { Reader } from "../source/index.ts";
import { renewEffort } from "../value/index.ts";
import { type EvaluatedScenario, evaluateStack } from "./evaluate.ts";
import { linkStack } from "./link.ts";
import { Configurations, folderOfStack, type PlannedStack } from "./plan.ts";
import { sessionsOf } from "./sessions.ts";

/** What has to be known of a stack to check it elsewhere: plain data, for a worker thread. */
export interface StackTask {
  readonly source: StackSource;
  readonly scenarios: readonly [StackInputs, ...StackInputs[]];
}

export interface TaskContext {
  readonly reader: Reader;
  readonly rules: readonly Rule[];
  readonly flags: FlagSettings;
  readonly config?: string | false;
  /** Passes are findings too. */
  readonly passes: boolean;
}

/** Evaluates, links and judges one planned stack. */
export async function checkPlanned(
  stack: PlannedStack,
  rules: readonly Rule[],
  passes: boolean,
): Promise<StackOutcome> {
  const start = milliseconds();
  const [first, ...rest] = await evaluateStack(stack);
  const evaluated = milliseconds();
  renewEffort();
  const linked = (one: EvaluatedScenario): Scenario => ({ ...one, ...linkStack(one.stack, stack.settings) });
  const scenarios: [Scenario, ...Scenario[]] = [linked(first), ...rest.map(linked)];
  const link = milliseconds() - evaluated;
  const outcome = checkStack(scenarios, rules, stack.settings, { passes });
  return { ...outcome, times: { ...outcome.times, evaluate: evaluated - start, link } };
}

/** Checks stacks that were planned elsewhere, in their order. */
export async function checkTasks(
  tasks: readonly StackTask[],
  context: TaskContext,
): Promise<readonly StackOutcome[]> {
  const { reader, rules, passes } = context;
  const configs = new Configurations({ ...context, rules: [...rules, ...Object.values(suppressionRules)] });
  const sessions = await sessionsOf(reader, new Set(tasks.map(({ source }) => source.language)));
  const outcomes: StackOutcome[] = [];
  for (const { source, scenarios } of tasks) {
    const session = sessions.get(source.language);
    if (!session) continue;
    const settings = await configs.forFolder(folderOfStack(source));
    outcomes.push(await checkPlanned({ source, scenarios, session, settings }, rules, passes));
  }
  return outcomes;
}
