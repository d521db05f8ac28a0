import { didYouMean } from "../../../source/index.ts";
import {
  appliedSymbol,
  asSensitive,
  choose,
  describe,
  errorSymbol,
  isNull,
  isString,
  item as itemOf,
  type ListValue,
  lift,
  list as listValue,
  literal,
  mapArms,
  mayBeAbsent,
  member,
  namedSymbol,
  type ObjectValue,
  type SymbolValue,
  type Value,
} from "../../../value/index.ts";
import type { Range, SplatStep, Step } from "../syntax/index.ts";
import { asNumber, operate } from "./operators.ts";
import { itemAt } from "./position.ts";
import { type Scope, spanIn, written } from "./scope.ts";

/** Follows attribute, index and splat steps from a value. */
export function follow(value: Value, steps: readonly Step[], scope: Scope): Value {
  let at = value;
  for (const step of steps) {
    switch (step.kind) {
      case "attribute":
        at = attributeOf(at, step.name, step, scope);
        break;
      case "index":
        at = index(at, scope.module.evaluation.evaluate(step.key, scope), step, scope);
        break;
      case "splat":
        at = splat(at, step, scope);
        break;
    }
  }
  return at;
}

/** `value.name`. */
function attributeOf(value: Value, name: string, range: Range, scope: Scope): Value {
  const found = mapCases(value, (leaf, sure) => attributeOfLeaf(leaf, name, range, scope, sure));
  return extended(value, found, `.${name}`);
}

function attributeOfLeaf(leaf: Value, name: string, range: Range, scope: Scope, sure: boolean): Value {
  const fail = failure(range, scope, sure && !isMistaken(leaf));
  switch (leaf.kind) {
    case "resource":
      return present(leaf.resource.attribute(name), () =>
        fail(`${leaf.resource.address} has no attribute \`${name}\`.`),
      );
    case "object":
      return entryOf(leaf, name, range, scope, sure);
    case "symbol":
      if (isDoubtful(leaf)) scope.module.evaluation.doubt();
      return member(leaf, name);
    case "list":
      if (leaf.items[0]?.kind !== "resource")
        return fail(`A list has no attribute \`${name}\`: it needs an index, or \`[*]\`.`);
      return fail("There are several instances: which one is meant needs an index, as in `[0]`.", false);
    default:
      return fail(`${describeShort(leaf)} has no attribute \`${name}\`.`);
  }
}

function entryOf(object: ObjectValue, name: string, range: Range, scope: Scope, sure: boolean): Value {
  const fail = failure(range, scope, sure);
  const entry = object.entries.get(name);
  if (entry) return present(entry, () => fail(`There is no \`${name}\` in this case.`));
  if (object.rest) {
    const representative = scope.module.evaluation.representative(object.rest);
    if (representative) return representative;
    scope.module.evaluation.doubt();
    return member(object.rest, name);
  }
  const { via } = object;
  // A block of a resource has attributes that only the cloud fills in, as `ip_configuration[0].private_ip_address`.
  if (via && object.collection === "object") {
    return namedSymbol("computed", "", `${via.resource.address}.${via.attribute}.${name}`);
  }
  const open = openEntry(object, name, scope);
  if (open) return open;
  if (name === "") return fail(() => "The name that is looked up here is empty.");
  return fail(() => `There is no \`${name}\` here${didYouMean(name, object.entries.keys())}`);
}

/** Of entries whose keys nobody knows the one that a name must mean, as nothing else has it; undefined when there is none such. */
function openEntry(object: ObjectValue, name: string, scope: Scope): Value | undefined {
  const { evaluation } = scope.module;
  if (!evaluation.hasSymbolicKeys) return undefined;
  let found: Value | undefined;
  for (const [written, entry] of object.entries) {
    const key = evaluation.keyValue(written);
    if (key.kind === "literal") continue;
    const same = operate("==", key, literal(name));
    if (same.kind === "mistake" || (same.kind === "literal" && same.value === false)) continue;
    found = found ? choose(same, entry, found) : entry;
  }
  if (found) evaluation.doubt();
  return found;
}

/** A conditional entry: where it is missing, reading it is a mistake. */
function present(entry: Value, missing: () => Value): Value {
  if (!mayBeAbsent(entry)) return entry;
  return entry.kind === "absent"
    ? missing()
    : mapArms(entry, (leaf) =>
        leaf.kind === "absent" ? quietError("It does not exist in this case.", entry) : leaf,
      );
}

