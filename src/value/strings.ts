import { all, any } from "./combine.ts";
import { keyOf } from "./key.ts";
import { compareSymbol, domainOf, pairTruth, type Spelling, sameScalar } from "./membership.ts";
import { concatenate, partsOf, scalarText, splitString } from "./template.ts";
import { type Evidence, no, type Truth, yes } from "./truth.ts";
import { isString, type Literal, literal, type SymbolValue, type Template, type Value } from "./value.ts";

/** A value that is a string whatever it comes to. */
export type Text = Template | SymbolValue | Literal;

/**
 * Whether two strings with unknown parts are the same. What they begin and end with in common is cut away; what is left
 * tells them apart (`${p}-hub` is never `${p}-spoke`), or is a condition on the unknown parts.
 */
export function compareStrings(a: Text, b: Text, spelling: Spelling): Truth {
  const evidence = [{ value: a }, { value: b }];
  const [left, right] = [piecesOf(a, spelling), piecesOf(b, spelling)];
  if (!cutCommon(left, right, "start") || !cutCommon(left, right, "end")) return no(...evidence);
  if (left.length === 0 && right.length === 0) return yes(...evidence);
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const fits = side.some((piece) => typeof piece !== "string") || holds(side.join(""), other);
    if (!fits) return no(...evidence);
  }
  return withEvidence(compareRest(whole(left), whole(right), spelling), evidence);
}

/** Texts and unknown parts in order; texts are never empty. */
type Piece = string | Value;

function piecesOf(value: Text, spelling: Spelling): Piece[] {
  const parts = value.kind === "symbol" ? [value] : partsOf(value);
  return parts.map((part) => {
    if (part.kind !== "literal") return part;
    return spelling === "ignore-case" ? scalarText(part).toLowerCase() : scalarText(part);
  });
}

/** Cuts what both begin (or end) with; false when they differ there for sure. */
function cutCommon(left: Piece[], right: Piece[], end: "start" | "end"): boolean {
  for (;;) {
    const [a, b] = [left, right].map((side) => (end === "start" ? side.shift() : side.pop()));
    if (a === undefined || b === undefined || (typeof a === "string") !== (typeof b === "string")) {
      putBack(left, a, end);
      putBack(right, b, end);
      return true;
    }
    if (typeof a === "string" && typeof b === "string") {
      const length = Math.min(a.length, b.length);
      const [one, other] =
        end === "start"
          ? [a, b].map((text) => text.slice(0, length))
          : [a, b].map((text) => text.slice(text.length - length));
      if (one !== other) return false;
      for (const [side, text] of [
        [left, a],
        [right, b],
      ] as const) {
        putBack(side, end === "start" ? text.slice(length) : text.slice(0, text.length - length), end);
      }
    } else if (keyOf(a as Value) !== keyOf(b as Value)) {
      putBack(left, a, end);
      putBack(right, b, end);
      return true;
    }
  }
}

function putBack(side: Piece[], piece: Piece | undefined, end: "start" | "end"): void {
  if (piece === undefined || piece === "") return;
  if (end === "start") side.unshift(piece);
  else side.push(piece);
}

/** Whether a known text can be what the pieces come to: their texts occur in it, in order. */
function holds(text: string, pieces: readonly Piece[]): boolean {
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece !== "string") continue;
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return true;
}

function whole(pieces: readonly Piece[]): Value {
  return concatenate(pieces.map((piece) => (typeof piece === "string" ? literal(piece) : piece)));
}

function compareRest(a: Value, b: Value, spelling: Spelling): Truth {
  const [left, right] = [splitString(a, "/"), splitString(b, "/")];
  if (left && right && left.length + right.length > 2) {
    if (left.length !== right.length) return no();
    return all(...left.map((piece, at) => compareStrings(piece as Text, right[at] as Text, spelling)));
  }
  if (a.kind === "symbol" && isString(b)) return compareWithin(a, b, spelling);
  if (b.kind === "symbol" && isString(a)) return compareWithin(b, a, spelling);
  return pairTruth(a, b, spelling);
}

/** Whether an unknown part of a string is a certain text, whatever its type. */
function compareWithin(symbol: SymbolValue, text: Literal & { value: string }, spelling: Spelling): Truth {
  const domain = domainOf(symbol);
  if (domain) {
    const fitting = domain.filter((member) => sameScalar(literal(scalarText(member)), text, spelling));
    return any(...fitting.map((member) => compareSymbol(symbol, member, "exact")));
  }
  // Nothing and null both leave an empty place in a string.
  if (text.value === "" || (symbol.type && symbol.type !== "string"))
    return pairTruth(symbol, text, spelling);
  return compareSymbol(symbol, text, spelling);
}

function withEvidence(truth: Truth, evidence: readonly Evidence[]): Truth {
  switch (truth.kind) {
    case "decided":
      return { ...truth, evidence };
    case "unknown":
      return truth;
    case "branch":
      return {
        ...truth,
        then: withEvidence(truth.then, evidence),
        otherwise: withEvidence(truth.otherwise, evidence),
      };
  }
}
