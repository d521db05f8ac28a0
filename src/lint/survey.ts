import type { ConfigurableRule } from "../config/index.ts";
import { effortSpent, reportedDiagnostic } from "../engine/index.ts";
import type { Network } from "../network/index.ts";
import type { ReportedDiagnostic } from "../rule/index.ts";
import { renewEffort } from "../value/index.ts";
import { evaluateStack } from "./evaluate.ts";
import { linkStack } from "./link.ts";
import type { LintRequest } from "./lint.ts";
import { nothingFound } from "./nothing-found.ts";
import { planStacks } from "./plan.ts";
import { openSessions } from "./sessions.ts";

export interface SurveyRequest
  extends Pick<LintRequest, "reader" | "paths" | "inputs" | "config" | "languages"> {
  /** What a configuration may name. */
  readonly rules: readonly ConfigurableRule[];
}

/** One stack in one scenario, as a network. */
export interface SurveyedNetwork {
  readonly stack: string;
  /** Empty when the stack has no inputs. */
  readonly scenario: string;
  readonly network: Network;
}

export interface Survey {
  readonly networks: readonly SurveyedNetwork[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

/** The networks of all stacks in all their scenarios, without running rules. */
export async function survey(request: SurveyRequest): Promise<Survey> {
  const sessions = await openSessions(request);
  const plan = await planStacks({ ...request, sessions, flags: {}, inputs: request.inputs ?? {} });
  const diagnostics = new Map<string, ReportedDiagnostic>();
  const tell = (one: ReportedDiagnostic): void => void diagnostics.set(JSON.stringify(one), one);
  plan.diagnostics.map(reportedDiagnostic).forEach(tell);
  if (plan.stacks.length === 0) tell(reportedDiagnostic(nothingFound(request.paths, plan.ignored)));
  const networks: SurveyedNetwork[] = [];
  for (const planned of plan.stacks) {
    for (const { name, stack } of await evaluateStack(planned)) {
      const { network, diagnostics: linking } = linkStack(stack, planned.settings);
      [...stack.diagnostics, ...linking, ...effortSpent({ path: stack.path })]
        .map(reportedDiagnostic)
        .forEach(tell);
      networks.push({ stack: stack.path, scenario: name, network });
    }
  }
  // What is asked of the networks has an effort of its own.
  renewEffort();
  return { networks, diagnostics: [...diagnostics.values()] };
}

/** That the answers asked of networks since they were surveyed took more than isolint works out; nothing when they did not. */
export function answersGivenUp(): readonly ReportedDiagnostic[] {
  return effortSpent({}).map(reportedDiagnostic);
}
