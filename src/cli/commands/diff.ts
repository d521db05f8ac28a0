import { lint } from "../../lint/index.ts";
import { forTerminal } from "../../reporters/index.ts";
import { type Finding, fingerprintOf } from "../../rule/index.ts";
import type { Reader } from "../../source/index.ts";
import { EXIT, type ExitCode, exitCodeFor } from "../exit.ts";
import { FileReader, GitReader, repositoryOf } from "../files/index.ts";
import { commitOf } from "../git.ts";
import type { Terminal } from "../output.ts";
import { loadPlugins } from "../plugins.ts";
import { type Flags, oneOf, parseFlags, UsageError } from "../usage.ts";
import { failOn, lintFlags, presetFlag } from "./lint-flags.ts";

export const diffFlags = {
  format: { type: "string", short: "f", value: "<format>", help: "text (default) or json" },
  preset: lintFlags.preset,
  "fail-on": lintFlags["fail-on"],
} as const satisfies Flags;

interface Difference {
  /** Findings of the head that the base does not have. */
  readonly opened: readonly Finding[];
  /** Findings of the base that the head no longer has. */
  readonly closed: readonly Finding[];
  readonly unchanged: number;
}

/** `isolint diff <base> [head]`: what changes for isolation between two commits, or a commit and the working tree. */
export async function diffCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, diffFlags);
  const [base, head, more] = paths;
  if (base === undefined || more !== undefined)
    throw new UsageError("`isolint diff` takes a base and at most a head: `isolint diff <base> [head]`.");
  const format = oneOf("format", values.format ?? "text", ["text", "json"]);
  const least = failOn(values);
  const preset = presetFlag(values);
  const run = async (reader: Reader) =>
    lint({
      reader,
      paths: ["."],
      rules: (await loadPlugins({ reader, cwd: terminal.cwd, config: undefined })).rules,
      flags: { ...(preset && { preset }) },
      today: new Date().toISOString().slice(0, 10),
    });
  const before = await run(readerOf(base, terminal.cwd));
  const after = await run(head === undefined ? workingTree(terminal.cwd) : readerOf(head, terminal.cwd));
  const difference = compare(before.counting, after.counting);
  terminal.out(format === "json" ? json(difference) : text(difference));
  const faults = after.report.diagnostics.filter(({ severity }) => severity === "error");
  for (const { message } of faults) terminal.error(`isolint: ${forTerminal(message)}\n`);
  return faults.length > 0
    ? EXIT.trouble
    : exitCodeFor({ ...after.report, diagnostics: [] }, difference.opened, least);
}

function workingTree(cwd: string): Reader {
  return new FileReader({ cwd, roots: [repositoryOf(cwd)] });
}

function readerOf(ref: string, cwd: string): Reader {
  try {
    return new GitReader(cwd, commitOf(cwd, ref));
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`There is no commit '${ref}' here.`);
    throw error;
  }
}

function compare(before: readonly Finding[], after: readonly Finding[]): Difference {
  const known = new Set(before.map(fingerprintOf));
  const still = new Set(after.map(fingerprintOf));
  const opened = after.filter((finding) => !known.has(fingerprintOf(finding)));
  return {
    opened,
    closed: before.filter((finding) => !still.has(fingerprintOf(finding))),
    unchanged: after.length - opened.length,
  };
}

function json({ opened, closed, unchanged }: Difference): string {
  return `${JSON.stringify({ version: 1, opened, closed, unchanged }, undefined, 2)}\n`;
}

function text({ opened, closed, unchanged }: Difference): string {
  const line = (mark: string, { location, severity, rule, message }: Finding): string =>
    `${mark} ${forTerminal(`${location.path}:${location.start.line}:${location.start.column} ${severity} ${rule}: ${message}`)}\n`;
  return [
    ...opened.map((finding) => line("+", finding)),
    ...closed.map((finding) => line("-", finding)),
    `${opened.length} opened, ${closed.length} closed, ${unchanged} as before.\n`,
  ].join("");
}
