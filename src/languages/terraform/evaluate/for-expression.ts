import {
  ABSENT,
  appliedSymbol,
  choose,
  describe,
  FALSE,
  isNull,
  list,
  mapArms,
  object,
  scalarText,
  TRUE,
  type Value,
} from "../../../value/index.ts";
import type { Expression, ForExpression } from "../syntax/index.ts";
import { chooseCondition, connect } from "./operators.ts";
import { type Pair, type Pairs, pairsOf } from "./pairs.ts";
import { bind, type Scope, spanIn } from "./scope.ts";

/** What an item costs of the budget: a value that is kept weighs more than a step. */
export const COST_OF_ITEM = 10;

/**
 * A `for` expression. Items that a condition may leave out are conditional items; over an unknown collection one member stands for
 * all, under the condition that there is one, and the result has an open end.
 */
export function evaluateFor(expression: ForExpression, scope: Scope): Value {
  const { evaluation } = scope.module;
  const collection = evaluation.evaluate(expression.collection, scope);
  const pairs = pairsOf(collection, evaluation);
  if (!pairs) {
    if (collection.kind === "template") return appliedSymbol("for", [collection], "[for …]");
    const at = spanIn(scope, expression.collection);
    return evaluation.fail(
      "invalid-for",
      `${describe(collection)} is no collection: \`for\` cannot run over it.`,
      at,
    );
  }
  const exceeded = evaluation.spend(pairs.pairs.length * COST_OF_ITEM, spanIn(scope, expression));
  if (exceeded) return exceeded;
  return expression.key
    ? objectOf(expression, expression.key, pairs, scope)
    : listOf(expression, pairs, scope);
}

interface Round {
  readonly inner: Scope;
  readonly condition: Value;
}

/** The scope and the condition of one round; undefined when the filter leaves the member out. */
function round(expression: ForExpression, pair: Pair, scope: Scope): Round | undefined {
  const { evaluation } = scope.module;
  let inner = bind(scope, expression.valueName.text, pair.value);
  if (expression.keyName) inner = bind(inner, expression.keyName.text, pair.key);
  let condition = pair.condition;
  if (expression.condition) {
    const test = expression.condition;
    const filtered = connect("&&", condition, () => evaluation.evaluate(test, inner));
    if (filtered.kind === "mistake") {
      evaluation.fail("invalid-for", filtered.message, spanIn(scope, test));
      return undefined;
    }
    condition = filtered;
  }
  return condition.kind === "literal" && condition.value === false ? undefined : { inner, condition };
}

function listOf(expression: ForExpression, { pairs, rest }: Pairs, scope: Scope): Value {
  const items: Value[] = [];
  for (const pair of pairs) {
    const one = round(expression, pair, scope);
    if (one) items.push(choose(one.condition, under(one, expression.value), ABSENT));
  }
  return list(items, rest ? { rest: restOf(expression, rest, items, scope) } : {});
}

function objectOf(
  expression: ForExpression,
  keyExpression: Expression,
  { pairs, rest }: Pairs,
  scope: Scope,
): Value {
  const entries = new Map<string, Value>();
  const grouped = new Map<string, Value[]>();
  let mistaken: Value | undefined;
  for (const pair of pairs) {
    const one = round(expression, pair, scope);
    if (!one) continue;
    const value = under(one, expression.value);
    eachCase(under(one, keyExpression), one.condition, (key, condition) => {
      if (key.kind === "symbol" && key.reason === "error") {
        // Its mistake is told already; which member this would have been, nobody knows.
        mistaken = key;
        return;
      }
      const name = nameOf(key, scope, keyExpression);
      if (name === undefined) return;
      const item = choose(condition, value, ABSENT);
      const group = grouped.get(name);
      if (group) group.push(item);
      else if (expression.grouping) grouped.set(name, [item]);
      else entries.set(name, added(entries.get(name), item, key, keyExpression, scope));
    });
  }
  for (const [name, items] of grouped) entries.set(name, list(items));
  const open = rest ? restOf(expression, rest, [...entries.values()], scope) : mistaken;
  return object(entries, open ? { rest: open } : {});
}

/** The entry with one more member of its key: the other case of it, or a mistake where both are certain. */
function added(before: Value | undefined, item: Value, key: Value, range: Expression, scope: Scope): Value {
  if (!before) return item;
  if (before.kind === "choice") return mapArms(before, (leaf) => (leaf.kind === "absent" ? item : leaf));
  const message = `Two members have the key ${describe(key)}.`;
  scope.module.evaluation.fail("duplicate-key", message, spanIn(scope, range));
  return before;
}

/** Evaluates what counts only where the member is there. */
function under({ inner, condition }: Round, expression: Expression): Value {
  const { evaluation } = inner.module;
  return evaluation.under(condition, () => evaluation.evaluate(expression, inner));
}

/** Calls back with every case of a key and the condition under which it is the key. */
function eachCase(key: Value, condition: Value, put: (key: Value, condition: Value) => void): void {
  if (key.kind !== "choice") {
    put(key, condition);
    return;
  }
  const under = (arm: Value, holds: boolean): void => {
    const both = connect("&&", condition, () =>
      holds ? key.condition : chooseCondition(key.condition, FALSE, TRUE),
    );
    eachCase(arm, both.kind === "mistake" ? condition : both, put);
  };
  under(key.then, true);
  under(key.otherwise, false);
}

function nameOf(key: Value, scope: Scope, range: Expression): string | undefined {
  const { evaluation } = scope.module;
  if (key.kind === "literal" && !isNull(key)) return scalarText(key);
  if (key.kind === "symbol" || key.kind === "template") return evaluation.entryName(key);
  evaluation.fail(
    "invalid-for",
    `${describe(key)} cannot be a key: a key is a string.`,
    spanIn(scope, range),
  );
  return undefined;
}

/** The unknown rest of what is made of an unknown collection; the same for the same expression over the same collection. */
function restOf(expression: ForExpression, rest: Value, made: readonly Value[], scope: Scope): Value {
  const { text } = spanIn(scope, expression).file;
  const written = text.slice(expression.start, expression.end).replace(/\s+/g, " ");
  return appliedSymbol("for", [rest, ...made], written, { type: expression.key ? "object" : "list" });
}
