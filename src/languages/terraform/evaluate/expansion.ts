import type { Span } from "../../../source/index.ts";
import {
  appliedSymbol,
  choose,
  describe,
  isNull,
  isString,
  literal,
  mapArms,
  type SymbolValue,
  TRUE,
  type Value,
} from "../../../value/index.ts";
import type { MergedBody } from "../load/index.ts";
import type { Range } from "../syntax/index.ts";
import type { Evaluation } from "./evaluation.ts";
import { asNumber, operate } from "./operators.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { type Scope, spanIn, within } from "./scope.ts";

/** One instance that `count` or `for_each` makes. */
export interface Member {
  /** What stands behind the name in the address: `[0]`, `["app"]`; empty without `count` and `for_each`. */
  readonly suffix: string;
  readonly condition: Value;
  readonly symbolic: boolean;
  readonly key?: Value;
  /** Name of the entry in the object of all instances, with `for_each`. */
  readonly entry?: string;
  readonly each?: Scope["each"];
  readonly count?: Value;
}

/** All instances of a resource, data source or module call. */
export interface Expansion {
  readonly kind: "single" | "count" | "for_each";
  readonly members: readonly Member[];
  /** Further instances may exist; the unknown that decides on them. */
  readonly rest?: Value;
}

const SINGLE: Expansion = { kind: "single", members: [{ suffix: "", condition: TRUE, symbolic: false }] };

/**
 * Works out `count` and `for_each`. Over something unknown there is one instance that stands for all; its address ends in
 * `[each.key]` or `[count.index]`, which is what its author would call any one of them and cannot be a real key.
 */
export function expand(body: MergedBody, scope: Scope, header: Range): Expansion {
  const { evaluation } = scope.module;
  const each = body.attributes.get("for_each");
  const count = body.attributes.get("count");
  const placed = each ?? count;
  if (!placed) {
    const exceeded = evaluation.expand(1, spanIn(scope, header));
    return exceeded ? { kind: "single", members: [], rest: exceeded } : SINGLE;
  }
  const inner = within(scope, placed.file);
  const span = spanIn(inner, placed.node.expression);
  const value = evaluation.evaluate(placed.node.expression, inner);
  const expansion = each ? forEach(value, span, evaluation) : counted(value, span, evaluation);
  const exceeded = evaluation.expand(expansion.members.length, span);
  return exceeded ? { ...expansion, members: [], rest: exceeded } : expansion;
}

function counted(value: Value, span: Span, evaluation: Evaluation): Expansion {
  let open = false;
  let most = 0;
  const asCount = (leaf: Value): Value => {
    const number = asNumber(leaf);
    if (number !== undefined && Number.isInteger(number) && number >= 0) {
      most = Math.max(most, number);
      return literal(number);
    }
    if (leaf.kind === "symbol" || leaf.kind === "template") {
      open = true;
      return leaf;
    }
    if (value.kind === "choice") return literal(0);
    open = true;
    const message = `\`count\` is ${describe(leaf)}; it must be a whole number, 0 or more.`;
    return evaluation.fail("invalid-count", message, span);
  };
  const count = mapArms(value, asCount);
  if (open) return { kind: "count", members: [symbolicCount(count)], rest: count };
  if (most > evaluation.limits.instances) evaluation.expand(most, span);
  const size = most > evaluation.limits.instances ? 0 : most;
  const members = Array.from({ length: size }, (_, at): Member => {
    const condition = count.kind === "choice" ? atLeast(count, at + 1) : TRUE;
    return { suffix: `[${at}]`, condition, symbolic: false, count: literal(at, value.origin) };
  });
  return { kind: "count", members };
}

/** Whether a count reaches a number, where the count is a choice of known ones. */
function atLeast(count: Value, number: number): Value {
  const enough = operate(">=", count, literal(number));
  return enough.kind === "mistake" ? TRUE : enough;
}

function symbolicCount(count: Value): Member {
  const condition = operate(">", count, literal(0));
  const index = appliedSymbol("count.index", [count], "count.index", { type: "number" });
  return {
    suffix: "[count.index]",
    condition: condition.kind === "mistake" ? TRUE : condition,
    symbolic: true,
    count: index,
  };
}

function forEach(value: Value, span: Span, evaluation: Evaluation): Expansion {
  const known = isUsable(value) ? pairsOf(value, evaluation) : undefined;
  // A mistake says nothing of how many were meant: none of them may go missing.
  const collection = known ? value : notIterable(value, span, evaluation);
  const { pairs, rest } = known ?? pairsOf(collection, evaluation) ?? { pairs: [] };
  const members = pairs
    .filter(({ condition }) => !isFalse(condition))
    .map((pair) => memberOf(pair, collection, evaluation));
  return { kind: "for_each", members, ...(rest && { rest }) };
}

function notIterable(value: Value, span: Span, evaluation: Evaluation): Value {
  const message = isNull(value)
    ? "`for_each` is null."
    : `\`for_each\` is ${describe(value)}; it must be a map or a set of strings.`;
  return evaluation.fail("invalid-for-each", message, span);
}

function isFalse(condition: Value): boolean {
  return condition.kind === "literal" && condition.value === false;
}

/** Terraform takes maps and sets. A list is a mistake where it is one for certain. */
function isUsable(value: Value): boolean {
  if (value.kind === "list") return value.collection === "set";
  return (
    value.kind === "object" || value.kind === "symbol" || value.kind === "choice" || value.kind === "resource"
  );
}

function memberOf(pair: Pair, collection: Value, evaluation: Evaluation): Member {
  const key = isSetLike(collection) ? pair.value : pair.key;
  const each = { key, value: pair.value };
  const text = isString(key)
    ? JSON.stringify(key.value)
    : key.kind === "literal"
      ? JSON.stringify(String(key.value))
      : undefined;
  const entry = evaluation.entryName(key.kind === "literal" ? literal(String(key.value)) : key);
  const suffix = pair.symbolic ? "[each.key]" : `[${text ?? JSON.stringify(entry)}]`;
  return { suffix, condition: pair.condition, symbolic: pair.symbolic, key, entry, each };
}

function isSetLike(value: Value): boolean {
  if (value.kind === "choice") return isSetLike(value.then) || isSetLike(value.otherwise);
  return value.kind === "list";
}

/** All instances as one value, as a reference without an index gives it. `rest` is registered with the instance that stands for all. */
export function collected(
  expansion: Expansion,
  values: readonly Value[],
  rest: SymbolValue,
  evaluation: Evaluation,
): Value {
  const present = (at: number): Value =>
    choose(expansion.members[at]?.condition ?? TRUE, values[at] as Value, { kind: "absent" });
  const symbolic = expansion.members.findIndex((member) => member.symbolic);
  if (symbolic !== -1) evaluation.represent(rest, values[symbolic] as Value);
  const open = expansion.rest ? { rest } : {};
  if (expansion.kind === "single") return values[0] ?? rest;
  if (expansion.kind === "count") return { kind: "list", items: values.map((_, at) => present(at)), ...open };
  const entries = new Map(
    expansion.members.map((member, at): [string, Value] => [member.entry ?? "", present(at)]),
  );
  return { kind: "object", entries, ...open };
}
