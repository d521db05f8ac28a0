import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { LANGUAGES, type Survey, survey } from "../../lint/index.ts";
import { forTerminal } from "../../reporters/index.ts";
import type { ReportedDiagnostic } from "../../rule/index.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { type InputFlagValues, openReader } from "../input.ts";
import { allRules } from "../known-rules.ts";
import type { Terminal } from "../output.ts";
import { loadPlugins } from "../plugins.ts";
import { oneOf, UsageError } from "../usage.ts";

/** The networks below the paths, under a command's input flags. */
export async function surveyOf(
  values: InputFlagValues & { readonly language?: string },
  paths: readonly string[],
  terminal: Terminal,
): Promise<Survey> {
  const { reader, paths: relative, named } = await openReader(values, paths, terminal);
  const plugins = await loadPlugins({ reader, cwd: terminal.cwd, config: named.config });
  return survey({
    reader,
    paths: relative,
    rules: allRules(plugins.rules),
    inputs: named.inputs,
    ...(named.config !== undefined && { config: named.config }),
    ...(values.language !== undefined && { languages: [oneOf("language", values.language, LANGUAGES)] }),
  });
}

/** Writes to standard output, or into the file of `--output`. */
export function writeOutput(text: string, file: string | undefined, terminal: Terminal): void {
  if (file === undefined) {
    terminal.out(text);
    return;
  }
  try {
    writeFileSync(resolve(terminal.cwd, file), text);
  } catch (error) {
    throw new UsageError(`'${file}' cannot be written: ${(error as Error).message}.`);
  }
}

/** Tells what could not be read on standard error; the exit code that follows from it. */
export function tellDiagnostics(diagnostics: readonly ReportedDiagnostic[], terminal: Terminal): ExitCode {
  for (const { severity, message, location, path } of diagnostics) {
    const place = location
      ? `${location.path}:${location.start.line}:${location.start.column}: `
      : path
        ? `${path}: `
        : "";
    if (severity !== "info") terminal.error(`isolint: ${forTerminal(`${place}${severity}: ${message}`)}\n`);
  }
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.trouble : EXIT.clean;
}