/** `value[key]`. */
function index(value: Value, key: Value, range: Range, scope: Scope): Value {
  const text =
    key.kind === "literal"
      ? isString(key)
        ? `[${JSON.stringify(key.value)}]`
        : `[${String(key.value)}]`
      : "[…]";
  const found = mapCases(value, (leaf, sure) => {
    const result = lift([key], ([one]) =>
      indexLeaf(leaf, one as Value, range, scope, sure && key.kind !== "choice"),
    );
    return result ?? appliedSymbol("[]", [leaf, key], `${describe(leaf, 1)}[${describe(key)}]`);
  });
  return extended(value, found, isString(key) ? `.${key.value}` : text);
}

function indexLeaf(leaf: Value, key: Value, range: Range, scope: Scope, sure: boolean): Value {
  const fail = failure(range, scope, sure && !isMistaken(leaf));
  switch (leaf.kind) {
    case "list":
      return itemOfList(leaf, key, range, scope, sure);
    case "object":
      return entryByKey(leaf, key, range, scope, sure);
    case "resource":
      return isString(key)
        ? attributeOfLeaf(leaf, key.value, range, scope, sure)
        : fail("A single resource has no instances to choose from.");
    case "symbol":
      if (isDoubtful(leaf)) scope.module.evaluation.doubt();
      if (isString(key)) return member(leaf, key.value);
      if (asNumber(key) !== undefined) return itemOf(leaf, asNumber(key) as number);
      return appliedSymbol("[]", [leaf, key], `${leaf.text}[${describe(key)}]`);
    default:
      return fail(`${describeShort(leaf)} cannot be indexed.`);
  }
}

function itemOfList(list: ListValue, key: Value, range: Range, scope: Scope, sure: boolean): Value {
  const fail = failure(range, scope, sure);
  if (list.collection === "set") return fail("A set has no order: its items cannot be indexed.");
  const position = asNumber(key);
  if (position === undefined) {
    const representative = list.rest && scope.module.evaluation.representative(list.rest);
    if (representative) return representative;
    if (key.kind !== "symbol" && key.kind !== "template")
      return fail(`${describeShort(key)} is no position in a list.`);
    scope.module.evaluation.doubt();
    return appliedSymbol("[]", [list, key], `${describe(list, 1)}[${describe(key)}]`);
  }
  const beyond = (): Value => {
    if (list.rest) {
      scope.module.evaluation.doubt();
      return scope.module.evaluation.representative(list.rest) ?? itemOf(list.rest, position);
    }
    const certain = !list.items.some(mayBeAbsent);
    return failure(
      range,
      scope,
      sure && certain,
    )(`There is no item at position ${position}: the list has ${list.items.length}.`);
  };
  const found = Number.isInteger(position) && position >= 0 ? itemAt(list, position, beyond) : beyond();
  return found ?? appliedSymbol("[]", [list, key], `${describe(list, 1)}[${position}]`);
}

/** Entries up to which an unknown key gives a choice between all of them. */
const MOST_ENTRIES = 8;

function entryByKey(object: ObjectValue, key: Value, range: Range, scope: Scope, sure: boolean): Value {
  const { evaluation } = scope.module;
  if (key.kind === "literal") {
    if (isNull(key)) return failure(range, scope, sure)("The key is null.");
    // In JSON a single block may be written as an object: the first of it is itself.
    if (key.value === 0 && object.via && !object.entries.has("0")) return object;
    return entryOf(object, String(key.value), range, scope, sure);
  }
  if (key.kind !== "symbol" && key.kind !== "template")
    return failure(range, scope, sure)(`${describeShort(key)} is no key.`);
  const representative = object.rest && evaluation.representative(object.rest);
  if (representative) return representative;
  const entry = object.entries.get(evaluation.entryName(key));
  if (entry) return present(entry, () => quietError("It does not exist in this case.", entry));
  if (!object.rest && object.entries.size > 0 && object.entries.size <= MOST_ENTRIES)
    return amongEntries(object, key);
  evaluation.doubt();
  return appliedSymbol("[]", [object, key], `${describe(object, 0)}[${describe(key)}]`);
}

