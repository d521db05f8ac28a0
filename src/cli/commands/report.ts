import { reportedDiagnostic } from "../../engine/index.ts";
import { answersGivenUp, LANGUAGES, lint, reachedPaths } from "../../lint/index.ts";
import { reportPage } from "../../report/index.ts";
import type { ExitCode } from "../exit.ts";
import { openReader } from "../input.ts";
import type { Terminal } from "../output.ts";
import { loadPlugins } from "../plugins.ts";
import { type Flags, oneOf, parseFlags } from "../usage.ts";
import { version } from "../version.ts";
import { inputFlags, lintFlags, presetFlag } from "./lint-flags.ts";
import { surveyOf, tellDiagnostics, writeOutput } from "./survey-input.ts";

export const reportFlags = {
  output: { type: "string", short: "o", value: "<file>", help: "write the page into a file" },
  preset: lintFlags.preset,
  ...inputFlags,
} as const satisfies Flags;

/** `isolint report`: a self-contained page with the picture, the isolation of each service, reachability and findings. */
export async function reportCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, reportFlags);
  const preset = presetFlag(values);
  const { reader, paths: relative, named } = await openReader(values, paths, terminal);
  const plugins = await loadPlugins({ reader, cwd: terminal.cwd, config: named.config });
  const { report } = await lint({
    reader,
    paths: relative,
    rules: plugins.rules,
    diagnostics: plugins.diagnostics.map(reportedDiagnostic),
    flags: { ...(preset && { preset }) },
    inputs: named.inputs,
    ...(named.config !== undefined && { config: named.config }),
    ...(values.language !== undefined && { languages: [oneOf("language", values.language, LANGUAGES)] }),
    today: new Date().toISOString().slice(0, 10),
  });
  const { networks } = await surveyOf(values, paths, terminal);
  const several = new Set(
    networks
      .filter(({ stack }, at) => networks.findIndex((one) => one.stack === stack) !== at)
      .map(({ stack }) => stack),
  );
  const stacks = networks.map(({ stack, scenario, network }) => ({
    path: stack,
    scenario: several.has(stack) ? scenario : "",
    network,
    reach: reachedPaths([{ stack, scenario, network }], {}),
  }));
  writeOutput(await reportPage(stacks, report, version), values.output, terminal);
  return tellDiagnostics([...report.diagnostics, ...answersGivenUp()], terminal);
}
