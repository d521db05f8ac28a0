import type { Span } from "../../../source/index.ts";
import {
  appliedSymbol,
  compareLeaves,
  concatenate,
  describe,
  isString,
  item,
  keyOf,
  list,
  listOf,
  literal,
  memberIgnoringCase,
  object,
  outcomeOf,
  partsOf,
  type Value,
} from "../../../value/index.ts";
import type { Problem, TemplateFunction } from "./index.ts";
import { isValue, numberOf, ofValues, problem, scalarText } from "./operand.ts";
import { lay, replaceable } from "./overlay.ts";

/** `concat` of arrays keeps open ends and conditional items; of strings it joins them. */
function concat(values: readonly Value[]): Value | Problem | undefined {
  const lists = values.map(listOf);
  if (
    values.some((value) => value.kind === "list") ||
    (values.length > 0 && values.every((value, at) => lists[at] && value.kind !== "literal"))
  ) {
    if (!lists.every((one) => one !== undefined)) {
      const items = lists.flatMap((one) => one?.items ?? []);
      const rest = values.find((_, at) => lists[at] === undefined) ?? literal(null);
      return list(items, { rest });
    }
    const rest = lists.find((one) => one.rest)?.rest;
    return list(
      lists.flatMap((one) => one.items),
      rest ? { rest } : {},
    );
  }
  if (values.some((value) => value.kind === "symbol" && (value.type === "list" || value.type === "object")))
    return undefined;
  return concatenate(
    values.map((value) =>
      value.kind === "literal"
        ? { ...literal(scalarText(value)), ...(value.via && { via: value.via }) }
        : value,
    ),
  );
}

/** Items that surely all exist and after which nothing else comes. */
function settled(value: Value | undefined): readonly Value[] | undefined {
  if (value?.kind !== "list" || value.rest) return undefined;
  return value.items.some((one) => one.kind === "choice") ? undefined : value.items;
}

function distinct(items: readonly Value[]): readonly Value[] {
  return [...new Map(items.map((one) => [keyOf(one), one])).values()];
}

function union(values: readonly Value[]): Value | undefined {
  if (values.every((value) => value.kind === "object")) return merge(values);
  if (values.some((value) => value.kind === "object")) return merge(values);
  const lists = values.map(listOf);
  const open = values.find((_value, at) => lists[at] === undefined || lists[at]?.rest);
  const items = distinct(lists.flatMap((one) => one?.items ?? []));
  if (!values.some((value) => value.kind === "list")) return undefined;
  return list(items, open ? { rest: open } : {});
}

/** Objects merged deeply, later ones winning; what is not known leaves the result open. */
function merge(values: readonly Value[]): Value {
  const entries = new Map<string, Value>();
  const ranges = new Map(
    values.flatMap((value) => (value.kind === "object" ? [...(value.ranges ?? [])] : [])),
  );
  let rest: Value | undefined;
  for (const value of values) {
    if (value.kind !== "object") {
      if (value.kind === "literal" || value.kind === "absent") continue;
      replaceable(entries, value);
      rest = value;
      continue;
    }
    if (value.rest) replaceable(entries, value.rest, value.entries);
    for (const [key, entry] of value.entries) {
      const before = entries.get(key);
      entries.set(key, before?.kind === "object" && entry.kind === "object" ? merge([before, entry]) : entry);
    }
    rest = value.rest ?? rest;
  }
  return object(entries, { ranges, ...(rest && { rest }) });
}

function contains(values: readonly Value[]): Value | undefined {
  const [container, wanted] = values;
  if (!container || !wanted) return undefined;
  if (container.kind === "object" && isString(wanted)) {
    const found = [...container.entries.keys()].some(
      (key) => key.toLowerCase() === wanted.value.toLowerCase(),
    );
    return found ? literal(true) : container.rest ? undefined : literal(false);
  }
  if (isString(container) && wanted.kind === "literal")
    return literal(container.value.includes(scalarText(wanted)));
  // What is written between the unknown parts is there whatever they come to.
  if (container.kind === "template" && isString(wanted)) {
    const written = partsOf(container).some((part) => isString(part) && part.value.includes(wanted.value));
    return written ? literal(true) : undefined;
  }
  if (container.kind !== "list") return undefined;
  const outcomes = container.items.map((one) =>
    outcomeOf(compareLeaves(one, wanted) ?? { kind: "unknown", doubts: [] }),
  );
  if (outcomes.includes("true")) return literal(true);
  if (container.rest) return undefined;
  const open = container.items.filter((_, at) => outcomes[at] === "unknown");
  if (open.length === 0) return literal(false);
  const equalities = open.map((one) =>
    appliedSymbol("==", [wanted, one], `${describe(wanted)} == ${describe(one)}`, { type: "bool" }),
  );
  const [only] = equalities;
  return equalities.length === 1 && only
    ? only
    : appliedSymbol("||", equalities, equalities.map((one) => one.text).join(" || "), { type: "bool" });
}

/** Whether a text has at least one character, whatever its unknown parts come to. */
function isFilled(value: Value): boolean {
  if (value.kind === "template") return value.parts.some((part) => isString(part) && part.value !== "");
  if (value.kind !== "symbol" || value.operator !== "take") return false;
  const [text, count] = value.operands ?? [];
  return text !== undefined && isFilled(text) && (numberOf(count) ?? 0) > 0;
}

function cut(
  apply: (items: readonly Value[], count: number) => readonly Value[],
  text: (text: string, count: number) => string,
): TemplateFunction {
  return ofValues(([value, by]) => {
    const count = numberOf(by);
    if (!value || count === undefined) return undefined;
    if (isString(value)) return literal(text(value.value, Math.max(0, count)));
    const items = settled(value);
    return items && list(apply(items, Math.max(0, count)));
  });
}

