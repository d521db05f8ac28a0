import type { Span } from "../../../source/index.ts";
import type { Scalar } from "../../../value/index.ts";

/**
 * The expression core that ARM templates and Bicep share: JSON with `[expressions]` and Bicep source are two
 * syntaxes for it. Every node knows its range in the file that a person edits.
 */
export type Expression =
  | LiteralExpression
  | TextExpression
  | ArrayExpression
  | ObjectExpression
  | CallExpression
  | MemberExpression
  | IndexExpression
  | NameExpression
  | ConditionalExpression
  | LambdaExpression
  | LoopExpression
  | ErrorExpression;

interface Node {
  readonly span: Span;
}

export interface LiteralExpression extends Node {
  readonly kind: "literal";
  readonly value: Scalar;
}

/** A string with parts that are computed: Bicep's `'a${b}c'`. ARM's `format` and `concat` are calls. */
export interface TextExpression extends Node {
  readonly kind: "text";
  readonly parts: readonly Expression[];
}

export interface ArrayExpression extends Node {
  readonly kind: "array";
  readonly items: readonly (Expression | SpreadExpression)[];
}

export interface SpreadExpression extends Node {
  readonly kind: "spread";
  readonly operand: Expression;
}

export interface Property extends Node {
  readonly kind: "property";
  /** A literal for a plain name; anything that gives a string otherwise. */
  readonly key: Expression;
  readonly value: Expression;
}

export interface ObjectExpression extends Node {
  readonly kind: "object";
  readonly properties: readonly (Property | SpreadExpression)[];
}

/**
 * A function. Operators are calls by ARM's names: `equals`, `not`, `and`, `or`, `less`, `lessOrEquals`, `greater`,
 * `greaterOrEquals`, `add`, `sub`, `mul`, `div`, `mod`, `coalesce`, and Bicep's own: `notEquals`, `equalsInsensitive` (`=~`),
 * `notEqualsInsensitive`, `negate`, `assertNotNull` (`!`).
 */
export interface CallExpression extends Node {
  readonly kind: "call";
  readonly name: string;
  /** `contoso` in `contoso.uniqueName(...)`, `sys` and `az` in Bicep. */
  readonly namespace?: string;
  /** For Bicep's `resource.listKeys()`: what it is called on. */
  readonly on?: Expression;
  readonly args: readonly Expression[];
}

export interface MemberExpression extends Node {
  readonly kind: "member";
  readonly object: Expression;
  readonly name: string;
  /** `.?name`: null when there is none. */
  readonly safe?: boolean;
  /** `resource::child`. */
  readonly nested?: boolean;
}

export interface IndexExpression extends Node {
  readonly kind: "index";
  readonly object: Expression;
  readonly index: Expression;
  readonly safe?: boolean;
  /** `[^1]`. */
  readonly fromEnd?: boolean;
}

/** Something declared: a parameter, variable, resource, module, function argument, loop or lambda variable, import. */
export interface NameExpression extends Node {
  readonly kind: "name";
  readonly name: string;
}

export interface ConditionalExpression extends Node {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface LambdaExpression extends Node {
  readonly kind: "lambda";
  readonly parameters: readonly string[];
  readonly body: Expression;
}

/** An array made by a loop: Bicep's `[for …]` and ARM's property and variable `copy`. */
export interface LoopExpression extends Node {
  readonly kind: "loop";
  readonly loop: Loop;
  readonly body: Expression;
}

/** What a loop runs over: the items of `collection`, or `count` turns. */
export interface Loop {
  readonly span: Span;
  /** Bicep's item variable. */
  readonly item?: string;
  /** Bicep's index variable. */
  readonly index?: string;
  /** ARM's copy name, for `copyIndex('name')`. */
  readonly name?: string;
  readonly collection?: Expression;
  readonly count?: Expression;
  /** Bicep's `if` inside the loop. */
  readonly condition?: Expression;
}

/** Stands where the text could not be parsed; already diagnosed. */
export interface ErrorExpression extends Node {
  readonly kind: "error";
}
