import { isNull, isWhollyKnown, type Value } from "../../../value/index.ts";
import type { Expression } from "../syntax/index.ts";
import { convert, typeOf, unify } from "../types/index.ts";

/** Parts of an arm above which its type is not worked out. */
const MOST_PARTS = 1000;

/** Whether the type of the arm that is not taken can matter: of null, of a reference and of what is unknown it cannot. */
export function needsOtherArm(taken: Value, left: Expression): boolean {
  if (left.kind === "parentheses") return needsOtherArm(taken, left.inner);
  if (left.kind === "null") return false;
  if (taken.kind === "literal") return !isNull(taken) && left.kind !== SYNTAX[typeof taken.value];
  return taken.kind === "list" || taken.kind === "object";
}

const SYNTAX: Readonly<Partial<Record<string, Expression["kind"]>>> = {
  string: "string",
  number: "number",
  boolean: "boolean",
};

/**
 * One arm of a conditional as the type that both arms have in common: `1` beside a text is a text, `[]` beside a set an empty set. Undefined
 * when they have none in common for certain.
 */
export function likeOtherArm(arm: Value, other: Value): Value | undefined {
  if (isNull(arm) || isNull(other) || !isSmall(arm) || !isSmall(other)) return arm;
  const types = [typeOf(arm), typeOf(other)];
  if (types.some((type) => type.kind === "any")) return arm;
  const common = unify(types);
  if (!common) return isWhollyKnown(arm) && isWhollyKnown(other) ? undefined : arm;
  const converted = convert(arm, common);
  return "value" in converted ? converted.value : arm;
}

/** Whether a value has few parts, and none that is only worked out when it is read. */
function isSmall(value: Value): boolean {
  let left = MOST_PARTS;
  const visit = (part: Value): boolean => {
    if (--left < 0) return false;
    if (part.kind === "list") return part.items.every(visit);
    if (part.kind === "object") return part.entries instanceof Map && [...part.entries.values()].every(visit);
    return true;
  };
  return visit(value);
}
