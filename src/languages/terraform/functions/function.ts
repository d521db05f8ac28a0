import type { Reader, SourceFile } from "../../../source/index.ts";
import type { ObjectValue, Value } from "../../../value/index.ts";
import type { Type } from "../types/index.ts";

/** What is wrong with a call, as a value: `try` and `can` catch it, anything else reports it. */
export interface FunctionError {
  readonly kind: "mistake";
  /** In one sentence, without the function's name. */
  readonly message: string;
  /** Position of the argument that is to blame, from 0; absent when it is the call as a whole. */
  readonly argument?: number;
}

export type FunctionResult = Value | FunctionError;

/** What functions need of the evaluation that calls them. */
export interface FunctionContext {
  readonly reader: Reader;
  /** The root module's folder as the reader names it: relative paths start there, as Terraform is run there. */
  readonly folder: string;
  /** Tells that a file which the call names lies where isolint does not read. */
  notRead(path: string): void;
  /** Renders a template with the variables it may name: `templatefile` and `templatestring`. */
  renderTemplate(template: SourceFile, variables: ObjectValue): FunctionResult;
  /** The name under which an object keeps an entry whose key nobody knows, and the key that a name stands for. */
  entryName(key: Value): string;
  /** Whether any object has such an entry: where none has, nobody needs to look. */
  readonly hasSymbolicKeys: boolean;
  keyValue(name: string): Value;
  /** The value that stands for every member of an unknown collection, where there is one. */
  representative(rest: Value): Value | undefined;
}

export interface Parameter {
  readonly name: string;
  /** Arguments are converted to it before the call. */
  readonly type: Type;
  /** Null is an argument like any other. */
  readonly nullable?: boolean;
}

/** One of Terraform's functions. */
export interface TerraformFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Any number of further arguments. */
  readonly variadic?: Parameter;
  /** What it gives when it cannot be computed. */
  readonly returns: SymbolType;
  /**
   * - `known`: computes with wholly known arguments only; anything else gives a symbol of the call.
   * - `cases`: is called for every combination of the arguments' cases, and copes with symbols and templates in them.
   * - `everything`: copes with choices, too.
   */
  readonly copes: "known" | "cases" | "everything";
  /**
   * What makes the result secret: any secret in the arguments, however deep (when absent), only an argument that is secret as a
   * whole (`apart`: a secret inside one stays with its item), or nothing (`none`).
   */
  readonly secrets?: "apart" | "none";
  /** How far it goes into its arguments: to the last part when absent, or only through their own items and entries. */
  readonly reads?: "surface" | ((args: readonly Value[]) => "surface" | "all");
  call(args: readonly Value[], context: FunctionContext): FunctionResult;
}

/** A symbol's type; `any` says nothing. */
export type SymbolType = "string" | "number" | "bool" | "list" | "object" | "any";

export function mistake(message: string, argument?: number): FunctionError {
  return argument === undefined ? { kind: "mistake", message } : { kind: "mistake", message, argument };
}

export function isMistake<T extends { readonly kind: string }>(
  result: T | FunctionError,
): result is FunctionError {
  return result.kind === "mistake";
}
