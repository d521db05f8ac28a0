import { answersGivenUp, type ReachedPath, reachedPaths } from "../../lint/index.ts";
import { forTerminal } from "../../reporters/index.ts";
import type { ReportedDiagnostic } from "../../rule/index.ts";
import { wantsColor } from "../ci.ts";
import type { ExitCode } from "../exit.ts";
import type { Terminal } from "../output.ts";
import { type Flags, oneOf, parseFlags, UsageError } from "../usage.ts";
import { inputFlags, reportFlags } from "./lint-flags.ts";
import { surveyOf, tellDiagnostics, writeOutput } from "./survey-input.ts";

export const reachFlags = {
  from: {
    type: "string",
    value: "<sources>",
    help: "internet, on-premises, any-azure, trusted-services, subnets; addresses or names; by commas",
  },
  to: { type: "string", value: "<targets>", help: "resource types, addresses or names; by commas" },
  why: { type: "boolean", help: "give the evidence step by step" },
  format: { type: "string", short: "f", value: "<format>", help: "text (default) or json" },
  output: { type: "string", short: "o", value: "<file>", help: "write the table into a file" },
  color: reportFlags.color,
  "no-color": reportFlags["no-color"],
  ...inputFlags,
} as const satisfies Flags;

/** `isolint reach`: every source against every target, with path and verdict. Exit code 0 unless it could not do its work. */
export async function reachCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, reachFlags);
  const format = oneOf("format", values.format ?? "text", ["text", "json"]);
  const selection = { from: listOf("from", values.from), to: listOf("to", values.to) };
  const { networks, diagnostics: surveyed } = await surveyOf(values, paths, terminal);
  const why = values.why === true || format === "json";
  const reached = reachedPaths(networks, selection, why);
  const diagnostics = [...surveyed, ...answersGivenUp()];
  const color = values.output === undefined && wantsColor(values, terminal.environment, terminal.isTerminal);
  const output =
    format === "json" ? json(reached, diagnostics) : text(reached, { color, why: values.why === true });
  writeOutput(output, values.output, terminal);
  return tellDiagnostics(diagnostics, terminal);
}

function listOf(flag: string, value: string | undefined): readonly string[] {
  if (value === undefined) return [];
  // A comma inside brackets belongs to an address: module.x["a,b"].
  const items = value.split(/,(?![^[]*\])/).map((one) => one.trim());
  if (items.includes("")) throw new UsageError(`--${flag} has an empty name in it.`);
  return items;
}

/** Row by row, as `JSON.stringify` would write the whole: a large table is more than fits into one text. */
function* json(paths: readonly ReachedPath[], diagnostics: readonly ReportedDiagnostic[]): Generator<string> {
  const nested = (value: unknown, depth: number): string =>
    JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${"  ".repeat(depth)}`);
  yield `{\n  "version": 1,\n  "paths": [`;
  for (const [at, { stack, scenarios, source, target, verdict, path, evidence }] of paths.entries()) {
    const listed = { stack, scenarios, source, target, verdict, path, evidence };
    yield `${at > 0 ? "," : ""}\n    ${nested(listed, 2)}`;
  }
  yield `${paths.length > 0 ? "\n  " : ""}],\n  "diagnostics": ${nested(diagnostics, 1)}\n}\n`;
}

interface TextOptions {
  readonly color: boolean;
  readonly why: boolean;
}

const WIDEST_PATH = "private-endpoint".length;
const COLOR = { allowed: 31, blocked: 32, unknown: 35 } as const;

/** One block for each target: who reaches it, and how. */
function* text(paths: readonly ReachedPath[], { color, why }: TextOptions): Generator<string> {
  const blocks = blocksOf(paths);
  if (blocks.size === 0) yield "There is nothing to reach, or nobody who could.\n";
  const differing = differingIn(paths);
  const line = (row: ReachedPath): string => {
    const { source, verdict, path, scenarios } = row;
    const shown = color ? `\u001b[${COLOR[verdict]}m${verdict}\u001b[39m` : verdict;
    const inputs = differing.has(row) ? ` with ${scenarios.join(", ")}` : "";
    const head = `  ${shown}  ${(path ?? "").padEnd(WIDEST_PATH)}  ${forTerminal(`${source.address}${inputs}`)}\n`;
    if (!why) return head;
    const steps = row.evidence.map(
      (step) => `      ${step.effect.padEnd(7)}  ${forTerminal(stepText(step))}\n`,
    );
    return `${head}${steps.join("")}`;
  };
  let blank = "";
  for (const [head, rows] of blocks) {
    yield `${blank}${forTerminal(head)}\n${rows.map(line).join("")}`;
    blank = "\n";
  }
}

/** The rows of each target under its headline. */
function blocksOf(paths: readonly ReachedPath[]): ReadonlyMap<string, readonly ReachedPath[]> {
  const blocks = new Map<string, ReachedPath[]>();
  // Rows of one network share their targets: most headlines need not be written again to find the block.
  const known = new Map<ReachedPath["target"], ReachedPath[]>();
  for (const path of paths) {
    const { target, stack } = path;
    let block = known.get(target);
    if (!block) {
      const head = `${target.address}${target.group ? ` (${target.group})` : ""}${stack === "." ? "" : ` in ${stack}`}`;
      block = blocks.get(head) ?? [];
      blocks.set(head, block);
      known.set(target, block);
    }
    block.push(path);
  }
  return blocks;
}

/** Rows to whose question other scenarios have another answer. */
function differingIn(paths: readonly ReachedPath[]): ReadonlySet<ReachedPath> {
  const byQuestion = new Map<string, ReachedPath[]>();
  for (const row of paths) {
    if (row.scenarios.length === 0) continue;
    const question = JSON.stringify([row.stack, row.source, row.target]);
    const rows = byQuestion.get(question);
    if (rows) rows.push(row);
    else byQuestion.set(question, [row]);
  }
  return new Set([...byQuestion.values()].filter((rows) => rows.length > 1).flat());
}

function stepText({ message, location }: ReachedPath["evidence"][number]): string {
  return location ? `${message} (${location.path}:${location.start.line}:${location.start.column})` : message;
}
