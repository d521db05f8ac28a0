import type { Diagnostic, Span } from "../../source/index.ts";

export type ConfigPath = readonly (string | number)[];

/** A configuration text as plain data (objects without prototype) that still knows where everything stands. */
export interface ParsedConfig {
  readonly data: unknown;
  /** The range of a key or of a value; the nearest one around it when there is no such place. */
  spanOf(path: ConfigPath, part: "key" | "value"): Span;
  /** Errors of syntax. */
  readonly diagnostics: readonly Diagnostic[];
}

export function syntaxError(message: string, span: Span): Diagnostic {
  return { severity: "error", code: "config-syntax", message, span };
}
