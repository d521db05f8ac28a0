import type { Diagnostics, Span } from "../../../source/index.ts";
import {
  appliedSymbol,
  chainOf,
  choose,
  concatenate,
  describe,
  errorSymbol,
  isBoolean,
  isNull,
  isString,
  item,
  keyOf,
  list,
  listOf,
  literal,
  mapArms,
  memberIgnoringCase,
  type Origin,
  object,
  outcomeOf,
  type Scalar,
  taken,
  truthOf,
  type Value,
  withOrigin,
} from "../../../value/index.ts";
import { callFunction, lay } from "../functions/index.ts";
import type { Budget } from "./budget.ts";
import type {
  CallExpression,
  Expression,
  IndexExpression,
  LambdaExpression,
  Loop,
  LoopExpression,
  MemberExpression,
  ObjectExpression,
} from "./expression.ts";
import { type Turns, turnsOf } from "./turns.ts";

/** Where names and the functions that depend on the place get their meaning. */
export interface Environment {
  /** The value of a bare name; undefined when nothing of that name is declared. */
  name(name: string, at: Span): Value | undefined;
  /**
   * Functions that mean something only in a template: `parameters`, `variables`, `reference`, `resourceId`, user functions, …
   * Undefined when it is none of them: then it is a pure function.
   */
  call(call: CallExpression, evaluator: Evaluator): Value | undefined;
  /** An argument of the user function that is being called, as `parameters('x')` means it in ARM. */
  argument(name: string): Value | undefined;
  /** `resource::child`. */
  nested(owner: Value, name: string, at: Span): Value | undefined;
  /** An environment in which these names stand for these values as well. */
  with(bindings: ReadonlyMap<string, Value>, turn?: LoopTurn): Environment;
}

/** One turn of a loop: what `copyIndex` says in it. */
export interface LoopTurn {
  readonly name: string | undefined;
  readonly index: Value;
  /** A turn of a resource's own loop: what `copyIndex()` without a name means, also inside a loop of a property. */
  readonly ofResource?: boolean;
}

/** A function that evaluates a lambda's body; the pure functions get lambdas in this form. */
export type Applicable = (args: readonly Value[]) => Value;

/** Evaluates expressions of one template instance. Never throws; what cannot be told is a symbol. */
export class Evaluator {
  readonly environment: Environment;
  readonly diagnostics: Diagnostics;
  readonly budget: Budget;

  constructor(environment: Environment, diagnostics: Diagnostics, budget: Budget) {
    this.environment = environment;
    this.diagnostics = diagnostics;
    this.budget = budget;
  }

  /** The same evaluator with further names. */
  within(bindings: ReadonlyMap<string, Value>, turn?: LoopTurn): Evaluator {
    return new Evaluator(this.environment.with(bindings, turn), this.diagnostics, this.budget);
  }

  evaluate(expression: Expression): Value {
    if (!this.budget.enter(expression.span)) return this.#unknown(expression, "(not evaluated)");
    const value = this.#evaluate(expression);
    this.budget.leave();
    return value;
  }

