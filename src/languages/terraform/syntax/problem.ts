import type { Diagnostic, SourceFile } from "../../../source/index.ts";
import type { Range } from "./ast.ts";
import { TOO_DEEP } from "./parser.ts";

/** Something wrong with a text, before it is bound to a file. */
export interface Problem extends Range {
  readonly message: string;
}

export function diagnosticsOf(file: SourceFile, problems: readonly Problem[]): Diagnostic[] {
  return problems.map(({ message, start, end }) => ({
    severity: "error",
    code: message === TOO_DEEP ? "limit-exceeded" : "parse-error",
    message,
    span: { file, start, end },
  }));
}
