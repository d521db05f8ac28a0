import type { EvaluatedStack, Graph } from "../model/index.ts";
import type { Network } from "../network/index.ts";
import type { Finding, Level, ReportedDiagnostic, Rule, StackSummary } from "../rule/index.ts";
import { type Diagnostic, Diagnostics, locationOf } from "../source/index.ts";
import { isFalse } from "../value/index.ts";
import { explain } from "./explain.ts";
import { type RuleVerdict, reasonOf, runRules } from "./judge.ts";
import { mergeScenarios } from "./scenarios.ts";
import type { CheckSettings } from "./settings.ts";
import { parseSuppression, type Suppression } from "./suppression/index.ts";
import { milliseconds, NO_TIMES, type StackTimes } from "./times.ts";

/** One stack evaluated with one set of inputs, linked to a network. */
export interface Scenario {
  /** What the inputs are called, `prod.tfvars`; empty when there are none. */
  readonly name: string;
  readonly stack: EvaluatedStack;
  readonly network: Network;
  /** What linking had to say, and what it took for granted. */
  readonly diagnostics: readonly Diagnostic[];
  readonly assumptions: readonly string[];
}

/** All that is known of one stack after its rules ran. Plain data: it crosses threads and is kept in the cache. */
export interface StackOutcome {
  readonly summary: StackSummary;
  /** Failures and unknowns, each with the scenarios in which it holds; passes when they are asked for. */
  readonly findings: readonly Finding[];
  readonly passes: number;
  /** What an unknown verdict counts as here. */
  readonly unknown: Level;
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly suppressions: readonly Suppression[];
  /** Paths of all files that were read. */
  readonly files: readonly string[];
  readonly times: StackTimes;
}

export interface CheckOptions {
  /** Passes are findings too, not only counted. */
  readonly passes?: boolean;
}

/** Runs the rules over every scenario of one stack and merges what they say. There is at least one scenario. */
export function checkStack(
  scenarios: readonly [Scenario, ...Scenario[]],
  rules: readonly Rule[],
  settings: CheckSettings,
  options: CheckOptions = {},
): StackOutcome {
  const diagnostics = new Diagnostics();
  const times: { -readonly [Step in keyof StackTimes]: number } = { ...NO_TIMES };
  const judged = scenarios.map(({ name, stack, network, diagnostics: linking }) => {
    for (const one of stack.diagnostics) diagnostics.add(one);
    for (const one of linking) diagnostics.add(one);
    const start = milliseconds();
    const {
      verdicts,
      passed,
      diagnostics: faults,
    } = runRules(network, rules, settings, {
      ...stack,
      passes: options.passes === true,
    });
    times.rules += milliseconds() - start;
    for (const one of faults) diagnostics.add(one);
    return { name, passed, verdicts: verdicts.map((verdict) => weighUnknown(verdict, settings.unknown)) };
  });
  const { merged, passes } = mergeScenarios(judged);
  const path = scenarios[0].stack.path;
  const findings: Finding[] = [];
  for (const { verdict, scenarios: names } of merged) {
    try {
      findings.push(explain(verdict, path, names));
    } catch (error) {
      const message = `What the rule '${verdict.rule.id}' tells failed on ${verdict.subject.address}: ${reasonOf(error)}.`;
      diagnostics.error("rule-fault", message, verdict.at);
    }
  }
  return {
    summary: summarise(scenarios),
    findings,
    passes,
    unknown: settings.unknown,
    diagnostics: diagnostics.all.map(reportedDiagnostic),
    suppressions: suppressionsOf(scenarios),
    files: [...new Set(scenarios.flatMap(({ stack }) => stack.files.map((file) => file.path)))],
    times,
  };
}

function weighUnknown(verdict: RuleVerdict, level: Level): RuleVerdict {
  return verdict.verdict === "unknown" ? { ...verdict, severity: level === "off" ? "info" : level } : verdict;
}

export function reportedDiagnostic({ severity, code, message, span, path }: Diagnostic): ReportedDiagnostic {
  return {
    severity,
    code,
    message,
    ...(span && { location: locationOf(span) }),
    ...(path !== undefined && { path }),
  };
}

function suppressionsOf(scenarios: readonly Scenario[]): readonly Suppression[] {
  return scenarios.flatMap(({ stack }) =>
    stack.comments.map(parseSuppression).filter((one) => one !== undefined),
  );
}

function summarise(scenarios: readonly [Scenario, ...Scenario[]]): StackSummary {
  const [{ stack }] = scenarios;
  const types = new Map<string, number>();
  for (const { network } of scenarios) {
    for (const [type, count] of network.graph.unmapped)
      types.set(type, Math.max(types.get(type) ?? 0, count));
  }
  const modules = scenarios.flatMap(({ stack: { opaqueModules } }) =>
    opaqueModules.map(({ address, reason }) => `${address} (${reason})`),
  );
  return {
    path: stack.path,
    language: stack.language,
    inputs: distinct(scenarios.flatMap((scenario) => scenario.stack.inputs)),
    scenarios: scenarios.map(({ name }) => name).filter((name) => name !== ""),
    resources: Math.max(...scenarios.map(({ network }) => countResources(network.graph))),
    notUnderstood: {
      types: Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1))),
      modules: distinct(modules).sort(),
    },
    assumptions: distinct(
      scenarios.flatMap(({ stack: { assumptions }, assumptions: more }) => [...assumptions, ...more]),
    ),
  };
}

/** Resources after expansion and merging, without deployments, inline children, existing ones and those that do not exist. */
function countResources(graph: Graph): number {
  let count = 0;
  for (const { type, mode, inline, raws, exists } of graph.resources) {
    const counts = mode === "declared" && !inline && raws.length > 0 && !isFalse(exists);
    if (counts && type.toLowerCase() !== "microsoft.resources/deployments") count++;
  }
  return count;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
