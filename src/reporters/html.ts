import type { Finding, Report } from "../rule/index.ts";
import { forMarkup } from "./escape/markup.ts";
import { counted, diagnosticPlace, placeText, type Reporter, scenarioText } from "./reporter.ts";

const STYLES = `
:root { color-scheme: light dark; --line: #8884; --error: #c62828; --warning: #b26a00; --info: #1565c0; --unknown: #7b1fa2; --pass: #2e7d32 }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffb74d; --info: #82b1ff; --unknown: #ea80fc; --pass: #a5d6a7 } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
article { border-top: 1px solid var(--line); padding: .8rem 0 }
h2 { font-size: 1rem; margin: 0 }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere }
ul { margin: .3rem 0; padding-left: 1.2rem }
p { margin: .3rem 0 }
.error { color: var(--error) } .warning { color: var(--warning) } .info { color: var(--info) }
.unknown { color: var(--unknown) } .pass { color: var(--pass) }
`;

/** A page of its own: no scripts, nothing loaded. */
export const html: Reporter = (report, { version }) => {
  const { findings, diagnostics } = report;
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>isolint</title>
<style>${STYLES}</style>
</head>
<body>
<h1>isolint</h1>
<p>${forMarkup(headline(report))}</p>
<main>
${diagnostics.map((one) => block(one.severity, one.code, diagnosticPlace(one), [one.message], [])).join("")}${findings.map((finding) => findingBlock(finding, report)).join("")}</main>
<p>isolint ${forMarkup(version)}</p>
</body>
</html>
`;
};

function headline({ summary }: Report): string {
  return `${counted(summary.fail, "finding")} in ${counted(summary.stacks, "stack")} and ${counted(summary.files, "file")}: ${summary.pass} passed, ${summary.unknown} not decided, ${summary.suppressed} suppressed.`;
}

function findingBlock(finding: Finding, report: Report): string {
  const { verdict, severity, rule, message, remedy, trace, location } = finding;
  const steps = trace.map(
    (step) => `${step.message}${step.location ? ` (${placeText(step.location)})` : ""}`,
  );
  const texts = [message, scenarioText(finding, report), remedy ? `Fix: ${remedy}` : ""];
  return block(verdict === "fail" ? severity : verdict, rule, placeText(location), texts, steps);
}

function block(
  kind: string,
  name: string,
  place: string,
  texts: readonly string[],
  steps: readonly string[],
): string {
  const list =
    steps.length > 0 ? `<ul>${steps.map((step) => `<li>${forMarkup(step)}</li>`).join("")}</ul>\n` : "";
  const paragraphs = texts.filter((text) => text !== "").map((text) => `<p>${forMarkup(text)}</p>\n`);
  return `<article>
<h2><span class="${kind}">${kind}</span> ${forMarkup(name)}</h2>
<p><code>${forMarkup(place)}</code></p>
${paragraphs.join("")}${list}</article>
`;
}
