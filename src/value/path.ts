import { choose, listOf } from "./choice.ts";
import { appliedSymbol, namedSymbol } from "./symbol.ts";
import { describe } from "./template.ts";
import { ABSENT, isUnset, literal, type Value } from "./value.ts";

/**
 * A member of a value by name: of an object or resource its entry, of a choice the choice of both arms' members, of a
 * symbol a symbol. Absent when an object has no such entry; names compare as written.
 */
export function member(value: Value, name: string): Value {
  switch (value.kind) {
    case "object": {
      const entry = value.entries.get(name);
      if (entry) return entry;
      return value.rest ? member(value.rest, name) : ABSENT;
    }
    case "resource":
      return value.resource.attribute(name);
    case "choice":
      return choose(value.condition, member(value.then, name), member(value.otherwise, name));
    case "symbol":
      return memberOfSymbol(value, name);
    default:
      return ABSENT;
  }
}

function memberOfSymbol(symbol: Value & { kind: "symbol" }, name: string): Value {
  const extra = { ...(symbol.origin && { origin: symbol.origin }), ...(symbol.sensitive && { sensitive: true as const }) };
  if (symbol.reason === "expression" || symbol.reason === "error") {
    return appliedSymbol(".", [symbol, literal(name)], `${symbol.text}.${name}`, {
      ...(symbol.reason === "error" && { reason: "error" }),
      ...extra,
    });
  }
  return { ...namedSymbol(symbol.reason, symbol.key, `.${name}`, extra), text: `${symbol.text}.${name}` };
}

/** Like `member`, but names compare without case, as property names do in ARM. */
export function memberIgnoringCase(value: Value, name: string): Value {
  if (value.kind === "choice") {
    return choose(value.condition, memberIgnoringCase(value.then, name), memberIgnoringCase(value.otherwise, name));
  }
  if (value.kind !== "object") return member(value, name);
  const exact = value.entries.get(name);
  if (exact) return exact;
  const folded = name.toLowerCase();
  for (const [key, entry] of value.entries) if (key.toLowerCase() === folded) return entry;
  return value.rest ? memberIgnoringCase(value.rest, name) : ABSENT;
}

/** An item of a list by position; conditional items and open ends make positions behind them unknown. */
export function item(value: Value, index: number): Value {
  if (value.kind === "choice") return choose(value.condition, item(value.then, index), item(value.otherwise, index));
  if (value.kind === "list") {
    const uncertain = value.items.slice(0, index + 1).some((one) => one.kind === "choice" && mayBeAbsent(one));
    const found = value.items[index];
    if (found && !uncertain) return found;
    return uncertain || value.rest ? appliedSymbol("[]", [value, literal(index)], `${describe(value, 1)}[${index}]`) : ABSENT;
  }
  if (value.kind === "symbol") return appliedSymbol("[]", [value, literal(index)], `${value.text}[${index}]`, value.origin ? { origin: value.origin } : {});
  return ABSENT;
}

export function mayBeAbsent(value: Value): boolean {
  return value.kind === "absent" || (value.kind === "choice" && (mayBeAbsent(value.then) || mayBeAbsent(value.otherwise)));
}

/** The steps of a dotted path: names, and positions of lists where `[0]` follows a name. */
export function pathSteps(path: string): readonly (string | number)[] {
  return path.split(".").flatMap((part) => {
    const bracket = part.indexOf("[");
    if (bracket === -1) return [part];
    const positions = [...part.slice(bracket).matchAll(/\[(\d+)\]/g)].map(([, digits]) => Number(digits));
    return [part.slice(0, bracket), ...positions];
  });
}

/**
 * Follows a dotted path such as `properties.networkAcls.defaultAction` or `properties.ipConfigurations[0].name`; names
 * compare without case.
 */
export function follow(value: Value, path: string): Value {
  let at = value;
  for (const step of pathSteps(path)) at = typeof step === "number" ? item(at, step) : memberIgnoringCase(at, step);
  return at;
}

/**
 * The items of a list as far as they are known, and whether there may be more. A single value that is not a
 * list, a symbol for instance, has no known items and may have more; unset has none and no more.
 */
export function itemsOf(value: Value): { readonly items: readonly Value[]; readonly rest?: Value } {
  if (isUnset(value)) return { items: [] };
  const known = listOf(value);
  if (!known) return { items: [], rest: value };
  const items = known.items.filter((one) => one.kind !== "absent");
  return known.rest ? { items, rest: known.rest } : { items };
}
