import type { Span } from "../source/index.ts";
import type { Origin } from "./origin.ts";

export type Scalar = string | number | boolean | null;

/** What the value layer knows of a resource: that it is one, by identity, and how to ask for what it holds. */
export interface ResourceHandle {
  /** As its author would type it; unique within a stack. */
  readonly address: string;
  /** An attribute in the language's own names: set, defaulted, computed (a symbol) or absent. Never throws. */
  attribute(name: string): Value;
  /** Names that are set. */
  attributeNames(): readonly string[];
}

/** The resource attribute that a value was read from: linking goes by this and never by comparing texts. */
export interface Via {
  readonly resource: ResourceHandle;
  /** Attribute in the language's own names; `id` and `name` are the ones that link. */
  readonly attribute: string;
}

interface Carried {
  readonly origin?: Origin;
  readonly via?: Via;
  /** Declared sensitive: its content is never printed. */
  readonly sensitive?: true;
}

/** Nothing is there: not null, not unknown. In a list, a conditional item is a choice with an absent arm. */
export interface Absent extends Carried {
  readonly kind: "absent";
}

export interface Literal extends Carried {
  readonly kind: "literal";
  readonly value: Scalar;
}

export type ListCollection = "list" | "set" | "tuple";
export type ObjectCollection = "map" | "object";

export interface ListValue extends Carried {
  readonly kind: "list";
  readonly items: readonly Value[];
  /** When present, further items may follow that nobody knows; the value is the unknown list they come from. */
  readonly rest?: Value;
  /** The language's own type, where it matters for its functions; `tuple` when absent. */
  readonly collection?: ListCollection;
}

export interface ObjectValue extends Carried {
  readonly kind: "object";
  readonly entries: ReadonlyMap<string, Value>;
  /** When present, keys that are not listed may exist; the value is the unknown object they come from. */
  readonly rest?: Value;
  readonly collection?: ObjectCollection;
  /** For entries written in source: the whole attribute or block (name and value), the range someone edits. */
  readonly ranges?: ReadonlyMap<string, Span>;
}

/**
 * Why a symbol has no value.
 * - `input`: an input without a value. - `computed`: only the cloud knows. - `function`: cannot be computed.
 * - `opaque`: comes out of a module that is not there. - `error`: a mistake in the input, already diagnosed.
 * - `expression`: made from other symbols.
 */
export type SymbolReason = "input" | "computed" | "function" | "opaque" | "error" | "expression";

/** Something unknown that still has an identity: two symbols with the same `key` are the same value. */
export interface SymbolValue extends Carried {
  readonly kind: "symbol";
  readonly reason: SymbolReason;
  /** What it is called in messages, as the author would write it: `var.name`, `uniqueString(...)`. */
  readonly text: string;
  /** Structural identity, scope included. Of bounded length. */
  readonly key: string;
  /** Operator or function for `expression` and `function`: `==`, `!`, `&&`, `||`, `lower`, … */
  readonly operator?: string;
  readonly operands?: readonly Value[];
  /** All values it may take, where its declaration says so. */
  readonly domain?: readonly Value[];
  readonly type?: "string" | "number" | "bool" | "list" | "object";
  /** One segment of a path: contains no `/`. Not part of the identity. */
  readonly segment?: true;
  /** Its declaration says that it is never null. Not part of the identity. */
  readonly notNull?: true;
  /** What its declaration says of its members by name, and of its items. Not part of the identity. */
  readonly members?: ReadonlyMap<string, Shape>;
  readonly items?: Shape;
}

/** What a declaration says of an unknown value. */
export type Shape = Pick<SymbolValue, "domain" | "type" | "notNull" | "members" | "items">;

/** Known and symbolic parts in one string, in order; at least one part is not a plain literal. */
export interface Template extends Carried {
  readonly kind: "template";
  readonly parts: readonly Value[];
}

/** One of two values under a condition that is not decided. */
export interface Choice extends Carried {
  readonly kind: "choice";
  /** A boolean that is not known. */
  readonly condition: Value;
  readonly then: Value;
  readonly otherwise: Value;
}

/** A whole resource as a value: handed through outputs, `values(...)`, `one(...)`. */
export interface ResourceValue extends Carried {
  readonly kind: "resource";
  readonly resource: ResourceHandle;
}

export type Value =
  | Absent
  | Literal
  | ListValue
  | ObjectValue
  | SymbolValue
  | Template
  | Choice
  | ResourceValue;

export const ABSENT: Absent = { kind: "absent" };
export const NULL: Literal = { kind: "literal", value: null };
export const TRUE: Literal = { kind: "literal", value: true };
export const FALSE: Literal = { kind: "literal", value: false };

export function literal(value: Scalar, origin?: Origin): Literal {
  return origin ? { kind: "literal", value, origin } : { kind: "literal", value };
}

export function list(
  items: readonly Value[],
  extra: Omit<Partial<ListValue>, "kind" | "items"> = {},
): ListValue {
  return { kind: "list", items, ...extra };
}

export function object(
  entries: ReadonlyMap<string, Value> | Readonly<Record<string, Value>>,
  extra: Omit<Partial<ObjectValue>, "kind" | "entries"> = {},
): ObjectValue {
  const map: ReadonlyMap<string, Value> = entries instanceof Map ? entries : new Map(Object.entries(entries));
  return { kind: "object", entries: map, ...extra };
}

export function resourceValue(resource: ResourceHandle, origin?: Origin): ResourceValue {
  return origin ? { kind: "resource", resource, origin } : { kind: "resource", resource };
}

/** The same value with another origin; `via` and sensitivity stay. */
export function withOrigin<V extends Value>(value: V, origin: Origin): V {
  // Most values are literals that carry nothing else, and copying an object of unknown shape is slow.
  if (value.kind === "literal" && !value.via && !value.sensitive)
    return { kind: "literal", value: value.value, origin } as V;
  return { ...value, origin };
}

export function withVia<V extends Value>(value: V, via: Via): V {
  return { ...value, via };
}

export function asSensitive<V extends Value>(value: V): V {
  return value.sensitive ? value : { ...value, sensitive: true };
}

/** The value as read through a name that is written at `step`: its own chain becomes the step's `from`. */
export function readThrough<V extends Value>(value: V, step: Omit<Origin, "from">): V {
  return withOrigin(value, value.origin ? { ...step, from: value.origin } : step);
}

export function isString(value: Value): value is Literal & { readonly value: string } {
  return value.kind === "literal" && typeof value.value === "string";
}

export function isNumber(value: Value): value is Literal & { readonly value: number } {
  return value.kind === "literal" && typeof value.value === "number";
}

export function isBoolean(value: Value): value is Literal & { readonly value: boolean } {
  return value.kind === "literal" && typeof value.value === "boolean";
}

export function isNull(value: Value): boolean {
  return value.kind === "literal" && value.value === null;
}

/** Absent or null: for a resource's argument both mean that it is not set. */
export function isUnset(value: Value): boolean {
  return value.kind === "absent" || isNull(value);
}
