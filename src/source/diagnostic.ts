import type { Span } from "./span.ts";

export type DiagnosticSeverity = "error" | "warning" | "info";

/**
 * Something isolint could not read or understand: about the input, never about the infrastructure
 * (that is a finding). An `error` makes the run end with exit code 2.
 */
export interface Diagnostic {
  readonly severity: DiagnosticSeverity;
  /** Stable and kebab-case, for example `parse-error`, `missing-module`. */
  readonly code: string;
  /** What is wrong and what to do about it, in one or two sentences. */
  readonly message: string;
  /** Where; absent when it concerns no place in a file. */
  readonly span?: Span;
  /** The path it concerns when there is no text to point at (a missing folder, a binary file). */
  readonly path?: string;
}

/** Collects diagnostics and drops exact repetitions, which loops and modules called twice would give. */
export class Diagnostics {
  readonly #seen = new Set<string>();
  readonly #list: Diagnostic[] = [];

  add(diagnostic: Diagnostic): void {
    const { span, path, code, message } = diagnostic;
    const key = `${span?.file.path ?? path ?? ""}\0${span?.start ?? ""}\0${code}\0${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#list.push(diagnostic);
  }

  error(code: string, message: string, span?: Span): void {
    this.add({ severity: "error", code, message, ...(span && { span }) });
  }

  warning(code: string, message: string, span?: Span): void {
    this.add({ severity: "warning", code, message, ...(span && { span }) });
  }

  info(code: string, message: string, span?: Span): void {
    this.add({ severity: "info", code, message, ...(span && { span }) });
  }

  get all(): readonly Diagnostic[] {
    return this.#list;
  }
}
