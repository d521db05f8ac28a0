import { forTerminal } from "./escape/terminal.ts";
import { diagnosticPlace, placeText, type Reporter } from "./reporter.ts";

/** One line for each finding, as compilers print them: editors and scripts can jump to it. */
export const compact: Reporter = ({ findings, diagnostics }) => {
  const lines = [
    ...diagnostics.map((one) => [diagnosticPlace(one), one.severity, `${one.message} [${one.code}]`]),
    ...findings.map((one) => [
      placeText(one.location),
      one.verdict === "fail" ? one.severity : one.verdict,
      `${one.message} [${one.rule}]`,
    ]),
  ];
  return lines.map((parts) => `${forTerminal(parts.filter((part) => part !== "").join(": "))}\n`).join("");
};