  #evaluate(expression: Expression): Value {
    switch (expression.kind) {
      case "literal":
        return literal(expression.value, written(expression.span));
      case "text":
        return withOrigin(
          concatenate(expression.parts.map((part) => textOf(this.evaluate(part)))),
          written(expression.span),
        );
      case "array":
        return this.#array(expression);
      case "object":
        return this.#object(expression);
      case "call":
        return this.#call(expression);
      case "member":
        return this.#member(expression);
      case "index":
        return this.#index(expression);
      case "name":
        return this.#name(expression.name, expression.span);
      case "conditional":
        return this.#conditional(expression.condition, expression.then, expression.otherwise);
      case "loop":
        return this.#loop(expression);
      case "lambda":
        return this.#unknown(expression, "(a lambda)");
      case "error":
        return this.#unknown(expression, "(an expression that could not be read)");
    }
  }

  /** A lambda as a function; anything else is no lambda. */
  lambda(expression: Expression): Applicable | undefined {
    if (expression.kind === "lambda") return this.#apply(expression);
    if (expression.kind !== "call" || expression.name.toLowerCase() !== "lambda") return undefined;
    const body = expression.args.at(-1);
    const names = expression.args
      .slice(0, -1)
      .map((arg) => (arg.kind === "literal" ? String(arg.value) : ""));
    return body && this.#apply({ kind: "lambda", parameters: names, body, span: expression.span });
  }

  #apply(lambda: LambdaExpression): Applicable {
    return (args) => {
      const bindings = new Map<string, Value>();
      lambda.parameters.forEach((name, at) => {
        const arg = args[at];
        if (arg) bindings.set(name, arg);
      });
      return this.within(bindings).evaluate(lambda.body);
    };
  }

  #name(name: string, at: Span): Value {
    const value = this.environment.name(name, at);
    if (value) return value;
    return errorSymbol(name, written(at));
  }

  #array(expression: Expression & { kind: "array" }): Value {
    const items: Value[] = [];
    let rest: Value | undefined;
    for (const one of expression.items) {
      if (one.kind !== "spread") items.push(this.evaluate(one));
      else {
        const spread = this.evaluate(one.operand);
        const known = listOf(spread);
        if (known) items.push(...known.items);
        rest ??= known ? known.rest : spread;
      }
    }
    return list(items, { origin: written(expression.span), ...(rest && { rest }) });
  }

  #object(expression: ObjectExpression): Value {
    const entries = new Map<string, Value>();
    const ranges = new Map<string, Span>();
    let rest: Value | undefined;
    for (const property of expression.properties) {
      if (property.kind === "spread") {
        rest = lay({ entries, ranges }, this.evaluate(property.operand)) ?? rest;
        continue;
      }
      const key = this.evaluate(property.key);
      if (isString(key)) {
        entries.set(key.value, this.evaluate(property.value));
        ranges.set(key.value, property.span);
      } else
        rest ??= appliedSymbol("object", [key, this.evaluate(property.value)], `{ ${describe(key)}: … }`);
    }
    return object(entries, { origin: written(expression.span), ranges, ...(rest && { rest }) });
  }

  #call(call: CallExpression): Value {
    const placed = this.environment.call(call, this);
    if (placed) return placed;
    const name = call.name.toLowerCase();
    const [first, second, third] = call.args;
    if (name === "if" && first && second && third) return this.#conditional(first, second, third);
    if (name === "lambdavariables" && first?.kind === "literal")
      return this.#name(String(first.value), call.span);
    const operands = call.args.map((arg) => this.lambda(arg) ?? this.evaluate(arg));
    const result = callFunction(call.name, operands);
    if (result.kind !== "problem")
      return result.origin ? result : withOrigin(result, madeOf(operands, result, call));
    if (result.severity) this.diagnostics[result.severity]("invalid-call", result.message, call.span);
    return errorSymbol(`${call.name}(…)`, written(call.span));
  }

  #member(expression: MemberExpression): Value {
    const owner = this.evaluate(expression.object);
    if (expression.nested) {
      return (
        this.environment.nested(owner, expression.name, expression.span) ??
        errorSymbol(expression.name, written(expression.span))
      );
    }
    return read(memberOf(owner, expression.name), owner, expression);
  }

  #index(expression: IndexExpression): Value {
    const owner = this.evaluate(expression.object);
    const index = this.evaluate(expression.index);
    const found = mapArms(index, (leaf) => {
      if (isString(leaf)) return memberOf(owner, leaf.value);
      if (leaf.kind !== "literal" || typeof leaf.value !== "number") {
        return someEntry(owner, leaf);
      }
      return mapArms(owner, (one) => {
        const from =
          expression.fromEnd && one.kind === "list" && !one.rest
            ? one.items.length - Number(leaf.value)
            : leaf.value;
        return item(one, Number(from));
      });
    });
    return read(found, owner, expression);
  }

  #conditional(condition: Expression, then: Expression, otherwise: Expression): Value {
    const decides = this.evaluate(condition);
    const known = outcomeOf(truthOf(decides));
    if (known !== "unknown") return taken(decides, this.evaluate(known === "true" ? then : otherwise));
    return choose(decides, this.evaluate(then), this.evaluate(otherwise));
  }

  #loop(expression: LoopExpression): Value {
    const turns = this.turns(expression.loop);
    const items = turns.items.map(({ bindings, turn, condition }) => {
      const value = this.within(bindings, turn).evaluate(expression.body);
      return condition ? choose(condition, value, { kind: "absent" }) : value;
    });
    const origin = written(expression.span);
    if (!turns.rest)
      return list(
        items.filter((one) => one.kind !== "absent"),
        { origin },
      );
    const value = this.within(turns.rest.bindings, turns.rest.turn).evaluate(expression.body);
    return list(items, { origin, rest: appliedSymbol("loop", [value], "[for …]") });
  }

  /** The turns of a loop; `ofResource` when it makes resources. */
  turns(loop: Loop, ofResource = false): Turns {
    return turnsOf(loop, this, ofResource);
  }

  #unknown(expression: Expression, text: string): Value {
    return errorSymbol(text, written(expression.span));
  }
}

