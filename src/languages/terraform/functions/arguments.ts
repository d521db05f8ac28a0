import { type Literal, literal, type Value } from "../../../value/index.ts";
import type { Type } from "../types/index.ts";
import type { Parameter, TerraformFunction } from "./function.ts";

type Traits = Partial<Pick<TerraformFunction, "copes" | "secrets" | "variadic" | "reads">>;

/** Defines a function; unless said otherwise it computes with wholly known arguments only. */
export function define(
  name: string,
  parameters: readonly Parameter[],
  returns: TerraformFunction["returns"],
  call: TerraformFunction["call"],
  traits: Traits = {},
): TerraformFunction {
  return { name, parameters, returns, copes: "known", ...traits, call };
}

export function parameter(name: string, type: Type): Parameter {
  return { name, type };
}

export function nullable(name: string, type: Type): Parameter {
  return { name, type, nullable: true };
}

/** The text of an argument that was converted to a string; empty for anything that is none. */
export function textOf(value: Value | undefined): string {
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : "";
}

/** The number of an argument that was converted to one. */
export function numberOf(value: Value | undefined): number {
  return value?.kind === "literal" && typeof value.value === "number" ? value.value : Number.NaN;
}

export function isText(value: Value | undefined): value is Literal & { readonly value: string } {
  return value?.kind === "literal" && typeof value.value === "string";
}

/** What is wrong with a number where Terraform wants a whole one. */
export const NOT_WHOLE = "a whole number is required";

/** The items of a list, in order; none for anything else. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === "list" ? value.items : [];
}

/** Texts as a list of strings. */
export function texts(values: readonly string[]): readonly Value[] {
  return values.map((text) => literal(text));
}

/** A result that is the very value an argument was, but for its spelling: it goes on naming the resource that it came from. */
export function handedOn(value: Value, from: Value): Value {
  const carried = {
    ...(from.origin && !value.origin && { origin: from.origin }),
    ...(from.via && !value.via && { via: from.via }),
  };
  return value === from ? value : { ...value, ...carried };
}