/** With an unknown key the result is one of the entries: anything else would be refused. The last one needs no condition. */
function amongEntries(object: ObjectValue, key: Value): Value {
  const possible = [...object.entries].filter(([name]) => {
    const same = operate("==", key, literal(name));
    return !(same.kind === "literal" && same.value === false);
  });
  const entries = possible.length > 0 ? possible : [...object.entries];
  return entries.reduceRight<Value | undefined>((rest, [name, entry]) => {
    if (!rest) return entry;
    const same = operate("==", key, literal(name));
    return same.kind === "mistake" ? rest : choose(same, entry, rest);
  }, undefined) as Value;
}

/** `value[*].x` and `value.*.x`: of a list each item, of null nothing, of anything else a list of that one. */
function splat(value: Value, step: SplatStep, scope: Scope): Value {
  const each = (one: Value): Value => (one.kind === "absent" ? one : follow(one, step.each, scope));
  return mapCases(value, (leaf) => {
    switch (leaf.kind) {
      case "list": {
        const items = leaf.items.map((one) => mapConditional(one, each));
        if (!leaf.rest) return listValue(items);
        const one = each(itemOf(leaf.rest, 0));
        return listValue(items, {
          rest: appliedSymbol("[*]", [leaf.rest, one], `${describe(leaf.rest)}[*]`, { type: "list" }),
        });
      }
      case "absent":
        return listValue([]);
      case "literal":
        return leaf.value === null ? listValue([]) : listValue([each(leaf)]);
      case "symbol":
        return splatOfSymbol(leaf, step, scope);
      default:
        return listValue([each(leaf)]);
    }
  });
}

/** Nobody knows whether it is a list, a single value or null. */
function splatOfSymbol(symbol: Value & { readonly kind: "symbol" }, step: SplatStep, scope: Scope): Value {
  const one = follow(
    symbol.type === "list" || symbol.type === undefined ? itemOf(symbol, 0) : symbol,
    step.each,
    scope,
  );
  if (symbol.type === undefined || symbol.type === "list") {
    const rest = appliedSymbol("[*]", [symbol, one], `${symbol.text}[*]`, { type: "list" });
    return listValue([], { rest });
  }
  const unset = operate("==", symbol, literal(null));
  const single = listValue([one]);
  return unset.kind === "mistake" ? single : choose(unset, listValue([]), single);
}

/** Applies to what is there of a conditional item. */
function mapConditional(item: Value, apply: (value: Value) => Value): Value {
  if (!mayBeAbsent(item)) return apply(item);
  if (item.kind !== "choice") return item;
  return choose(item.condition, mapConditional(item.then, apply), mapConditional(item.otherwise, apply));
}

/** Applies to every case of a value; `sure` is whether it is the only one, so that a mistake in it is one for certain. */
function mapCases(value: Value, apply: (leaf: Value, sure: boolean) => Value): Value {
  return value.kind === "choice" ? mapArms(value, (leaf) => apply(leaf, false)) : apply(value, true);
}

/** A mistake: reported where it is one for certain, and otherwise only what the case comes to. */
function failure(
  range: Range,
  scope: Scope,
  sure: boolean,
): (message: string | (() => string), ofValues?: boolean) => Value {
  return (message, ofValues) => {
    if (sure)
      return scope.module.evaluation.fail("invalid-reference", message, spanIn(scope, range), ofValues);
    const origin = written(scope, range);
    return errorSymbol(origin.label, origin);
  };
}

function quietError(message: string, value: Value): Value {
  return value.origin
    ? errorSymbol(message, value.origin)
    : appliedSymbol("missing", [value], message, { reason: "error" });
}

/** What was read out of a value goes on naming the resource that the value came from, and stays as secret. */
function extended(from: Value, result: Value, step: string): Value {
  let read = result;
  if (from.via && !result.via && result.kind !== "absent") {
    read = { ...read, via: { resource: from.via.resource, attribute: `${from.via.attribute}${step}` } };
  }
  return from.sensitive ? asSensitive(read) : read;
}

/** Whether a part of it may be missing: not of what the cloud fills in, and not of what is a mistake anyway. */
function isDoubtful(symbol: SymbolValue): boolean {
  return symbol.reason !== "computed" && symbol.reason !== "error";
}

/** A string with a part that could not be had: what is wrong with it has been said. */
function isMistaken(value: Value): boolean {
  return (
    value.kind === "template" && value.parts.some((part) => part.kind === "symbol" && part.reason === "error")
  );
}

function describeShort(value: Value): string {
  if (isNull(value)) return "Null";
  return value.sensitive
    ? "A sensitive value"
    : value.kind === "literal" || value.kind === "template"
      ? `The value ${describe(value)}`
      : `This ${value.kind}`;
}
