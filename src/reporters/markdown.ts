import type { Finding, Report } from "../rule/index.ts";
import { codeInMarkdown, forMarkdown } from "./escape/markup.ts";
import { counted, diagnosticPlace, placeText, type Reporter, scenarioText } from "./reporter.ts";

/** For a comment on a pull request or a job summary. */
export const markdown: Reporter = (report) => {
  const { findings, diagnostics } = report;
  const parts = [
    `### isolint\n`,
    `${headline(report)}\n`,
    ...(findings.length > 0 ? [table(findings, report)] : []),
    ...(diagnostics.length > 0
      ? [
          `**Could not be read**\n\n${diagnostics.map((one) => `- ${[codeInMarkdown(diagnosticPlace(one)), forMarkdown(one.message)].filter((part) => part !== "").join(" ")}\n`).join("")}`,
        ]
      : []),
  ];
  return parts.join("\n");
};

function headline({ summary, findings }: Report): string {
  const failures = findings.filter(({ verdict, suppressed }) => verdict === "fail" && !suppressed);
  const count = (severity: Finding["severity"]): number =>
    failures.filter((one) => one.severity === severity).length;
  const found =
    failures.length === 0
      ? "Nothing found"
      : `**${counted(count("error"), "error")}**, ${counted(count("warning"), "warning")}, ${count("info")} info`;
  return `${found} in ${counted(summary.stacks, "stack")}: ${summary.pass} passed, ${summary.unknown} not decided, ${summary.suppressed} suppressed.`;
}

function table(findings: readonly Finding[], report: Report): string {
  const rows = findings.map((finding) => {
    const { verdict, severity, rule, location, message } = finding;
    const scenarios = scenarioText(finding, report);
    const text = forMarkdown(scenarios ? `${message} (${scenarios})` : message);
    return `| ${verdict === "fail" ? severity : verdict} | ${codeInMarkdown(placeText(location))} | ${text} | ${codeInMarkdown(rule)} |\n`;
  });
  return `| | Where | What | Rule |\n|---|---|---|---|\n${rows.join("")}`;
}
