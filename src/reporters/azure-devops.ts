import type { Severity } from "../rule/index.ts";
import type { Location } from "../source/index.ts";
import { forTerminal } from "./escape/terminal.ts";
import { loggingMessage, loggingProperty } from "./escape/workflow.ts";
import type { Reporter } from "./reporter.ts";

/** Azure DevOps knows errors and warnings; anything less is a plain line of the log. */
const TYPE: Readonly<Record<Severity, string | undefined>> = {
  error: "error",
  warning: "warning",
  info: undefined,
};

/** Issues on a pipeline run, as Azure Pipelines' logging commands. */
export const azureDevops: Reporter = ({ findings, diagnostics }) => {
  const lines = [
    ...diagnostics.map(({ severity, code, message, location, path }) =>
      issue(severity, location ?? path, code, message),
    ),
    ...findings
      .filter(({ verdict, suppressed }) => verdict !== "pass" && !suppressed)
      .map(({ severity, location, rule, message }) => issue(severity, location, rule, message)),
  ];
  return lines.map((line) => `${line}\n`).join("");
};

function issue(
  severity: Severity,
  place: Location | string | undefined,
  code: string,
  message: string,
): string {
  const type = TYPE[severity];
  const file = typeof place === "string" ? place : place?.path;
  const start = typeof place === "object" ? place.start : undefined;
  const text = forTerminal(message);
  if (!type)
    return `${file ?? ""}${start ? `:${start.line}:${start.column}` : ""}: ${severity}: ${text} [${code}]`
      .replace(/^: /, "")
      .replaceAll("##", "# #");
  const properties = [
    `type=${type}`,
    ...(file === undefined ? [] : [`sourcepath=${loggingProperty(forTerminal(file))}`]),
    ...(start ? [`linenumber=${start.line}`, `columnnumber=${start.column}`] : []),
    `code=${loggingProperty(code)}`,
  ];
  return `##vso[task.logissue ${properties.join(";")}]${loggingMessage(text)}`;
}
