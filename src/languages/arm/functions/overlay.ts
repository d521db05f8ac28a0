import type { Span } from "../../../source/index.ts";
import {
  ABSENT,
  appliedSymbol,
  choose,
  describe,
  isUnset,
  memberIgnoringCase,
  object,
  type Value,
} from "../../../value/index.ts";

/** An object while others are laid over it. */
export interface Layers {
  readonly entries: Map<string, Value>;
  readonly ranges: Map<string, Span>;
}

/**
 * Lays a value over entries as a spread does: what it sets wins; of a choice, each entry under its condition; what nobody knows may
 * replace any entry that is there already, and these become unknown. Answers what is left open.
 */
export function lay(layers: Layers, over: Value): Value | undefined {
  const { entries, ranges } = layers;
  if (isUnset(over)) return undefined;
  if (over.kind === "choice") return layChoice(layers, over);
  if (over.kind === "object") {
    if (over.rest) replaceable(entries, over.rest, over.entries);
    for (const [key, value] of over.entries) entries.set(key, value);
    for (const [key, range] of over.ranges ?? []) ranges.set(key, range);
    return over.rest;
  }
  replaceable(entries, over);
  return over;
}

function layChoice({ entries, ranges }: Layers, over: Value & { kind: "choice" }): Value | undefined {
  const then = new Map(entries);
  const otherwise = new Map(entries);
  const open = [
    lay({ entries: then, ranges }, over.then),
    lay({ entries: otherwise, ranges }, over.otherwise),
  ];
  for (const key of new Set([...then.keys(), ...otherwise.keys()])) {
    entries.set(key, choose(over.condition, then.get(key) ?? ABSENT, otherwise.get(key) ?? ABSENT));
  }
  return open[0] || open[1] ? choose(over.condition, open[0] ?? ABSENT, open[1] ?? ABSENT) : undefined;
}

/** Makes unknown what an unknown object may replace. */
export function replaceable(
  entries: Map<string, Value>,
  by: Value,
  except: ReadonlyMap<string, Value> = new Map(),
): void {
  for (const [key, value] of entries) if (!except.has(key)) entries.set(key, replacedBy(value, by, key));
}

function replacedBy(value: Value, by: Value, key: string): Value {
  const replacement = memberIgnoringCase(by, key);
  if (replacement.kind === "absent") return value;
  if (value.kind === "object") {
    const entries = new Map(
      [...value.entries].map(([name, entry]) => [name, replacedBy(entry, replacement, name)]),
    );
    return object(entries, { ...value, rest: replacement });
  }
  return appliedSymbol("coalesce", [replacement, value], `${describe(replacement)} ?? ${describe(value)}`, {
    ...(value.origin && { origin: value.origin }),
  });
}
