import type { Atom, Member } from "./assumptions.ts";
import { describe } from "./describe.ts";
import { joined, keyOf } from "./key.ts";
import { atomTruth, decided, type Evidence, no, not, type Truth } from "./truth.ts";
import { FALSE, type Literal, NULL, type Scalar, type SymbolValue, TRUE, type Value } from "./value.ts";

/**
 * How closely two values must agree. `ignore-case` is how Azure compares names, types, tags, enums and switches: case does not
 * count, nor whether a number or a truth is written as text. `exact` is how languages compare: types and case count.
 */
export type Spelling = "ignore-case" | "exact";

/** Whether two known scalars are the same. */
export function sameScalar(a: Literal, b: Literal, spelling: Spelling): boolean {
  return isScalar(a, b.value, spelling);
}

/** Whether a known scalar is a certain one. */
export function isScalar({ value }: Literal, expected: Scalar, spelling: Spelling): boolean {
  if (spelling === "exact" || value === expected) return value === expected;
  return value !== null && expected !== null && folded(value) === folded(expected);
}

/** What a symbol may be where its declaration lists it and all of it is known; undefined otherwise. */
export function domainOf({ domain }: SymbolValue): readonly Literal[] | undefined {
  const scalars = domain?.filter((member) => member.kind === "literal");
  return scalars && scalars.length > 0 && scalars.length === domain?.length ? scalars : undefined;
}

/** Whether an unknown is a known scalar: decided where its domain or its type decides, otherwise a condition. */
export function compareSymbol(symbol: SymbolValue, value: Literal, spelling: Spelling): Truth {
  const evidence = [{ value: symbol }, { value }];
  const uncased = uncasedOperand(symbol);
  if (uncased && typeof value.value === "string") {
    const possible =
      spelling === "ignore-case" || CASED[symbol.operator ?? ""]?.(value.value) === value.value;
    return possible ? compareSymbol(uncased, value, "ignore-case") : no(...evidence);
  }
  const domain = domainOf(symbol);
  if (domain) return compareListed(symbol, domain, value, spelling, evidence);
  if (value.value === null) {
    return symbol.notNull ? no(...evidence) : atomTruth(memberAtom(symbol, NULL, false), evidence);
  }
  return symbol.type === undefined
    ? atomTruth(memberAtom(symbol, value, spelling === "ignore-case"), evidence)
    : compareTyped(symbol, value, spelling, evidence);
}

function compareListed(
  symbol: SymbolValue,
  domain: readonly Literal[],
  value: Literal,
  spelling: Spelling,
  evidence: readonly Evidence[],
): Truth {
  const fitting = domain.filter((member) => sameScalar(member, value, spelling));
  const [only] = fitting;
  if (!only || fitting.length === domain.length) return decided(only !== undefined, ...evidence);
  return atomTruth(
    memberAtom(symbol, fitting.length === 1 ? only : value, fitting.length > 1, domain),
    evidence,
  );
}

function compareTyped(
  symbol: SymbolValue,
  value: Literal,
  spelling: Spelling,
  evidence: readonly Evidence[],
): Truth {
  if (symbol.type === "list" || symbol.type === "object") return no(...evidence);
  if (spelling === "exact") {
    if (symbol.type !== typeName(value)) return no(...evidence);
    // As languages see it, even a switch may be null.
    const booleans = symbol.notNull ? [TRUE, FALSE] : [TRUE, FALSE, NULL];
    const domain = symbol.type === "bool" ? booleans : undefined;
    return atomTruth(memberAtom(symbol, value, false, domain), evidence);
  }
  if (symbol.type !== "bool") return atomTruth(memberAtom(symbol, value, true), evidence);
  if (sameScalar(value, TRUE, spelling)) return compareCondition(symbol, evidence);
  return sameScalar(value, FALSE, spelling) ? not(compareCondition(symbol, evidence)) : no(...evidence);
}

/** Whether a symbol that is used as a condition holds: it is true or false, and nothing else. */
export function compareCondition(
  symbol: SymbolValue,
  evidence: readonly Evidence[] = [{ value: symbol }],
): Truth {
  return atomTruth({ ...memberAtom(symbol, TRUE, false, [TRUE, FALSE]), text: symbol.text }, evidence);
}

/** The condition that a symbol is a certain scalar. */
export function memberAtom(
  symbol: SymbolValue,
  member: Literal,
  anySpelling: boolean,
  domain?: readonly Literal[],
): Atom {
  const is = memberOf(member);
  const span = symbol.origin?.span;
  return {
    key: anySpelling ? `${symbol.key}~${is.folded}` : `${symbol.key}=${is.key}`,
    text: `${symbol.text} == ${describe(member)}`,
    ...(span && { span }),
    is: {
      subject: symbol.key,
      member: is,
      anySpelling,
      ...(domain && { domain: domain.map(memberOf) }),
    },
  };
}

/** The condition that two values of which nothing more is known are the same. Who is named first makes no difference. */
export function pairTruth(a: Value, b: Value, spelling: Spelling): Truth {
  const anySpelling = spelling === "ignore-case";
  const keys = [a, b].map((one) =>
    keyOf((anySpelling && one.kind === "symbol" && uncasedOperand(one)) || one),
  );
  const subject = `(${joined(keys.sort())})`;
  const span = a.origin?.span ?? b.origin?.span;
  return atomTruth(
    {
      key: `${subject}${anySpelling ? "~" : "="}`,
      text: `${describe(a)} == ${describe(b)}`,
      ...(span && { span }),
      is: { subject, member: { key: "same", folded: "same" }, anySpelling },
    },
    [{ value: a }, { value: b }],
  );
}

function memberOf(value: Literal): Member {
  if (value.value === null) return { key: "null", folded: "null" };
  return { key: keyOf(value), folded: `"${folded(value.value)}"` };
}

function folded(value: Scalar): string {
  return String(value).toLowerCase();
}

function typeName(value: Literal): string {
  return typeof value.value === "boolean" ? "bool" : typeof value.value;
}

const CASED: Readonly<Record<string, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  tolower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  toupper: (text) => text.toUpperCase(),
};

/** What `lower(x)` and `upper(x)` are made of: such a comparison is one of `x` without regard to case. */
export function uncasedOperand({ operator, operands }: SymbolValue): SymbolValue | undefined {
  if (operator === undefined || !Object.hasOwn(CASED, operator)) return undefined;
  const [operand] = operands ?? [];
  return operand?.kind === "symbol" ? operand : undefined;
}
