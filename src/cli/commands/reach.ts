import { type ReachedPath, reachedPaths } from "../../lint/index.ts";
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
  const { networks, diagnostics } = await surveyOf(values, paths, terminal);
  const why = values.why === true || format === "json";
  const reached = reachedPaths(networks, selection, why);
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

function json(paths: readonly ReachedPath[], diagnostics: readonly ReportedDiagnostic[]): string {
  const listed = paths.map(({ stack, scenarios, source, target, verdict, path, evidence }) => {
    return { stack, scenarios, source, target, verdict, path, evidence };
  });
  return `${JSON.stringify({ version: 1, paths: listed, diagnostics }, undefined, 2)}\n`;
}

interface TextOptions {
  readonly color: boolean;
  readonly why: boolean;
}

const WIDEST_PATH = "private-endpoint".length;
const COLOR = { allowed: 31, blocked: 32, unknown: 35 } as const;

/** One block for each target: who reaches it, and how. */
function text(paths: readonly ReachedPath[], { color, why }: TextOptions): string {
  const blocks = new Map<string, ReachedPath[]>();
  for (const path of paths) {
    const { target, stack } = path;
    const head = `${target.address}${target.group ? ` (${target.group})` : ""}${stack === "." ? "" : ` in ${stack}`}`;
    const block = blocks.get(head);
    if (block) block.push(path);
    else blocks.set(head, [path]);
  }
  if (blocks.size === 0) return "There is nothing to reach, or nobody who could.\n";
  const line = (row: ReachedPath): string => {
    const { source, verdict, path, scenarios } = row;
    const shown = color ? `\u001b[${COLOR[verdict]}m${verdict}\u001b[39m` : verdict;
    const inputs = differs(paths, row) ? ` with ${scenarios.join(", ")}` : "";
    const steps = why
      ? row.evidence.map((step) => `      ${step.effect.padEnd(7)}  ${forTerminal(stepText(step))}\n`)
      : [];
    return `  ${shown}  ${(path ?? "").padEnd(WIDEST_PATH)}  ${forTerminal(`${source.address}${inputs}`)}\n${steps.join("")}`;
  };
  return [...blocks].map(([head, rows]) => `${forTerminal(head)}\n${rows.map(line).join("")}`).join("\n");
}

/** Whether other scenarios give another answer to the same question. */
function differs(paths: readonly ReachedPath[], row: ReachedPath): boolean {
  const question = ({ stack, source, target }: ReachedPath): string =>
    JSON.stringify([stack, source, target]);
  return (
    row.scenarios.length > 0 && paths.some((other) => other !== row && question(other) === question(row))
  );
}

function stepText({ message, location }: ReachedPath["evidence"][number]): string {
  return location ? `${message} (${location.path}:${location.start.line}:${location.start.column})` : message;
}
