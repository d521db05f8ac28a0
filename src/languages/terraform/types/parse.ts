import type { Value } from "../../../value/index.ts";
import type { Call, Expression, ObjectConstructor, Range } from "../syntax/index.ts";
import { convert } from "./convert.ts";
import {
  ANY,
  type AttributeType,
  BOOL,
  listType,
  mapType,
  NUMBER,
  STRING,
  setType,
  type Type,
} from "./type.ts";

/** What is wrong with a type expression, and where. */
export interface TypeMistake {
  readonly message: string;
  readonly range: Range;
}

export interface ParsedType {
  /** `any` stands for the parts that could not be understood. */
  readonly type: Type;
  readonly mistakes: readonly TypeMistake[];
}

/**
 * The type that a variable's `type` argument denotes: an expression by syntax, never evaluated but for the defaults of
 * optional attributes, for which `evaluate` is asked.
 */
export function parseType(expression: Expression, evaluate: (expression: Expression) => Value): ParsedType {
  const mistakes: TypeMistake[] = [];
  const type = new TypeParser(evaluate, mistakes).parse(expression);
  return { type, mistakes };
}

const OBJECT = "`object` needs its attributes in braces: `object({ name = type })`.";
const TUPLE = "`tuple` needs its elements in brackets: `tuple([type, type])`.";

class TypeParser {
  readonly #evaluate: (expression: Expression) => Value;
  readonly #mistakes: TypeMistake[];

  constructor(evaluate: (expression: Expression) => Value, mistakes: TypeMistake[]) {
    this.#evaluate = evaluate;
    this.#mistakes = mistakes;
  }

  parse(expression: Expression): Type {
    switch (expression.kind) {
      case "parentheses":
        return this.parse(expression.inner);
      case "variable":
        if (expression.steps.length === 0) return this.#named(expression.root.text, expression);
        break;
      case "string":
        // The quoted spelling of Terraform 0.11, which later ones still understand.
        return this.#named(expression.value, expression);
      case "call":
        return this.#constructed(expression);
    }
    return this.#mistake(
      "A type is one of string, number, bool, any, list(), set(), map(), object() and tuple().",
      expression,
    );
  }

  #named(name: string, range: Range): Type {
    switch (name) {
      case "string":
        return STRING;
      case "number":
        return NUMBER;
      case "bool":
        return BOOL;
      case "any":
        return ANY;
      case "list":
        return listType(ANY);
      case "map":
        return mapType(ANY);
      case "set":
        return this.#mistake("`set` needs the type of its elements: `set(string)`.", range);
      case "object":
        return this.#mistake(OBJECT, range);
      case "tuple":
        return this.#mistake(TUPLE, range);
      default:
        return this.#mistake(`There is no type \`${name}\`.`, range);
    }
  }

  #constructed(call: Call): Type {
    const [only] = call.arguments;
    if (!only || call.arguments.length !== 1) {
      return this.#mistake(`\`${call.name}\` as a type needs exactly one argument.`, call);
    }
    switch (call.name) {
      case "list":
        return listType(this.parse(only));
      case "set":
        return setType(this.parse(only));
      case "map":
        return mapType(this.parse(only));
      case "object":
        if (only.kind === "object") return this.#object(only);
        return this.#mistake(OBJECT, only);
      case "tuple":
        if (only.kind === "tuple")
          return { kind: "tuple", elements: only.items.map((item) => this.parse(item)) };
        return this.#mistake(TUPLE, only);
      case "optional":
        return this.#mistake("`optional` can only stand for an attribute of an object.", call);
      default:
        return this.#mistake(`There is no type \`${call.name}\`.`, call.nameRange);
    }
  }

  #object({ items }: ObjectConstructor): Type {
    const attributes = new Map<string, AttributeType>();
    for (const item of items) {
      const name = item.name ?? (item.key.kind === "string" ? item.key.value : undefined);
      if (name === undefined) this.#mistake("The name of an attribute must be written out.", item.key);
      else attributes.set(name, this.#attribute(item.value));
    }
    return { kind: "object", attributes };
  }

  #attribute(expression: Expression): AttributeType {
    if (expression.kind !== "call" || expression.name !== "optional")
      return { type: this.parse(expression), optional: false };
    const [first, second] = expression.arguments;
    if (!first || expression.arguments.length > 2) {
      return {
        type: this.#mistake("`optional` needs a type and, if wanted, a default.", expression),
        optional: true,
      };
    }
    const type = this.parse(first);
    if (!second) return { type, optional: true };
    const converted = convert(this.#evaluate(second), type);
    if ("value" in converted) return { type, optional: true, fallback: converted.value };
    this.#mistake(`The default does not fit the type: ${converted.error}.`, second);
    return { type, optional: true };
  }

  #mistake(message: string, { start, end }: Range): Type {
    this.#mistakes.push({ message, range: { start, end } });
    return ANY;
  }
}
