import type { Diagnostic } from "../source/index.ts";

/** Why there was nothing to do: a mistake, unless the configuration leaves everything out. */
export function nothingFound(paths: readonly string[], ignored: number): Diagnostic {
  const where = paths.length === 0 ? "the current folder" : paths.map((path) => `'${path}'`).join(", ");
  if (ignored > 0) {
    return {
      severity: "info",
      code: "all-ignored",
      message: `The configuration's \`ignore\` leaves out everything in ${where}.`,
    };
  }
  return {
    severity: "error",
    code: "nothing-to-lint",
    message: `There is nothing to lint in ${where}: no Terraform, ARM or Bicep files.`,
  };
}
