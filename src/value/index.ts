export { Assumptions, type Atom } from "./assumptions.ts";
export { choose, conditionalItems, countArms, lift, liftable, listOf, mapArms } from "./choice.ts";
export { compareLeaves, equal, is, isBetween, isOneOf, isSet, memberAtom, type Spelling } from "./compare.ts";
export { type Case, casesOf, judge, truthOf } from "./condition.ts";
export { bounded, keyOf } from "./key.ts";
export { chainOf, type Origin, type OriginKind, rootOf } from "./origin.ts";
export { follow, item, itemsOf, mayBeAbsent, member, memberIgnoringCase, pathSteps } from "./path.ts";
export { appliedSymbol, errorSymbol, namedSymbol } from "./symbol.ts";
export { appliedString, concatenate, describe, knownEnds, partsOf, scalarText, splitString } from "./template.ts";
export {
  all,
  any,
  atomTruth,
  because,
  decided,
  type Doubt,
  doubtsOf,
  type Evidence,
  evidenceOf,
  given,
  isFalse,
  isTrue,
  no,
  not,
  type Outcome,
  outcomeOf,
  type Truth,
  unknown,
  when,
  yes,
} from "./truth.ts";
export * from "./value.ts";
