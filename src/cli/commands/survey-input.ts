import { closeSync, openSync, writeFileSync } from "node:fs";
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

/** Characters that are written at once. */
const CHUNK = 1 << 20;

/** Writes to standard output, or into the file of `--output`. What comes in parts may be longer than any string can be. */
export function writeOutput(
  text: string | Iterable<string>,
  file: string | undefined,
  terminal: Terminal,
): void {
  const parts = typeof text === "string" ? [text] : text;
  if (file === undefined) {
    for (const chunk of chunksOf(parts)) terminal.out(chunk);
    return;
  }
  const attempt = <T>(task: () => T): T => {
    try {
      return task();
    } catch (error) {
      throw new UsageError(`'${file}' cannot be written: ${(error as Error).message}.`);
    }
  };
  const target = attempt(() => openSync(resolve(terminal.cwd, file), "w"));
  for (const chunk of chunksOf(parts)) attempt(() => writeFileSync(target, chunk));
  closeSync(target);
}

function* chunksOf(parts: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
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
