import {
  appliedSymbol,
  choose,
  countArms,
  describe,
  listOf,
  literal,
  mapArms,
  NULL,
  TRUE,
  type Value,
} from "../../../value/index.ts";
import type { Evaluator, LoopTurn } from "./evaluate.ts";
import type { Loop } from "./expression.ts";

export interface Turn {
  readonly bindings: ReadonlyMap<string, Value>;
  readonly turn: LoopTurn;
  /** Whether the turn takes place, where that is a question. */
  readonly condition?: Value;
}

export interface Turns {
  readonly items: readonly Turn[];
  /** Stands for the turns over what nobody knows. */
  readonly rest?: Turn;
}

/** The turns that a loop takes: those that take place for certain or under a condition, and one for all that are unknown. */
export function turnsOf(loop: Loop, evaluator: Evaluator, ofResource: boolean): Turns {
  return new LoopRun(loop, evaluator, ofResource).turns();
}

class LoopRun {
  readonly #loop: Loop;
  readonly #evaluator: Evaluator;
  readonly #ofResource: boolean;

  constructor(loop: Loop, evaluator: Evaluator, ofResource: boolean) {
    this.#loop = loop;
    this.#evaluator = evaluator;
    this.#ofResource = ofResource;
  }

  turns(): Turns {
    const { count, collection } = this.#loop;
    if (count) return this.#counted(this.#evaluator.evaluate(count));
    return this.#over(collection ? this.#evaluator.evaluate(collection) : NULL, TRUE);
  }

  /** So many turns; of a choice between numbers, the later turns take place only where it is the greater one. */
  #counted(count: Value): Turns {
    let most = 0;
    let open = false;
    mapArms(count, (arm) => {
      if (arm.kind === "literal" && typeof arm.value === "number")
        most = Math.max(most, Math.trunc(arm.value));
      else open = true;
      return arm;
    });
    if (open) return { items: [], rest: this.#unknownTurn(count, TRUE) };
    if (!this.#evaluator.budget.instances(most, this.#loop.span)) return { items: [] };
    return {
      items: Array.from({ length: most }, (_, at) =>
        this.#turn(
          undefined,
          literal(at),
          mapArms(count, (arm) => literal(arm.kind === "literal" && Number(arm.value) > at)),
        ),
      ).filter(takesPlace),
    };
  }

  #over(collection: Value, holds: Value): Turns {
    if (collection.kind === "choice") {
      const then = this.#over(collection.then, both(holds, collection.condition));
      const otherwise = this.#over(collection.otherwise, both(holds, negated(collection.condition)));
      const rest = then.rest ?? otherwise.rest;
      return { items: [...then.items, ...otherwise.items], ...(rest && { rest }) };
    }
    const known = listOf(collection);
    if (!known) return { items: [], rest: this.#unknownTurn(collection, holds) };
    if (!this.#evaluator.budget.instances(known.items.length, this.#loop.span)) return { items: [] };
    const items: Turn[] = [];
    let index: Value = literal(0);
    for (const item of known.items) {
      const { present, condition } = conditional(item);
      if (!present) continue;
      items.push(this.#turn(present, index, both(holds, condition)));
      const next = plusOne(index);
      index = condition === TRUE ? next : choose(condition, next, index);
    }
    return {
      items: items.filter(takesPlace),
      ...(known.rest && { rest: this.#unknownTurn(known.rest, holds) }),
    };
  }

  #turn(item: Value | undefined, index: Value, holds: Value): Turn {
    const { name, item: itemName, index: indexName, condition } = this.#loop;
    const bindings = new Map<string, Value>();
    if (itemName !== undefined && item) bindings.set(itemName, item);
    if (indexName !== undefined) bindings.set(indexName, index);
    const turn = { name, index, ofResource: this.#ofResource };
    const filter = condition ? this.#evaluator.within(bindings, turn).evaluate(condition) : TRUE;
    const whole = both(holds, filter);
    return { bindings, turn, ...(!isLiteral(whole, true) && { condition: whole }) };
  }

  #unknownTurn(of: Value, holds: Value): Turn {
    const text = describe(of, 1);
    const one = appliedSymbol("each", [of], `${text}[*]`, {
      ...(of.origin && { origin: of.origin }),
      ...(of.kind === "symbol" && of.items),
    });
    return this.#turn(one, appliedSymbol("index", [of], `index of ${text}`, { type: "number" }), holds);
  }
}

/** An item that may be absent, with the condition on which it is there. */
function conditional(item: Value): { readonly present: Value | undefined; readonly condition: Value } {
  if (item.kind === "absent") return { present: undefined, condition: TRUE };
  if (item.kind !== "choice") return { present: item, condition: TRUE };
  if (item.otherwise.kind === "absent") return { present: item.then, condition: item.condition };
  if (item.then.kind === "absent") return { present: item.otherwise, condition: negated(item.condition) };
  return { present: item, condition: TRUE };
}

function takesPlace({ condition }: Turn): boolean {
  return !(condition && isLiteral(condition, false));
}

function isLiteral(value: Value, wanted: boolean): boolean {
  return value.kind === "literal" && value.value === wanted;
}

function negated(condition: Value): Value {
  return appliedSymbol("!", [condition], `!${describe(condition)}`, { type: "bool" });
}

function both(a: Value, b: Value): Value {
  if (isLiteral(a, true)) return b;
  if (isLiteral(b, true)) return a;
  if (isLiteral(a, false) || isLiteral(b, false)) return literal(false);
  return appliedSymbol("&&", [a, b], `${describe(a)} && ${describe(b)}`, { type: "bool" });
}

/** Behind many conditional items nobody can tell a position any more. */
const MOST_POSITIONS = 16;

function plusOne(index: Value): Value {
  if (index.kind !== "symbol" && countArms(index) <= MOST_POSITIONS) {
    return mapArms(index, (arm) => (arm.kind === "literal" ? literal(Number(arm.value) + 1) : added(arm)));
  }
  return added(index);
}

function added(index: Value): Value {
  return appliedSymbol("add", [index, literal(1)], `${describe(index)} + 1`, { type: "number" });
}
