import type { Atom } from "./assumptions.ts";
import { judge } from "./condition.ts";
import { keyOf } from "./key.ts";
import { describe, knownEnds, partsOf } from "./template.ts";
import { any, atomTruth, decided, no, type Truth, unknown, yes } from "./truth.ts";
import { isUnset, type Literal, literal, type Scalar, type SymbolValue, type Template, type Value } from "./value.ts";

/** Comparisons of names, types, tags and enums in Azure ignore case; `exact` is for everything else. */
export type Spelling = "ignore-case" | "exact";

/** Whether a value is the given one. Absent and null equal nothing but null. */
export function is(value: Value, expected: Scalar, spelling: Spelling = "ignore-case"): Truth {
  return equal(value, literal(expected), spelling);
}

export function isOneOf(value: Value, expected: readonly Scalar[], spelling: Spelling = "ignore-case"): Truth {
  return any(...expected.map((one) => is(value, one, spelling)));
}

/** Whether anything is set: neither absent nor null. Unknown inputs are taken to be set, as their users must give them. */
export function isSet(value: Value): Truth {
  return judge(value, (leaf) => decided(!isUnset(leaf), { value: leaf }));
}

/** Whether two values are the same, in every case that both can take. */
export function equal(a: Value, b: Value, spelling: Spelling = "exact"): Truth {
  return judge(a, (left) =>
    judge(b, (right) => {
      const answer = compareLeaves(left, right, spelling);
      return answer ?? unknown(`whether ${describe(left)} is ${describe(right)}`, left.origin?.span ?? right.origin?.span);
    }),
  );
}

/** Compares two values that are no choices; undefined when nothing can be said, not even as a condition. */
export function compareLeaves(a: Value, b: Value, spelling: Spelling = "exact"): Truth | undefined {
  if (a.kind === "choice" || b.kind === "choice") return equal(a, b, spelling);
  if (keyOf(a) === keyOf(b)) return yes({ value: a }, { value: b });
  if (isUnset(a) && isUnset(b)) return yes({ value: a }, { value: b });
  if (a.kind === "literal" && b.kind === "literal") return decided(sameScalar(a, b, spelling), { value: a }, { value: b });
  if (a.kind === "symbol" && b.kind === "literal") return compareSymbol(a, b, spelling);
  if (b.kind === "symbol" && a.kind === "literal") return compareSymbol(b, a, spelling);
  if (a.kind === "template" && b.kind === "literal") return compareTemplate(a, b, spelling);
  if (b.kind === "template" && a.kind === "literal") return compareTemplate(b, a, spelling);
  if (isUnset(a) || isUnset(b)) return a.kind === "symbol" || b.kind === "symbol" ? undefined : no({ value: a }, { value: b });
  if (a.kind === "symbol" || b.kind === "symbol" || a.kind === "template" || b.kind === "template") return undefined;
  return a.kind === b.kind ? undefined : no({ value: a }, { value: b });
}

function sameScalar(a: Literal, b: Literal, spelling: Spelling): boolean {
  if (spelling === "ignore-case" && typeof a.value === "string" && typeof b.value === "string") {
    return a.value.toLowerCase() === b.value.toLowerCase();
  }
  if (typeof a.value === typeof b.value) return a.value === b.value;
  return a.value !== null && b.value !== null && String(a.value) === String(b.value);
}

function compareSymbol(symbol: SymbolValue, value: Literal, spelling: Spelling): Truth {
  const evidence = [{ value: symbol }, { value }];
  if (symbol.notNull && value.value === null) return no(...evidence);
  if (symbol.domain) {
    const matching = symbol.domain.filter((member) => member.kind === "literal" && sameScalar(member, value, spelling));
    const open = symbol.domain.some((member) => member.kind !== "literal");
    if (!open && matching.length === 0) return no(...evidence);
    if (!open && matching.length === symbol.domain.length) return yes(...evidence);
    if (matching.length > 0) return any(...matching.map((member) => atomTruth(memberAtom(symbol, member as Literal), evidence)));
  }
  return atomTruth(memberAtom(symbol, spelling === "ignore-case" && typeof value.value === "string" ? literal(value.value.toLowerCase()) : value), evidence);
}

/** The condition that an unknown is a certain value. */
export function memberAtom(symbol: SymbolValue, member: Literal): Atom {
  const domain = symbol.domain?.every((one) => one.kind === "literal")
    ? symbol.domain.map((one) => String((one as Literal).value))
    : symbol.type === "bool" || typeof member.value === "boolean"
      ? ["true", "false"]
      : undefined;
  const at = symbol.origin?.span;
  const boolean = typeof member.value === "boolean";
  return {
    key: `${symbol.key}=${String(member.value)}`,
    subject: symbol.key,
    member: String(member.value),
    text: boolean ? (member.value ? symbol.text : `!${symbol.text}`) : `${symbol.text} == ${describe(member)}`,
    ...(domain && { domain }),
    ...(at && { span: at }),
  };
}

/** A template can be told apart from a text by its known beginning, its known end, or its least length. */
function compareTemplate(template: Template, value: Literal, spelling: Spelling): Truth {
  const evidence = [{ value: template }, { value }];
  const fold = (text: string): string => (spelling === "ignore-case" ? text.toLowerCase() : text);
  const text = fold(String(value.value));
  const { start, end } = knownEnds(template);
  const known = partsOf(template).reduce((length, part) => length + (part.kind === "literal" ? String(part.value).length : 0), 0);
  if (!text.startsWith(fold(start)) || !text.endsWith(fold(end)) || text.length < known) return no(...evidence);
  return atomTruth(
    { key: `${keyOf(template)}=${text}`, subject: keyOf(template), member: text, text: `${describe(template)} == ${describe(value)}` },
    evidence,
  );
}

/** Whether a number lies within bounds, both included. */
export function isBetween(value: Value, low: number, high: number): Truth {
  return judge(value, (leaf) => {
    if (leaf.kind === "literal" && leaf.value !== null && leaf.value !== "" && !Number.isNaN(Number(leaf.value))) {
      return decided(Number(leaf.value) >= low && Number(leaf.value) <= high, { value: leaf });
    }
    return unknown(`whether ${describe(leaf)} lies between ${low} and ${high}`, leaf.origin?.span);
  });
}
