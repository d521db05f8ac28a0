import type { Network, ReachRow } from "../network/index.ts";
import { drawNetwork, toSvg } from "../picture/index.ts";
import { forMarkup } from "../reporters/index.ts";
import type { Finding, Report } from "../rule/index.ts";
import { comparison } from "./comparison.ts";
import { type IsolatedService, isolatedServices } from "./isolation.ts";
import { STYLES } from "./styles.ts";

/** One stack of the page. */
export interface PageStack {
  readonly path: string;
  /** The scenario that is drawn; empty when there is only one. */
  readonly scenario: string;
  readonly network: Network;
  readonly reach: readonly ReachRow[];
}

/** A page of its own, without scripts and without anything loaded: picture, isolation, reachability and findings of each stack. */
export async function reportPage(
  stacks: readonly PageStack[],
  report: Report,
  version: string,
): Promise<string> {
  const sections: string[] = [];
  for (const stack of stacks) sections.push(await section(stack, report));
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>isolint: network isolation</title>
<style>${STYLES}</style>
</head>
<body>
<h1>Network isolation</h1>
<p>${report.summary.fail} findings, ${report.summary.unknown} not decided, ${report.summary.pass} passed, in ${stacks.length} stack(s).</p>
${sections.join("")}<footer>isolint ${forMarkup(version)}</footer>
</body>
</html>
`;
}

async function section(stack: PageStack, report: Report): Promise<string> {
  const { path, scenario, network, reach } = stack;
  const name = scenario === "" ? path : `${path} with ${scenario}`;
  const findings = report.findings.filter(
    (finding) => finding.stack === path && finding.verdict === "fail" && !finding.suppressed,
  );
  return `<section>
<h2>${forMarkup(name)}</h2>
<h3>Network</h3>
<div class="wide">${await toSvg(drawNetwork(network))}</div>
<h3>Services and how they are isolated</h3>
${table(["Service", "Method", "Public side", "Why", "From on-premises"], isolatedServices(network).map(serviceRow))}
<h3>Private endpoints and service endpoints</h3>
${table(
  ["", "Service endpoint", "Private endpoint"],
  comparison(network).map((row) => [row.aspect, row.serviceEndpoint, row.privateEndpoint].map(forMarkup)),
)}
<h3>Who reaches what</h3>
${reachMatrix(reach)}
<h3>Findings</h3>
${findings.length === 0 ? "<p>None.</p>\n" : table(["", "Where", "What", "Rule"], findings.map(findingRow))}</section>
`;
}

function serviceRow({
  name,
  label,
  methods,
  exposure,
  decides,
  onPremises,
}: IsolatedService): readonly string[] {
  const method = methods.length === 0 ? '<span class="open">none</span>' : forMarkup(methods.join(", "));
  return [
    `${forMarkup(name)}<br><small>${forMarkup(label)}</small>`,
    method,
    `<span class="${exposure}">${exposure}</span>`,
    forMarkup(decides),
    forMarkup(onPremises),
  ];
}

function findingRow({ severity, location, message, rule }: Finding): readonly string[] {
  const place = `${location.path}:${location.start.line}`;
  return [
    `<span class="${severity}">${severity}</span>`,
    `<code>${forMarkup(place)}</code>`,
    forMarkup(message),
    `<code>${forMarkup(rule)}</code>`,
  ];
}

/** Sources across, targets down; a cell's title is the evidence. */
function reachMatrix(rows: readonly ReachRow[]): string {
  const sources = [...new Map(rows.map(({ source }) => [source.address, source])).values()];
  const targets = [...new Map(rows.map(({ target }) => [targetKey(target), target])).values()];
  const answers = new Map(rows.map((row) => [`${row.source.address}\0${targetKey(row.target)}`, row]));
  if (rows.length === 0) return "<p>There is nothing to reach.</p>\n";
  const body = targets.map((target) => [
    `${forMarkup(target.name ?? target.address)}${target.group ? ` <small>${forMarkup(target.group)}</small>` : ""}`,
    ...sources.map((source) => cell(answers.get(`${source.address}\0${targetKey(target)}`))),
  ]);
  return `<div class="wide">${table(["Target", ...sources.map((source) => source.name ?? source.address)], body)}</div>\n`;
}

function targetKey({ address, group }: ReachRow["target"]): string {
  return `${address}\0${group ?? ""}`;
}

function cell(row: ReachRow | undefined): string {
  if (!row) return "";
  const why = row.evidence.map(({ message }) => message).join("\n");
  const tone = row.verdict === "allowed" ? (row.path === "public" ? "open" : "private") : row.verdict;
  return `<span class="${tone}" title="${forMarkup(why)}">${row.verdict}${row.path ? `<br><small>${row.path}</small>` : ""}</span>`;
}

/** Heads are text, cells are markup. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "<p>None.</p>\n";
  const head = heads.map((text) => `<th>${forMarkup(text)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join("")}</tr>\n`).join("");
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}</tbody>\n</table>\n`;
}
