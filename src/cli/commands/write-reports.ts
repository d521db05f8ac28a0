import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ReportedRule, type Reporter, reporters } from "../../reporters/index.ts";
import type { Report } from "../../rule/index.ts";
import type { Reader } from "../../source/index.ts";
import { wantsColor } from "../ci.ts";
import type { Terminal } from "../output.ts";
import { UsageError } from "../usage.ts";
import { version } from "../version.ts";
import type { Output, ReportFlagValues } from "./lint-flags.ts";

export interface WriteContext {
  readonly reader: Reader;
  readonly values: ReportFlagValues;
  readonly terminal: Terminal;
  /** By id. */
  readonly rules: readonly ReportedRule[];
}

/** Writes a report in every format that was asked for, to standard output or into its file. */
export async function writeReports(
  report: Report,
  outputs: readonly Output[],
  { reader, values, terminal, rules }: WriteContext,
): Promise<void> {
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
    throw new UsageError(`The report cannot be written: ${(error as Error).message}.`);
  }
}
