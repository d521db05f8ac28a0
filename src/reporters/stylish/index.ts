import type { Finding, Report, ReportedDiagnostic } from "../../rule/index.ts";
import { folderOf } from "../../source/index.ts";
import { forTerminal } from "../escape/terminal.ts";
import { diagnosticPlace, placeText, type ReportContext, type Reporter, scenarioText } from "../reporter.ts";
import { codeFrame } from "./frame.ts";
import { type Style, styleOf, wrapText } from "./style.ts";
import { summaryLines } from "./summary.ts";

const INDENT = "  ";

/** For people at a terminal. */
export const stylish: Reporter = (report, context) => {
  const style = styleOf(context.color);
  const summary = context.quiet ? [] : [summaryLines(report, context.width, style)];
  return [findingsText(report, context), ...summary.map(blockText)].filter((text) => text !== "").join("\n");
};

/** The same without the summary. */
export const findingsText: Reporter = (report, context) => {
  const style = styleOf(context.color);
  const isShown = ({ severity }: { readonly severity: string }): boolean =>
    !context.quiet || severity === "error";
  const blocks = [
    ...report.diagnostics.filter(isShown).map((one) => diagnosticBlock(one, context, style)),
    ...report.findings.filter(isShown).map((finding) => findingBlock(finding, report, context, style)),
  ];
  return blocks.map(blockText).join("\n");
};

function blockText(lines: readonly string[]): string {
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function findingBlock(
  finding: Finding,
  report: Report,
  context: ReportContext,
  style: Style,
): readonly string[] {
  const label = finding.verdict === "fail" ? finding.severity : finding.verdict;
  const paint = style[label];
  const scenarios = scenarioText(finding, report);
  const silenced = finding.suppressed ? `suppressed: ${finding.suppressed.reason || "no reason given"}` : "";
  const file = context.source(finding.location.path);
  return [
    `${style.bold(forTerminal(placeText(finding.location)))} ${paint(label)} ${style.dim(finding.rule)}`,
    ...paragraph(finding.message, INDENT, context.width),
    ...(file ? codeFrame(file, finding.location, context.width, style, paint) : []),
    ...(isInstance(finding) ? note("in", instanceText(finding, report), context, style) : []),
    ...finding.trace.flatMap(({ message, location }) =>
      note("note", location ? `${message} (${placeText(location)})` : message, context, style),
    ),
    ...(scenarios ? note("holds", scenarios, context, style) : []),
    ...(finding.remedy ? note("fix", finding.remedy, context, style) : []),
    ...(silenced ? note("note", silenced, context, style) : []),
  ];
}

/** Whether the place does not say which resource it is: it lies in a module, is one of several, or is only a brace. */
function isInstance({ subject: { type, address }, location: { path } }: Finding): boolean {
  return (
    (/(^|\.)module\.|\[|::/.test(address) || /\.jsonc?$/.test(path)) && type !== "stack" && type !== "comment"
  );
}

/** The resource, and the stack that makes it where the place lies outside of it: many stacks may use one module. */
function instanceText({ subject: { address }, location, stack }: Finding, { stacks }: Report): string {
  const isFolder = stacks.some(({ path, language }) => path === stack && language === "terraform");
  const folder = isFolder ? stack : folderOf(stack);
  const isWithin = folder === "." || location.path.startsWith(`${folder}/`);
  return isWithin ? address : `${address} (stack ${stack})`;
}

function diagnosticBlock(
  diagnostic: ReportedDiagnostic,
  context: ReportContext,
  style: Style,
): readonly string[] {
  const { severity, code, message, location } = diagnostic;
  const place = diagnosticPlace(diagnostic);
  const file = location && context.source(location.path);
  return [
    [place && style.bold(forTerminal(place)), style[severity](severity), style.dim(code)]
      .filter((part) => part !== "")
      .join(" "),
    ...paragraph(message, INDENT, context.width),
    ...(file && location ? codeFrame(file, location, context.width, style, style[severity]) : []),
  ];
}

function paragraph(text: string, indent: string, width: number): readonly string[] {
  return wrapText(forTerminal(text), width - indent.length).map((line) => indent + line);
}

function note(label: string, text: string, context: ReportContext, style: Style): readonly string[] {
  const head = `${INDENT}${label}: `;
  return paragraph(text, " ".repeat(head.length), context.width).map((line, at) =>
    at === 0 ? `${INDENT}${style.dim(`${label}:`)} ${line.trimStart()}` : line,
  );
}
