import type { SourceFile, Span } from "../../../source/index.ts";
import type { Origin, Value } from "../../../value/index.ts";
import { type Range, spanOf } from "../syntax/index.ts";
import type { Evaluation } from "./evaluation.ts";

/** What `resource` and `data` references ask for. */
export type ResourceMode = "declared" | "existing";

/** What names mean inside one instance of a module. */
export interface ModuleScope {
  readonly evaluation: Evaluation;
  /** `module.net["a"]`; empty in the root. */
  readonly address: string;
  /** Folder of the module, and of the root module, relative to the working directory. */
  readonly folder: string;
  readonly rootFolder: string;
  /** Undefined when nothing of that name is declared; likewise below. */
  variable(name: string): Value | undefined;
  local(name: string): Value | undefined;
  /** All instances of a module call as one value. */
  call(name: string): Value | undefined;
  /** All instances of a resource as one value. */
  resource(mode: ResourceMode, type: string, name: string): Value | undefined;
  isEphemeral(type: string, name: string): boolean;
  /** What is declared, for messages that name the nearest. */
  declared(kind: "variable" | "local" | "module" | "resource" | "data"): Iterable<string>;
}

/** Names bound by `for` expressions and `dynamic` blocks, innermost first. */
export interface Names {
  readonly name: string;
  readonly value: Value;
  readonly outer: Names | undefined;
}

/** What an expression can see. */
export interface Scope {
  readonly module: ModuleScope;
  /** The file that the expression stands in. */
  readonly file: SourceFile;
  readonly names?: Names | undefined;
  readonly each?: { readonly key: Value; readonly value: Value } | undefined;
  readonly count?: Value | undefined;
  readonly self?: Value | undefined;
}

export function bind(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, names: { name, value, outer: scope.names } };
}

export function lookUp(scope: Scope, name: string): Value | undefined {
  for (let at = scope.names; at; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}

export function within(scope: Scope, file: SourceFile): Scope {
  return scope.file === file ? scope : { ...scope, file };
}

export function spanIn(scope: Scope, range: Range): Span {
  return spanOf(scope.file, range);
}

/** The origin of what is written at a range. */
export function written(scope: Scope, range: Range, from?: Origin): Origin {
  const origin = {
    kind: "written",
    span: spanOf(scope.file, range),
    label: labelOf(scope.file, range),
  } as const;
  return from ? { ...origin, from } : origin;
}

const LONGEST_LABEL = 60;

/** A range's text as one short line. */
export function labelOf(file: SourceFile, range: Range): string {
  const text = file.text.slice(range.start, Math.min(range.end, range.start + 2 * LONGEST_LABEL));
  const line = /\s/.test(text) ? text.replace(/\s+/g, " ") : text;
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`;
}
