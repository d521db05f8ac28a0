import type { Span } from "../../../source/index.ts";
import type { Expression, ObjectExpression, SpreadExpression } from "../../arm/core/expression.ts";

/** A body without the properties that say something about the declaration itself, and these by name. */
export interface SplitBody {
  readonly object: ObjectExpression;
  readonly taken: ReadonlyMap<string, Expression>;
  /** The first `...other` in the body: what is not written may come from there. */
  readonly spread: SpreadExpression | undefined;
}

/** Takes properties out of a body. */
export function splitBody(body: ObjectExpression, names: ReadonlySet<string>): SplitBody {
  const taken = new Map<string, Expression>();
  let spread: SpreadExpression | undefined;
  const properties = body.properties.filter((property) => {
    if (property.kind === "spread") {
      spread ??= property;
      return true;
    }
    const name = property.key.kind === "literal" ? String(property.key.value) : undefined;
    if (name === undefined || !names.has(name)) return true;
    taken.set(name, property.value);
    return false;
  });
  return { object: { ...body, properties }, taken, spread };
}

/** A property of the body wherever it comes from; undefined when it is written nowhere. */
export function propertyOfBody(body: SplitBody, name: string): Expression | undefined {
  const written = body.taken.get(name);
  if (written || !body.spread) return written;
  return { kind: "member", object: body.spread.operand, name, safe: true, span: body.spread.span };
}

/** The properties of an object that is written out, by name; undefined when it is made some other way. */
export function writtenProperties(
  expression: Expression | undefined,
): ReadonlyMap<string, Expression> | undefined {
  if (!expression) return new Map();
  if (expression.kind !== "object") return undefined;
  const properties = new Map<string, Expression>();
  for (const property of expression.properties) {
    if (property.kind === "spread" || property.key.kind !== "literal") return undefined;
    properties.set(String(property.key.value), property.value);
  }
  return properties;
}

export function text(value: string, span: Span): Expression {
  return { kind: "literal", value, span };
}
