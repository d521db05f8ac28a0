import { bounded, joined, keyOf } from "./key.ts";
import type { Origin } from "./origin.ts";
import type { SymbolReason, SymbolValue, Value } from "./value.ts";

type Extra = Pick<
  Partial<SymbolValue>,
  "origin" | "via" | "sensitive" | "domain" | "type" | "segment" | "notNull" | "members" | "items"
>;

/**
 * A symbol that stands for a thing with a name: an input, an attribute only the cloud knows, an output of an
 * opaque module. `scope` tells apart same names in different modules or deployments.
 */
export function namedSymbol(
  reason: Exclude<SymbolReason, "expression">,
  scope: string,
  text: string,
  extra: Extra = {},
): SymbolValue {
  return { kind: "symbol", reason, text, key: bounded(`${scope}|${text}`), ...extra };
}

/** A function or operator over values of which at least one is unknown; the same application is the same symbol. */
export function appliedSymbol(
  operator: string,
  operands: readonly Value[],
  text: string,
  extra: Extra & { readonly reason?: "expression" | "function" | "error" } = {},
): SymbolValue {
  const { reason = "expression", ...rest } = extra;
  const key = bounded(`${operator}(${joined(operands.map(keyOf))})`);
  return { kind: "symbol", reason, text: shortened(text), key, operator, operands, ...rest };
}

/** A value that cannot be had because the input has a mistake at `origin`; unique to that place. */
export function errorSymbol(text: string, origin: Origin): SymbolValue {
  const { file, start, end } = origin.span;
  return {
    kind: "symbol",
    reason: "error",
    text: shortened(text),
    key: bounded(`!${file.path}:${start}-${end}|${text}`),
    origin,
  };
}

const LONGEST_TEXT = 160;

function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}
