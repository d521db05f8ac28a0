import type { RuleVerdict } from "./judge.ts";

export interface JudgedScenario {
  readonly name: string;
  readonly verdicts: readonly RuleVerdict[];
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
export function mergeScenarios(
  scenarios: readonly JudgedScenario[],
  listPasses: boolean,
): { readonly merged: readonly MergedVerdict[]; readonly passes: number } {
  const merged = new Map<string, { verdict: RuleVerdict; scenarios: string[] }>();
  const passing = new Map<string, { verdict: RuleVerdict; scenarios: string[] }>();
  const speaking = new Set<string>();
  for (const { name, verdicts } of scenarios) {
    for (const verdict of verdicts) {
      const subject = `${verdict.rule.id}\0${verdict.subject.address}`;
      const passes = verdict.verdict === "pass";
      const key = passes ? subject : `${subject}\0${verdict.verdict}\0${placeKey(verdict)}`;
      const all = passes ? passing : merged;
      if (!passes) speaking.add(subject);
      const before = all.get(key);
      if (before) before.scenarios.push(name);
      else all.set(key, { verdict, scenarios: [name] });
    }
  }
  for (const subject of speaking) passing.delete(subject);
  const listed = [...merged.values(), ...(listPasses ? passing.values() : [])];
  return {
    merged: listed.map(({ verdict, scenarios: names }) => ({
      verdict,
      scenarios: names.filter((name) => name !== ""),
    })),
    passes: passing.size,
  };
}

function placeKey({ at }: RuleVerdict): string {
  return `${at.file.path}:${at.start}:${at.end}`;
}
