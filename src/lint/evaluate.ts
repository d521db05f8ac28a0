import type { Scenario } from "../engine/index.ts";
import type { StackInputs } from "../model/index.ts";
import { baseName } from "../source/index.ts";
import { linkStack } from "./link.ts";
import type { PlannedStack } from "./plan.ts";

/** Evaluates and links a stack in each of its scenarios. */
export async function evaluateStack(planned: PlannedStack): Promise<[Scenario, ...Scenario[]]> {
  const [first, ...rest] = planned.scenarios;
  const scenarios: [Scenario, ...Scenario[]] = [await evaluateScenario(planned, first)];
  for (const inputs of rest) scenarios.push(await evaluateScenario(planned, inputs));
  return scenarios;
}

async function evaluateScenario(
  { session, source, settings }: PlannedStack,
  inputs: StackInputs,
): Promise<Scenario> {
  const stack = await session.evaluate(source, inputs);
  return { name: scenarioName(inputs, stack.inputs), stack, ...linkStack(stack, settings) };
}

/** What a scenario is called: the files it was given, else those that were used without being asked. */
function scenarioName({ varFiles = [], parameters = [] }: StackInputs, used: readonly string[]): string {
  const given = [...varFiles, ...parameters];
  return (given.length > 0 ? given : used).map(baseName).join(" + ");
}
