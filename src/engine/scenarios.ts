import type { JudgedStack, RuleVerdict } from "./judge.ts";

export interface JudgedScenario extends Pick<JudgedStack, "verdicts" | "passed"> {
  readonly name: string;
}

export interface MergedVerdict {
  readonly verdict: RuleVerdict;
  /** Names of the scenarios in which it holds. */
  readonly scenarios: readonly string[];
}

/**
 * One verdict for what says the same in several scenarios. A subject passes when it passes in all scenarios that have
 * it; where it fails in one and is unknown in another, both are told. Passes are listed on request and always counted.
 */
export function mergeScenarios(scenarios: readonly JudgedScenario[]): {
  readonly merged: readonly MergedVerdict[];
  readonly passes: number;
} {
  const merged = new Map<string, { verdict: RuleVerdict; scenarios: string[] }>();
  /** Addresses by rule. */
  const speaking = new Map<string, Set<string>>();
  for (const { name, verdicts } of scenarios) {
    for (const verdict of verdicts) {
      const { rule, subject } = verdict;
      const key = `${rule.id}\0${subject.address}\0${verdict.verdict}\0${placeKey(verdict)}`;
      if (verdict.verdict !== "pass") noted(speaking, rule.id).add(subject.address);
      const before = merged.get(key);
      if (before) before.scenarios.push(name);
      else merged.set(key, { verdict, scenarios: [name] });
    }
  }
  const isListed = ({ verdict: { verdict, rule, subject } }: MergedVerdict): boolean =>
    verdict !== "pass" || speaking.get(rule.id)?.has(subject.address) !== true;
  return {
    merged: [...merged.values()].filter(isListed).map(({ verdict, scenarios: names }) => ({
      verdict,
      scenarios: names.filter((name) => name !== ""),
    })),
    passes: countPasses(scenarios, speaking),
  };
}

function countPasses(
  scenarios: readonly JudgedScenario[],
  speaking: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  const counted = new Map<string, Set<string>>();
  let passes = 0;
  for (const { passed } of scenarios) {
    for (const [rule, addresses] of passed) {
      const others = speaking.get(rule);
      // One scenario names every subject once.
      const before = scenarios.length > 1 ? noted(counted, rule) : undefined;
      for (const address of addresses) {
        if (others?.has(address) || before?.has(address)) continue;
        before?.add(address);
        passes++;
      }
    }
  }
  return passes;
}

function noted(addresses: Map<string, Set<string>>, rule: string): Set<string> {
  const known = addresses.get(rule) ?? new Set();
  addresses.set(rule, known);
  return known;
}

/** Where a pass was found says nothing: it is one in whatever place. */
function placeKey({ verdict, at }: RuleVerdict): string {
  return verdict === "pass" ? "" : `${at.file.path}:${at.start}:${at.end}`;
}
