import { Assumptions, type Atom } from "./assumptions.ts";
import { compareLeaves } from "./compare.ts";
import { keyOf } from "./key.ts";
import { describe } from "./template.ts";
import { all, any, atomTruth, decided, not, type Truth, unknown, when, yes } from "./truth.ts";
import { ABSENT, type SymbolValue, type Value } from "./value.ts";

/**
 * A boolean value as a truth: operators are opened, comparisons of an unknown with a literal become atoms that
 * know of each other. Null, absent and other types are unknown: the language would refuse them.
 */
export function truthOf(condition: Value): Truth {
  switch (condition.kind) {
    case "literal":
      if (typeof condition.value === "boolean") return decided(condition.value, { value: condition });
      if (condition.value === "true" || condition.value === "false") return decided(condition.value === "true", { value: condition });
      return unknown(`${describe(condition)} is not a condition`, condition.origin?.span);
    case "choice":
      return when(truthOf(condition.condition), truthOf(condition.then), truthOf(condition.otherwise));
    case "symbol":
      return truthOfSymbol(condition);
    default:
      return unknown(`${describe(condition)} is not a condition`, condition.origin?.span);
  }
}

function truthOfSymbol(symbol: SymbolValue): Truth {
  const [a, b] = symbol.operands ?? [];
  if (a && symbol.operator === "!") return not(truthOf(a));
  if (a && symbol.operands && symbol.operator === "&&") return all(...symbol.operands.map(truthOf));
  if (a && symbol.operands && symbol.operator === "||") return any(...symbol.operands.map(truthOf));
  if (a && b && symbol.operator === "==") return compareLeaves(a, b) ?? atomTruth(booleanAtom(symbol));
  if (a && b && symbol.operator === "!=") return not(compareLeaves(a, b) ?? atomTruth(booleanAtom({ ...symbol, operator: "==", key: `==(${keyOf(a)},${keyOf(b)})` })));
  return atomTruth(booleanAtom(symbol));
}

/** A condition that is only a name: true and false are its two values, also when compared with them. */
function booleanAtom(symbol: SymbolValue): Atom {
  const at = symbol.origin?.span;
  return {
    key: `${symbol.key}=true`,
    subject: symbol.key,
    member: "true",
    domain: ["true", "false"],
    text: symbol.text,
    ...(at && { span: at }),
  };
}

/** One world: the value that holds in it and what must be true for it. */
export interface Case {
  readonly value: Exclude<Value, { readonly kind: "choice" }>;
  readonly holds: Truth;
}

/**
 * Every value a choice can come to, each with its condition; contradictory combinations are left out. A value that is no choice
 * gives one case that always holds.
 */
export function casesOf(value: Value): readonly Case[] {
  const cases: Case[] = [];
  const visit = (side: Value, holds: Truth, assumed: Assumptions): void => {
    if (side.kind !== "choice") {
      cases.push({ value: side, holds });
      return;
    }
    const condition = assumed.apply(truthOf(side.condition));
    if (condition.kind === "decided") visit(condition.value ? side.then : side.otherwise, holds, assumed);
    else {
      const positive = condition.kind === "branch" && isPlainAtom(condition);
      visit(side.then, all(holds, condition), positive ? assumed.with(condition.atom, true) : assumed);
      visit(side.otherwise, all(holds, not(condition)), positive ? assumed.with(condition.atom, false) : assumed);
    }
  };
  visit(value, yes(), Assumptions.none);
  return cases;
}

function isPlainAtom(truth: Truth & { kind: "branch" }): boolean {
  return truth.then.kind === "decided" && truth.then.value && truth.otherwise.kind === "decided" && !truth.otherwise.value;
}

/** Judges a value in every case it can take. The question is asked of leaves only: never of a choice. */
export function judge(value: Value, question: (leaf: Case["value"]) => Truth): Truth {
  if (value.kind !== "choice") return question(value);
  return casesOf(value).reduceRight<Truth | undefined>(
    (rest, { value: leaf, holds }) => (rest ? when(holds, question(leaf), rest) : question(leaf)),
    undefined,
  ) ?? question(ABSENT);
}
