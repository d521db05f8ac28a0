import type { ConfigurableRule } from "../config/index.ts";
import { compareText, reportedDiagnostic } from "../engine/index.ts";
import { type ReachRow, type ReachSelection, reachTable } from "../network/index.ts";
import type { ReportedDiagnostic } from "../rule/index.ts";
import { evaluateStack } from "./evaluate.ts";
import { linkStack } from "./link.ts";
import type { LintRequest } from "./lint.ts";
import { nothingFound } from "./nothing-found.ts";
import { planStacks } from "./plan.ts";
import { openSessions } from "./sessions.ts";

/** One answer, with the stack and the scenarios in which it holds. Field names are those of the JSON report. */
export interface ReachedPath extends ReachRow {
  readonly stack: string;
  readonly scenarios: readonly string[];
}

export interface ReachReport {
  readonly paths: readonly ReachedPath[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

export interface ReachRequest
  extends Pick<LintRequest, "reader" | "paths" | "inputs" | "config" | "languages"> {
  /** What a configuration may name. */
  readonly rules: readonly ConfigurableRule[];
  readonly selection: ReachSelection;
}

/** Every chosen source against every chosen target of every stack. What is the same in several scenarios is told once. */
export async function reach(request: ReachRequest): Promise<ReachReport> {
  const sessions = await openSessions(request);
  const plan = await planStacks({ ...request, sessions, flags: {}, inputs: request.inputs ?? {} });
  const diagnostics: ReportedDiagnostic[] = plan.diagnostics.map(reportedDiagnostic);
  if (plan.stacks.length === 0)
    diagnostics.push(reportedDiagnostic(nothingFound(request.paths, plan.ignored)));
  const paths: ReachedPath[] = [];
  for (const planned of plan.stacks) {
    const merged = new Map<string, ReachRow & { readonly stack: string; readonly scenarios: string[] }>();
    for (const { name, stack } of await evaluateStack(planned)) {
      const { network, diagnostics: linking } = linkStack(stack, planned.settings);
      diagnostics.push(...[...stack.diagnostics, ...linking].map(reportedDiagnostic));
      for (const row of reachTable(network, request.selection)) {
        const key = JSON.stringify([row.source, row.target, row.verdict, row.path]);
        const before = merged.get(key);
        if (before) before.scenarios.push(name);
        else merged.set(key, { stack: stack.path, scenarios: name === "" ? [] : [name], ...row });
      }
    }
    paths.push(...merged.values());
  }
  return { paths: paths.sort((a, b) => compareText(a.stack, b.stack)), diagnostics: distinct(diagnostics) };
}

function distinct(diagnostics: readonly ReportedDiagnostic[]): readonly ReportedDiagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}
