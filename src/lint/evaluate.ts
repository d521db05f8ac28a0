import type { EvaluatedStack, StackInputs } from "../model/index.ts";
import { baseName } from "../source/index.ts";
import { renewEffort } from "../value/index.ts";
import type { PlannedStack } from "./plan.ts";

export interface EvaluatedScenario {
  /** What the inputs are called, `prod.tfvars`; empty when there are none. */
  readonly name: string;
  readonly stack: EvaluatedStack;
}

/** Evaluates a stack in each of its scenarios. */
export async function evaluateStack({
  session,
  source,
  scenarios,
  settings,
}: PlannedStack): Promise<[EvaluatedScenario, ...EvaluatedScenario[]]> {
  const evaluate = async (inputs: StackInputs): Promise<EvaluatedScenario> => {
    const stack = await session.evaluate(source, { ...inputs, cloud: settings.cloud });
    return { name: scenarioName(inputs, stack.inputs), stack };
  };
  renewEffort();
  const [first, ...rest] = scenarios;
  const evaluated: [EvaluatedScenario, ...EvaluatedScenario[]] = [await evaluate(first)];
  for (const inputs of rest) evaluated.push(await evaluate(inputs));
  return evaluated;
}

/** What a scenario is called: the files it was given, else those that were used without being asked. */
function scenarioName({ varFiles = [], parameters = [] }: StackInputs, used: readonly string[]): string {
  const given = [...varFiles, ...parameters];
  return (given.length > 0 ? given : used).map(baseName).join(" + ");
}
