import { resolve } from "node:path";
import { milliseconds, reportedDiagnostic } from "../../engine/index.ts";
import { LANGUAGES, lint } from "../../lint/index.ts";
import type { ReportedRule } from "../../reporters/index.ts";
import { fingerprintOf } from "../../rule/index.ts";
import { didYouMean, folderOf } from "../../source/index.ts";
import { readBaseline, writeBaseline } from "../baseline.ts";
import { formatOfCi } from "../ci.ts";
import { type ExitCode, exitCodeFor } from "../exit.ts";
import { changedSince } from "../git.ts";
import { openReader } from "../input.ts";
import { parseJobs, workers } from "../jobs.ts";
import { allRules } from "../known-rules.ts";
import type { Terminal } from "../output.ts";
import { loadPlugins } from "../plugins.ts";
import { parseShard } from "../shard.ts";
import { oneOf, parseFlags, UsageError } from "../usage.ts";
import { failOn, type LintFlagValues, lintFlags, outputsOf, presetFlag, ruleFlags } from "./lint-flags.ts";
import { writeReports } from "./write-reports.ts";

/** `isolint [paths…]`: lints and reports. */
export async function lintCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, lintFlags);
  const outputs = outputsOf(values, formatOfCi(terminal.environment));
  const least = failOn(values);
  const jobs = parseJobs(values.jobs);
  const { reader, files, paths: relative, named } = await openReader(values, paths, terminal);
  const timer = new Timer();
  const plugins = await loadPlugins({ reader, cwd: terminal.cwd, config: named.config });
  const flags = flagSettings(values, plugins.rules);
  const baseline = baselineOf(values, terminal);
  const changed =
    values["changed-since"] === undefined ? undefined : changedSince(terminal.cwd, values["changed-since"]);
  const result = await lint({
    reader,
    paths: relative,
    rules: plugins.rules,
    diagnostics: plugins.diagnostics.map(reportedDiagnostic),
    flags,
    // What plug-ins bring in cannot be handed to a thread.
    ...(files &&
      !plugins.hasPlugins && {
        helpers: workers(jobs, terminal.packageFolder, {
          files,
          flags,
          config: named.config,
          passes: values["show-passes"] === true,
        }),
      }),
    inputs: named.inputs,
    ...(named.config !== undefined && { config: named.config }),
    ...(values.language !== undefined && { languages: [oneOf("language", values.language, LANGUAGES)] }),
    show: {
      showUnknown: values["show-unknown"] === true,
      showPasses: values["show-passes"] === true,
      showSuppressed: values["show-suppressed"] === true,
    },
    today: new Date().toISOString().slice(0, 10),
    ...(baseline &&
      !values["update-baseline"] && { isBaselined: (finding) => baseline.known.has(fingerprintOf(finding)) }),
    ...(changed && { isReported: ({ files }) => isTouched(files, changed) }),
    ...(values.shard !== undefined && { shard: parseShard(values.shard) }),
    onStep: (step, parts) => timer.end(step, parts),
  });
  if (baseline && values["update-baseline"]) {
    writeBaseline(baseline.path, result.counting);
    terminal.error(`isolint: wrote ${result.counting.length} findings into ${values.baseline}.\n`);
    const { report } = result;
    return exitCodeFor({ ...report, findings: [] }, [], least);
  }
  await writeReports(result.report, outputs, { reader, values, terminal, rules: allRules(plugins.rules) });
  timer.end("report");
  if (values.stats) terminal.error(timer.text());
  return exitCodeFor(result.report, result.counting, least);
}

function baselineOf(
  values: LintFlagValues,
  { cwd }: Terminal,
): { readonly path: string; readonly known: ReadonlySet<string> } | undefined {
  if (values.baseline === undefined) {
    if (values["update-baseline"]) throw new UsageError("--update-baseline needs --baseline <file>.");
    return undefined;
  }
  const path = resolve(cwd, values.baseline);
  return { path, known: readBaseline(path, values["update-baseline"] === true) };
}

/** Whether a file of the stack changed, or one in its folders came or went. */
function isTouched(files: readonly string[], changed: ReadonlySet<string>): boolean {
  const folders = new Set(files.map(folderOf));
  return files.some((file) => changed.has(file)) || [...changed].some((file) => folders.has(folderOf(file)));
}

/** What the command line says of rules; mistyped names are mistakes. */
function flagSettings(values: LintFlagValues, known: readonly ReportedRule[]) {
  const rules = ruleFlags(values);
  const preset = presetFlag(values);
  const ids = allRules(known).map((rule) => rule.id);
  const families = [...new Set(ids.map((id) => id.slice(0, id.indexOf("/"))))];
  for (const name of Object.keys(rules)) {
    if (name === "*" || ids.includes(name) || (name.endsWith("/*") && families.includes(name.slice(0, -2))))
      continue;
    throw new UsageError(`There is no rule '${name}'${didYouMean(name, ids)} \`isolint rules\` lists them.`);
  }
  const only = values.only?.flatMap((names) => names.split(",").map((name) => name.trim()));
  for (const name of only ?? []) {
    if (ids.includes(name) || families.includes(name.replace(/\/\*?$/, ""))) continue;
    throw new UsageError(
      `There is no rule or family '${name}'${didYouMean(name, [...ids, ...families])} \`isolint rules\` lists them.`,
    );
  }
  return { rules, ...(preset && { preset }), ...(only && { only }) };
}

/** Wall time by step. */
class Timer {
  #last = milliseconds();
  #text = "";

  end(step: string, parts: Readonly<Record<string, number>> = {}): void {
    const now = milliseconds();
    const whole = now - this.#last;
    this.#line(step, whole);
    const sum = Object.values(parts).reduce((total, took) => total + took, 0);
    const remark = sum > whole ? " of all threads" : "";
    for (const [part, took] of Object.entries(parts)) this.#line(`  ${part}`, took, remark);
    this.#last = now;
  }

  #line(name: string, took: number, remark = ""): void {
    this.#text += `${name.padEnd(10)} ${took.toFixed(0).padStart(7)} ms${remark}\n`;
  }

  text(): string {
    return this.#text;
  }
}
