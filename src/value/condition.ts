import { armOf, oneOfMany } from "./choice.ts";
import { type Comparison, compareLists, compareObjects } from "./collections.ts";
import { all, any, given, when } from "./combine.ts";
import { describe } from "./describe.ts";
import { isEffortSpent } from "./effort.ts";
import { joined, keyOf } from "./key.ts";
import {
  compareCondition,
  compareSymbol,
  domainOf,
  memberAtom,
  pairTruth,
  type Spelling,
  sameScalar,
} from "./membership.ts";
import { compareStrings } from "./strings.ts";
import { atomTruth, decided, NO, no, not, type Truth, unknown, YES, yes } from "./truth.ts";
import { compareUnknown, isText } from "./unknowns.ts";
import { type Choice, FALSE, isUnset, type SymbolValue, TRUE, type Value } from "./value.ts";

/**
 * A boolean value as a truth: operators are opened, comparisons of an unknown with a literal become conditions that
 * know of each other. Null, absent and other types are unknown: the language would refuse them.
 */
export function truthOf(condition: Value): Truth {
  const seen = new Map<Value, Truth>();
  let depth = 0;
  let isCut = false;
  const visit = (value: Value): Truth => {
    const known = TRUTHS.get(value) ?? seen.get(value);
    if (known) return known;
    if (depth > DEEPEST) {
      isCut = true;
      return unknown("a condition that is made of very many others");
    }
    depth++;
    const truth = conditionOf(value, visit);
    depth--;
    seen.set(value, truth);
    return truth;
  };
  const truth = visit(condition);
  // What was given up is worked out again when there is effort for it.
  if (isEffortSpent()) return truth;
  if (isCut) TRUTHS.set(condition, truth);
  else for (const [value, known] of seen) TRUTHS.set(value, known);
  return truth;
}

/** Conditions decide over many values and are made of each other, and their truth is the same wherever they stand. */
const TRUTHS = new WeakMap<Value, Truth>();

/** Conditions and collections nested deeper than this are not looked into: the stack is not a stranger's to fill. */
const DEEPEST = 500;

function conditionOf(condition: Value, visit: (value: Value) => Truth): Truth {
  switch (condition.kind) {
    case "literal":
      for (const value of [TRUE, FALSE]) {
        if (sameScalar(condition, value, "ignore-case")) {
          // What nobody wrote explains nothing: that something is there without condition, above all.
          return condition.origin ? decided(value === TRUE, { value: condition }) : value === TRUE ? YES : NO;
        }
      }
      return unconditional(condition);
    case "choice":
      return when(visit(condition.condition), visit(armOf(condition, true)), visit(armOf(condition, false)));
    case "symbol":
      return symbolCondition(condition, visit);
    default:
      return unconditional(condition);
  }
}

function symbolCondition(symbol: SymbolValue, visit: (value: Value) => Truth): Truth {
  const operands = symbol.operands ?? [];
  const [a, b] = operands;
  switch (a && symbol.operator) {
    case "!":
      return not(visit(a as Value));
    case "&&":
      return all(...operands.map(visit));
    case "||":
      return any(...operands.map(visit));
  }
  if (a && b) {
    switch (symbol.operator) {
      case "==":
        return equal(a, b);
      case "!=":
        return not(equal(a, b));
      case "=~":
        return equal(a, b, "ignore-case");
      case "!~":
        return not(equal(a, b, "ignore-case"));
      case "<":
        return isLess(a, b);
      case ">":
        return isLess(b, a);
      case "<=":
        return not(isLess(b, a));
      case ">=":
        return not(isLess(a, b));
    }
  }
  const domain = domainOf(symbol);
  const refused = domain
    ? domain.some((one) => conditionOf(one, visit).kind === "unknown")
    : !mayBeCondition(symbol);
  if (refused) return unconditional(symbol);
  return domain ? compareSymbol(symbol, TRUE, "ignore-case") : compareCondition(symbol);
}

function mayBeCondition({ type }: SymbolValue): boolean {
  return type === undefined || type === "bool" || type === "string";
}

function unconditional(value: Value): Truth {
  const text = isUnset(value)
    ? "a value that is missing where true or false is expected"
    : `${describe(value)}, which is neither true nor false`;
  return unknown(text, value.origin?.span);
}

/** One spelling for all four orders, so that `a < b` excludes `a >= b`. */
function isLess(a: Value, b: Value): Truth {
  const span = a.origin?.span ?? b.origin?.span;
  const text = `${describe(a)} < ${describe(b)}`;
  return atomTruth({ key: `<(${joined([a, b].map(keyOf))})`, text, ...(span && { span }) }, [
    { value: a },
    { value: b },
  ]);
}

/** One world: the value that holds in it and what must be true for it. */
export interface Case {
  readonly value: Exclude<Value, Choice>;
  readonly holds: Truth;
}

