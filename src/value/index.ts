export type { Atom, Member, Membership } from "./assumptions.ts";
export { choose, conditionalItems, countArms, isOneOfMany, lift, listOf, mapArms, taken } from "./choice.ts";
export { type Asked, all, any, anyOf, given, when } from "./combine.ts";
export { is, isBetween, isOneOf, isSet } from "./compare.ts";
export { type Case, casesOf, compareLeaves, equal, judge, truthOf } from "./condition.ts";
export { appliedString, describe } from "./describe.ts";
export { isEffortSpent, MOST_CONDITIONS, renewEffort } from "./effort.ts";
export { keyOf } from "./key.ts";
export { MarkedText } from "./marks.ts";
export type { Spelling } from "./membership.ts";
export { chainOf, type Origin, type OriginKind } from "./origin.ts";
export {
  firstConditional,
  follow,
  item,
  itemsOf,
  listedItem,
  mayBeAbsent,
  member,
  memberIgnoringCase,
  pathSteps,
} from "./path.ts";
export { fromPlain, isWhollyKnown, toPlain } from "./plain.ts";
export { sameness } from "./sameness.ts";
export { appliedSymbol, errorSymbol, namedSymbol } from "./symbol.ts";
export { concatenate, partsOf, scalarText, splitString } from "./template.ts";
export {
  atomTruth,
  type Branch,
  because,
  type Doubt,
  decided,
  doubtsOf,
  type Evidence,
  evidenceOf,
  isFalse,
  isTrue,
  type Leaf,
  no,
  not,
  type Outcome,
  outcomeOf,
  type Truth,
  unknown,
  yes,
} from "./truth.ts";
export * from "./value.ts";
