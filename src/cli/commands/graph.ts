import { answersGivenUp, type SurveyedNetwork } from "../../lint/index.ts";
import { drawNetwork, type Picture, toDot, toMermaid, toSvg } from "../../picture/index.ts";
import type { ExitCode } from "../exit.ts";
import type { Terminal } from "../output.ts";
import { type Flags, oneOf, parseFlags, UsageError } from "../usage.ts";
import { inputFlags } from "./lint-flags.ts";
import { surveyOf, tellDiagnostics, writeOutput } from "./survey-input.ts";

export const graphFlags = {
  format: { type: "string", short: "f", value: "<format>", help: "svg (default), mermaid, dot or json" },
  output: { type: "string", short: "o", value: "<file>", help: "write the picture into a file" },
  ...inputFlags,
} as const satisfies Flags;

const DRAWN = { svg: toSvg, mermaid: toMermaid, dot: toDot } as const;

/** `isolint graph`: the picture of the network. JSON has all stacks, a drawing one. */
export async function graphCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, graphFlags);
  const format = oneOf("format", values.format ?? "svg", ["svg", "mermaid", "dot", "json"]);
  const { networks, diagnostics } = await surveyOf(values, paths, terminal);
  const pictures = networks.map((one) => ({
    stack: one.stack,
    scenario: one.scenario,
    ...drawNetwork(one.network),
  }));
  if (format === "json") {
    writeOutput(`${JSON.stringify({ version: 1, pictures }, undefined, 2)}\n`, values.output, terminal);
  } else {
    const picture = onlyPicture(networks, pictures);
    if (picture) writeOutput(await DRAWN[format](picture), values.output, terminal);
  }
  return tellDiagnostics([...diagnostics, ...answersGivenUp()], terminal);
}

/** The picture to draw: of the only stack, in its first scenario. */
function onlyPicture(
  networks: readonly SurveyedNetwork[],
  pictures: readonly Picture[],
): Picture | undefined {
  const stacks = [...new Set(networks.map(({ stack }) => stack))];
  if (stacks.length > 1) {
    const shown = stacks.slice(0, 5).map((stack) => `'${stack}'`);
    throw new UsageError(
      `There are ${stacks.length} stacks here, and a picture shows one: name one of ${shown.join(", ")}, or ask for JSON.`,
    );
  }
  return pictures[0];
}
