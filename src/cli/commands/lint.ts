import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { builtInRules } from "../../../rules/index.ts";
import { suppressionRules } from "../../engine/index.ts";
import { LANGUAGES, lint } from "../../lint/index.ts";
import { type Reporter, reporters } from "../../reporters/index.ts";
import type { Report, Rule } from "../../rule/index.ts";
import { didYouMean, type Reader } from "../../source/index.ts";
import { formatOfCi, wantsColor } from "../ci.ts";
import { type ExitCode, exitCodeFor } from "../exit.ts";
import { openReader } from "../input.ts";
import type { Terminal } from "../output.ts";
import { oneOf, parseFlags, UsageError } from "../usage.ts";
import { version } from "../version.ts";
import {
  failOn,
  type LintFlagValues,
  lintFlags,
  type Output,
  outputsOf,
  presetFlag,
  ruleFlags,
} from "./lint-flags.ts";

/** `isolint [paths…]`: lints and reports. */
export async function lintCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, lintFlags);
  const outputs = outputsOf(values, formatOfCi(terminal.environment));
  const least = failOn(values);
  const { reader, paths: relative, named } = await openReader(values, paths, terminal);
  const timer = new Timer();
  const result = await lint({
    reader,
    paths: relative,
    rules: builtInRules,
    flags: flagSettings(values),
    inputs: named.inputs,
    ...(named.config !== undefined && { config: named.config }),
    ...(values.language !== undefined && { languages: [oneOf("language", values.language, LANGUAGES)] }),
    show: {
      showUnknown: values["show-unknown"] === true,
      showPasses: values["show-passes"] === true,
      showSuppressed: values["show-suppressed"] === true,
    },
    today: new Date().toISOString().slice(0, 10),
    onStep: (step) => timer.end(step),
  });
  await write(result.report, outputs, { reader, values, terminal });
  timer.end("report");
  if (values.stats) terminal.error(timer.text());
  return exitCodeFor(result.report, result.counting, least);
}

/** What the command line says of rules; mistyped names are mistakes. */
function flagSettings(values: LintFlagValues) {
  const rules = ruleFlags(values);
  const preset = presetFlag(values);
  const ids = allRuleIds();
  const families = [...new Set(ids.map((id) => id.slice(0, id.indexOf("/"))))];
  for (const name of Object.keys(rules)) {
    if (name === "*" || ids.includes(name) || (name.endsWith("/*") && families.includes(name.slice(0, -2))))
      continue;
    throw new UsageError(`There is no rule '${name}'${didYouMean(name, ids)} \`isolint rules\` lists them.`);
  }
  for (const name of values.only ?? []) {
    if (ids.includes(name) || families.includes(name.replace(/\/\*?$/, ""))) continue;
    throw new UsageError(
      `There is no rule or family '${name}'${didYouMean(name, [...ids, ...families])} \`isolint rules\` lists them.`,
    );
  }
  return { rules, ...(preset && { preset }), ...(values.only && { only: values.only }) };
}

function allRuleIds(): readonly string[] {
  return [...builtInRules, ...Object.values(suppressionRules)].map((rule) => rule.id);
}

interface WriteContext {
  readonly reader: Reader;
  readonly values: LintFlagValues;
  readonly terminal: Terminal;
}

async function write(
  report: Report,
  outputs: readonly Output[],
  { reader, values, terminal }: WriteContext,
): Promise<void> {
  const rules = [
    ...(builtInRules as readonly Pick<Rule, keyof Rule>[]),
    ...Object.values(suppressionRules),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { format, file } of outputs) {
    const reporter: Reporter = await reporters[format]();
    const text = reporter(report, {
      version,
      rules,
      source: (path) => {
        const read = reader.read(path);
        return typeof read === "string" ? undefined : read;
      },
      color: file === undefined && wantsColor(values, terminal.environment, terminal.isTerminal),
      width: terminal.width,
      quiet: values.quiet === true,
    });
    if (file === undefined) terminal.out(text);
    else writeReport(resolve(terminal.cwd, file), text);
  }
}

function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(
      `The report cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** Wall time by step. */
class Timer {
  #last = performance.now();
  readonly #steps: string[] = [];

  end(step: string): void {
    const now = performance.now();
    this.#steps.push(`${step.padEnd(10)} ${(now - this.#last).toFixed(0).padStart(7)} ms\n`);
    this.#last = now;
  }

  text(): string {
    return this.#steps.join("");
  }
}
