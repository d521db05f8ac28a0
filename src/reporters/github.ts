import type { Severity } from "../rule/index.ts";
import type { Location } from "../source/index.ts";
import { forTerminal } from "./escape/terminal.ts";
import { commandMessage, commandProperty } from "./escape/workflow.ts";
import { placeText, type Reporter, scenarioText } from "./reporter.ts";

const COMMAND: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Annotations on the lines of a pull request, as GitHub's workflow commands. */
export const github: Reporter = (report) => {
  const { findings, diagnostics } = report;
  const lines = [
    ...diagnostics.map(({ severity, code, message, location, path }) =>
      annotation(COMMAND[severity], location ?? path, code, message),
    ),
    ...findings
      .filter(({ verdict }) => verdict !== "pass")
      .map((finding) => {
        const { severity, location, rule, message, remedy, trace } = finding;
        const steps = trace.map(
          (step) => `${step.message}${step.location ? ` (${placeText(step.location)})` : ""}`,
        );
        const text = [message, scenarioText(finding, report), ...steps, remedy ? `Fix: ${remedy}` : ""];
        return annotation(COMMAND[severity], location, rule, text.filter((line) => line !== "").join("\n"));
      }),
  ];
  return lines.map((line) => `${line}\n`).join("");
};

function annotation(
  command: string,
  place: Location | string | undefined,
  title: string,
  message: string,
): string {
  const properties: [string, string | number][] = [];
  if (typeof place === "string") properties.push(["file", place]);
  else if (place) {
    const { path, start, end } = place;
    properties.push(["file", path], ["line", start.line], ["endLine", end.line]);
    // GitHub takes columns only for ranges within one line; its last column is included.
    if (start.line === end.line)
      properties.push(["col", start.column], ["endColumn", Math.max(start.column, end.column - 1)]);
  }
  properties.push(["title", title]);
  const written = properties.map(([name, value]) => `${name}=${commandProperty(forTerminal(String(value)))}`);
  return `::${command} ${written.join(",")}::${commandMessage(message.split("\n").map(forTerminal).join("\n"))}`;
}
