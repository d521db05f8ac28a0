import {
  appliedSymbol,
  choose,
  concatenate,
  describe,
  isUnset,
  isWhollyKnown,
  type Literal,
  list,
  listOf,
  literal,
  mapArms,
  object,
  type SymbolValue,
  scalarText,
  type Value,
} from "../../value/index.ts";
import type { Reshape, ValueMap } from "../define.ts";

/** The value with everything kept that it carries: it still comes from the same place. */
function carrying(value: Value, from: Value): Value {
  return {
    ...value,
    ...(from.origin && { origin: from.origin }),
    ...(from.sensitive && { sensitive: true as const }),
  };
}

/**
 * Translates a value by a table. Of what is not known a choice is made: a switch that depends on `var.public` is
 * `Enabled` where that is true and `Disabled` where it is not.
 */
export function translate(value: Value, map: ValueMap): Value {
  return mapArms(value, (leaf) => {
    if (leaf.kind === "literal") return leaf.value === null ? leaf : carrying(translated(leaf, map), leaf);
    if (leaf.kind === "symbol") return translateSymbol(leaf, map);
    return leaf;
  });
}

function translated(value: Literal, map: ValueMap): Value {
  const text = String(value.value);
  const direct =
    map[text] ?? Object.entries(map).find(([key]) => key.toLowerCase() === text.toLowerCase())?.[1];
  return direct === undefined ? value : literal(direct);
}

function translateSymbol(symbol: SymbolValue, map: ValueMap): Value {
  const entries = Object.entries(map);
  const [first, second] = entries;
  if (!first) return symbol;
  if (second && entries.length === 2 && "true" in map) {
    const arm = (key: string): Value => carrying(literal(map[key] ?? null), symbol);
    return choose({ ...symbol, type: "bool" }, arm("true"), arm("false"));
  }
  const rest: Value = appliedSymbol("arm", [symbol], symbol.text, {
    ...(symbol.origin && { origin: symbol.origin }),
    type: "string",
  });
  return entries.reduceRight<Value>((otherwise, [key, arm]) => {
    const condition = appliedSymbol("==", [symbol, literal(key)], `${symbol.text} == "${key}"`, {
      type: "bool",
    });
    return choose(condition, carrying(literal(arm), symbol), otherwise);
  }, rest);
}

export function reshape(value: Value, how: Reshape): Value {
  return mapArms(value, (leaf) => (isUnset(leaf) ? leaf : carrying(reshapeLeaf(leaf, how), leaf)));
}

function reshapeLeaf(value: Value, how: Reshape): Value {
  switch (how) {
    case "joined":
      return joined(value);
    case "comma-list":
      if (value.kind === "list") return value;
      if (value.kind !== "literal") return list([], { rest: value });
      return list(
        scalarText(value)
          .split(",")
          .map((text) => text.trim())
          .filter((text) => text !== "")
          .map((text) => carrying(literal(text), value)),
      );
    case "name-value":
      return nameValueList(value);
    case "range-start":
    case "range-end":
      return rangePart(value, how === "range-start" ? 0 : 1);
    case "before-underscore":
      return value.kind === "literal" ? literal(scalarText(value).split("_")[0] ?? "") : value;
  }
}

function joined(value: Value): Value {
  if (value.kind === "literal") return value;
  const known = listOf(value);
  if (!known || !isWhollyKnown(known)) {
    return appliedSymbol("join", [value], `join(", ", ${describe(value)})`, { type: "string" });
  }
  const items = known.items.filter((item) => !isUnset(item));
  return concatenate(items.flatMap((item, at) => (at === 0 ? [item] : [literal(", "), item])));
}

function nameValueList(value: Value): Value {
  if (value.kind !== "object") return list([], { rest: value });
  const items = [...value.entries].map(([name, entry]) => {
    const range = value.ranges?.get(name);
    return object(
      new Map<string, Value>([
        ["name", literal(name)],
        ["value", entry],
      ]),
      {
        ...(range && { ranges: new Map([["value", range]]) }),
        ...(entry.origin && { origin: entry.origin }),
      },
    );
  });
  return list(items, { ...(value.rest && { rest: value.rest }) });
}

function rangePart(value: Value, part: 0 | 1): Value {
  if (value.kind !== "literal") {
    return appliedSymbol("[]", [value, literal(part)], `${describe(value)}[${part}]`, { type: "number" });
  }
  const number = Number(scalarText(value).split("-")[part]);
  return Number.isInteger(number) ? literal(number) : value;
}