/** The entry under a key that nobody knows, named as it is written; one segment of a path where every entry is. */
function someEntry(owner: Value, key: Value): Value {
  const name = owner.origin?.kind === "reference" ? owner.origin.label : describe(owner, 1);
  const entries = owner.kind === "object" && !owner.rest ? [...owner.entries.values()] : [];
  const isSegment = entries.length > 0 && entries.every((one) => isString(one) && !one.value.includes("/"));
  return appliedSymbol("[]", [owner, key], `${name}[${describe(key)}]`, {
    ...(isSegment && { type: "string", segment: true }),
  });
}

/** A member by name; of text, numbers and null there is none. */
function memberOf(owner: Value, name: string): Value {
  return memberIgnoringCase(owner, name);
}

/** What was read through a chain of names keeps where it came from; a member that is not there is null when asked for safely. */
function read(found: Value, owner: Value, expression: MemberExpression | IndexExpression): Value {
  if (found.kind === "absent") {
    return expression.safe || isNull(owner)
      ? literal(null, written(expression.span))
      : { kind: "absent", origin: written(expression.span) };
  }
  const label = spanLabel(expression.span);
  return withOrigin(found, {
    kind: "reference",
    span: expression.span,
    label,
    ...(found.origin && { from: found.origin }),
  });
}

const LONGEST_LABEL = 80;

function spanLabel(at: Span): string {
  const text = at.file.text.slice(at.start, Math.min(at.end, at.start + LONGEST_LABEL)).replace(/\s+/g, " ");
  return at.end - at.start > LONGEST_LABEL ? `${text}…` : text;
}

/**
 * Where the result of a function comes from. A truth says more than its place: the operand that it rests on, so that whoever asks
 * what decided a condition is led to the input. Of `and` and `or` that is one which says what they say.
 */
function madeOf(operands: readonly (Value | Applicable)[], result: Value, call: CallExpression): Origin {
  const here = written(call.span);
  if (!isBoolean(result)) return here;
  const joins = /^(and|or)$/i.test(call.name);
  const values = operands.filter((one) => typeof one !== "function");
  const decide = values.filter((one) => !joins || (isBoolean(one) && one.value === result.value));
  const isRead = ({ origin }: Value): boolean => chainOf(origin).some(({ kind }) => kind === "reference");
  const from = (decide.find(isRead) ?? decide[0])?.origin;
  return from ? { ...here, from } : here;
}

export function written(span: Span): Origin {
  return { kind: "written", span, label: spanLabel(span) };
}

/** A value as it stands in an interpolated string: booleans capitalised and null empty, as ARM's `format` does. */
function textOf(value: Value): Value {
  if (value.kind === "literal")
    return { ...literal(scalarText(value.value)), ...(value.via && { via: value.via }) };
  if (value.kind === "list" || value.kind === "object")
    return appliedSymbol("string", [value], `string(${keyOf(value).slice(0, 40)})`, { type: "string" });
  return value;
}

function scalarText(value: Scalar): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  return String(value);
}