function end(
  pick: (items: readonly Value[]) => Value | undefined,
  text: (text: string) => string,
): TemplateFunction {
  return ofValues(([value]) => {
    if (!value) return undefined;
    if (isString(value)) return literal(text(value.value));
    const items = settled(value);
    return items ? (pick(items) ?? literal(null)) : value.kind === "list" ? undefined : undefined;
  });
}

function position(last: boolean): TemplateFunction {
  return ofValues(([container, wanted]) => {
    if (!container || !wanted) return undefined;
    if (isString(container) && wanted.kind === "literal") {
      const text = container.value.toLowerCase();
      const sought = scalarText(wanted).toLowerCase();
      return literal(last ? text.lastIndexOf(sought) : text.indexOf(sought));
    }
    const keys = settled(container)?.map(keyOf);
    return keys && literal(last ? keys.lastIndexOf(keyOf(wanted)) : keys.indexOf(keyOf(wanted)));
  });
}

const LONGEST_RANGE = 10_000;

export const ARRAY_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  array: ofValues(([value]) =>
    value?.kind === "list" ? value : value && value.kind !== "symbol" ? list([value]) : undefined,
  ),
  createArray: (operands) => list(operands.filter(isValue)),
  concat: (operands) => {
    const values = operands.filter(isValue);
    const result = values.some((value) => value.kind === "list" || listOf(value)?.items.length)
      ? concat(values)
      : undefined;
    return result ?? ofValues(concat)(operands);
  },
  union: ofValues(union),
  shallowMerge: ([values]) => {
    const known = isValue(values) ? listOf(values) : undefined;
    return known && !known.rest ? shallow(known.items) : undefined;
  },
  intersection: ofValues(([first, ...others]) => {
    const items = settled(first);
    const lists = others.map(settled);
    if (!items || !lists.every((one) => one !== undefined)) return undefined;
    return list(
      items.filter((one) => lists.every((other) => other.some((entry) => keyOf(entry) === keyOf(one)))),
    );
  }),
  contains: ofValues(contains),
  empty: ofValues(([value]) => {
    if (value?.kind === "literal") return literal(value.value === null || value.value === "");
    if (value?.kind === "absent") return literal(true);
    if (value?.kind === "object")
      return value.entries.size > 0 ? literal(false) : value.rest ? undefined : literal(true);
    if (value?.kind === "list")
      return value.items.some((one) => one.kind !== "choice")
        ? literal(false)
        : settled(value) && literal(true);
    if (value && isFilled(value)) return literal(false);
    if (value?.kind === "symbol")
      return appliedSymbol("empty", [value], `empty(${value.text})`, { type: "bool" });
    return undefined;
  }),
  length: ofValues(([value]) => {
    if (value && isString(value)) return literal(value.value.length);
    if (value?.kind === "object") return value.rest ? undefined : literal(value.entries.size);
    const items = settled(value);
    return items && literal(items.length);
  }),
  first: end(
    (items) => items[0],
    (text) => text.slice(0, 1),
  ),
  last: end(
    (items) => items.at(-1),
    (text) => text.slice(-1),
  ),
  skip: cut(
    (items, count) => items.slice(count),
    (text, count) => text.slice(count),
  ),
  take: cut(
    (items, count) => items.slice(0, count),
    (text, count) => text.slice(0, count),
  ),
  indexOf: position(false),
  lastIndexOf: position(true),
  range: ofValues(([from, count]) => {
    const start = numberOf(from);
    const length = numberOf(count);
    if (start === undefined || length === undefined) return undefined;
    if (length < 0 || length > LONGEST_RANGE)
      return problem(`'range' makes between 0 and ${LONGEST_RANGE} numbers.`);
    return list(Array.from({ length }, (_, at) => literal(start + at)));
  }),
  tryGet: ofValues(([value, ...path]) => {
    let at: Value | undefined = value;
    for (const step of path) {
      const index = numberOf(step);
      if (!at) return undefined;
      if (isString(step)) at = memberIgnoringCase(at, step.value);
      else if (index !== undefined) at = item(at, index);
      else at = appliedSymbol("[]", [at, step], `${describe(at, 1)}[${describe(step)}]`);
      if (at.kind === "absent") return literal(null);
    }
    return at;
  }),
  tryIndexFromEnd: ofValues(([value, index]) => fromEnd(value, numberOf(index)) ?? undefined),
  indexFromEnd: ofValues(([value, index]) => fromEnd(value, numberOf(index)) ?? undefined),
  flatten: ofValues(([value]) => {
    const items = settled(value);
    const lists = items?.map(listOf);
    if (!lists?.every((one) => one !== undefined)) return undefined;
    const rest = lists.find((one) => one.rest)?.rest;
    return list(
      lists.flatMap((one) => one.items),
      rest ? { rest } : {},
    );
  }),
};

function fromEnd(value: Value | undefined, index: number | undefined): Value | undefined {
  const items = settled(value);
  return items && index !== undefined ? (items[items.length - index] ?? literal(null)) : undefined;
}

/** Objects merged without looking into them. */
function shallow(values: readonly Value[]): Value {
  const layers = { entries: new Map<string, Value>(), ranges: new Map<string, Span>() };
  let rest: Value | undefined;
  for (const one of values) rest = lay(layers, one) ?? rest;
  return object(layers.entries, { ranges: layers.ranges, ...(rest && { rest }) });
}