/** Cases after which a choice is no longer taken apart: each of them stands under the conditions of all that it is not. */
const MOST_CASES = 64;

/**
 * Every value a choice can come to, each with its condition; contradictory combinations are left out, and very many are one that
 * nobody knows. A value that is no choice gives one case that always holds.
 */
export function casesOf(value: Value): readonly Case[] {
  if (value.kind !== "choice") return [{ value, holds: yes() }];
  const cases: Case[] = [];
  const visit = (side: Value, holds: Truth): void => {
    if (side.kind !== "choice") {
      cases.push({ value: side, holds });
      return;
    }
    if (cases.length >= MOST_CASES) {
      cases.push({ value: oneOfMany(side), holds });
      return;
    }
    const condition = given(truthOf(side.condition), holds);
    if (condition.kind === "decided") visit(armOf(side, condition.value), holds);
    else {
      visit(armOf(side, true), all(holds, condition));
      visit(armOf(side, false), all(holds, not(condition)));
    }
  };
  visit(value, yes());
  return cases;
}

/** Values of a domain above which an unknown is no longer asked about one by one. */
const MOST_MEMBERS = 64;

/**
 * Judges a value in every case it can take. The question is asked of leaves only, never of a choice: of an unknown that can only
 * be one of a few values as well, and when that has no answer, of each of these values.
 */
export function judge(value: Value, question: (leaf: Case["value"]) => Truth): Truth {
  if (value.kind === "choice") {
    if (isEffortSpent()) return unknown("too many conditions decide this");
    const [then, otherwise] = [armOf(value, true), armOf(value, false)];
    return when(truthOf(value.condition), judge(then, question), judge(otherwise, question));
  }
  const answer = question(value);
  const domain = value.kind === "symbol" && isOpen(answer) ? domainOf(value) : undefined;
  if (value.kind !== "symbol" || !domain || domain.length > MOST_MEMBERS) return answer;
  return domain.reduceRight<Truth>((others, member, at) => {
    const { origin, via, sensitive } = value;
    const there = question({
      ...member,
      ...(origin && { origin }),
      ...(via && { via }),
      ...(sensitive && { sensitive }),
    });
    const isLast = at === domain.length - 1;
    return isLast ? there : when(atomTruth(memberAtom(value, member, false, domain)), there, others);
  }, answer);
}

/** Whether a truth is unknown in some case, and not only undecided between cases. */
function isOpen(truth: Truth): boolean {
  if (truth.kind !== "branch") return truth.kind === "unknown";
  return isOpen(truth.then) || isOpen(truth.otherwise);
}

/** Whether two values are the same, in every case that both can take. */
export function equal(a: Value, b: Value, spelling: Spelling = "exact"): Truth {
  // Nearly all that is compared is known: then there are no cases to tell apart.
  if (a.kind === "literal" && b.kind === "literal")
    return decided(sameScalar(a, b, spelling), { value: a }, { value: b });
  return judge(a, (left) => judge(b, (right) => compareLeaves(left, right, spelling)));
}

/** Compares two values that are no choices themselves, though their items and entries may be. */
export function compareLeaves(a: Value, b: Value, spelling: Spelling = "exact"): Truth {
  const seen = new Map<string, Truth>();
  let depth = 0;
  // What values share is compared once, however many ways lead to it.
  const leaves = (left: Leaf, right: Leaf): Truth => {
    if (left.kind !== "list" && left.kind !== "object") return compareKnown(left, right, comparison);
    const key = `${keyOf(left)} ${keyOf(right)}`;
    const known = seen.get(key);
    if (known) return known;
    if (depth > DEEPEST) return pairTruth(left, right, spelling);
    depth++;
    const truth = compareKnown(left, right, comparison);
    depth--;
    seen.set(key, truth);
    return truth;
  };
  const comparison: Comparison = {
    spelling,
    same: (left, right) => judge(left, (one) => judge(right, (other) => leaves(one, other))),
  };
  return comparison.same(a, b);
}

type Leaf = Case["value"];

function compareKnown(a: Leaf, b: Leaf, comparison: Comparison): Truth {
  const { spelling } = comparison;
  const evidence = [{ value: a }, { value: b }];
  if (keyOf(a) === keyOf(b) || (isUnset(a) && isUnset(b))) return yes(...evidence);
  if (a.kind === "symbol") return compareUnknown(a, b, spelling);
  if (b.kind === "symbol") return compareUnknown(b, a, spelling);
  if (isUnset(a) || isUnset(b)) return no(...evidence);
  if (a.kind === "literal" && b.kind === "literal") return decided(sameScalar(a, b, spelling), ...evidence);
  if (isText(a, spelling) && isText(b, spelling)) return compareStrings(a, b, spelling);
  if (a.kind === "list" && b.kind === "list") return compareLists(a, b, comparison);
  if (a.kind === "object" && b.kind === "object") return compareObjects(a, b, comparison);
  return no(...evidence);
}
