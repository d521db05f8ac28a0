import type {
  ArtifactLocation,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
} from "sarif";
import {
  type Finding,
  fingerprintOf,
  type Level,
  type Report,
  type ReportedDiagnostic,
  type Severity,
} from "../rule/index.ts";
import type { Location } from "../source/index.ts";
import { type ReportContext, type ReportedRule, type Reporter, scenarioText } from "./reporter.ts";

const PROJECT = "https://www.npmjs.com/package/isolint";
const LEVEL: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};
/** GitHub sorts security alerts by this score: 7 and above is high, 4 and above medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: "8.0", warning: "5.5", info: "2.0" };

/** SARIF 2.1.0, for code scanning. */
export const sarif: Reporter = (report, context) =>
  `${JSON.stringify(sarifLog(report, context), undefined, 2)}\n`;

function sarifLog(report: Report, { version, rules }: ReportContext): Log {
  const reported = new Set(report.findings.map(({ rule }) => rule));
  const described = rules.filter(({ id }) => reported.has(id));
  const indexes = new Map(described.map(({ id }, at) => [id, at]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "isolint",
            informationUri: PROJECT,
            semanticVersion: version,
            rules: described.map(descriptor),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The folder that isolint was started in." } },
        },
        invocations: [
          {
            executionSuccessful: !report.diagnostics.some(({ severity }) => severity === "error"),
            toolExecutionNotifications: report.diagnostics.map(notification),
          },
        ],
        results: report.findings.map((finding) => result(finding, report, indexes.get(finding.rule))),
      },
    ],
  };
}

function descriptor({ id, title, why, remedy, links, levels, controls }: ReportedRule): ReportingDescriptor {
  const tags = [
    "security",
    "azure",
    "network-isolation",
    ...(controls.mcsb ?? []).map((control) => `mcsb/${control}`),
    ...(controls.cis ?? []).map((control) => `cis/${control}`),
    ...(controls.nist ?? []).map((control) => `nist-800-53/${control}`),
  ];
  const severity = severityOf(levels.recommended) ?? severityOf(levels.strict) ?? "info";
  const list = links.map((link) => `- <${link}>`).join("\n");
  return {
    id,
    name: id
      .split(/[-/]/)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(""),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${remedy}`, markdown: `${why}\n\n**How to fix.** ${remedy}\n\n${list}\n` },
    ...(links[0] && { helpUri: links[0] }),
    defaultConfiguration: { enabled: levels.recommended !== "off", level: LEVEL[severity] },
    properties: {
      tags,
      precision: "very-high",
      "problem.severity": severity === "info" ? "recommendation" : severity,
      "security-severity": SECURITY_SEVERITY[severity],
    },
  };
}

function severityOf(level: Level): Severity | undefined {
  return level === "off" ? undefined : level;
}

function result(finding: Finding, report: Report, ruleIndex: number | undefined): Result {
  const { rule, verdict, severity, message, remedy, stack, scenarios, subject, location, trace, suppressed } =
    finding;
  const text = [message, scenarioText(finding, report), remedy].filter((part) => part).join("\n");
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    // SARIF: `open` is a result that could not be decided, and only a failure has a level.
    kind: verdict === "unknown" ? "open" : verdict,
    level: verdict === "fail" ? LEVEL[severity] : "none",
    message: { text },
    locations: [
      {
        physicalLocation: physical(location),
        logicalLocations: [
          {
            fullyQualifiedName: subject.address,
            kind: "resource",
            ...(subject.name !== null && { name: subject.name }),
          },
        ],
      },
    ],
    ...(trace.length > 0 && {
      relatedLocations: trace.map((step, at) => ({
        id: at + 1,
        message: { text: step.message },
        ...(step.location && { physicalLocation: physical(step.location) }),
      })),
    }),
    partialFingerprints: { "isolint/v1": fingerprintOf(finding) },
    ...(suppressed && { suppressions: [{ kind: "inSource", justification: suppressed.reason }] }),
    properties: { stack, scenarios, resourceType: subject.type },
  };
}

function notification({ severity, code, message, location, path }: ReportedDiagnostic): Notification {
  const place = location
    ? physical(location)
    : path === undefined
      ? undefined
      : { artifactLocation: artifact(path) };
  return {
    descriptor: { id: code },
    level: LEVEL[severity],
    message: { text: message },
    ...(place && { locations: [{ physicalLocation: place }] }),
  };
}

function physical({ path, start, end }: Location): PhysicalLocation {
  return {
    artifactLocation: artifact(path),
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

function artifact(path: string): ArtifactLocation {
  return { uri: path.split("/").map(encodeSegment).join("/"), uriBaseId: "%SRCROOT%" };
}

/** Percent-encodes a path segment; a lone surrogate, which no file system gives but a memory reader could, is replaced. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/[\ud800-\udfff]/gu, "\ufffd"));
}
