import type { Finding, Report, ReportedDiagnostic } from "../rule/index.ts";
import type { ReportContext, Reporter } from "./reporter.ts";

/** The JSON report, version 1: a contract, so every field is named here. */
export const json: Reporter = (report, context) =>
  `${JSON.stringify(jsonReport(report, context), undefined, 2)}\n`;

function jsonReport({ stacks, findings, diagnostics, summary }: Report, { version }: ReportContext): unknown {
  return {
    version: 1,
    isolint: version,
    stacks: stacks.map(({ path, language, inputs, scenarios, resources, notUnderstood, assumptions }) => ({
      path,
      language,
      inputs,
      scenarios,
      resources,
      notUnderstood,
      assumptions,
    })),
    findings: findings.map(jsonFinding),
    diagnostics: diagnostics.map(jsonDiagnostic),
    summary,
  };
}

function jsonFinding(finding: Finding): unknown {
  const {
    rule,
    verdict,
    severity,
    message,
    remedy,
    stack,
    scenarios,
    subject,
    location,
    trace,
    fixable,
    suppressed,
  } = finding;
  return {
    rule,
    verdict,
    severity,
    message,
    ...(remedy !== undefined && { remedy }),
    stack,
    scenarios,
    subject: { type: subject.type, address: subject.address, name: subject.name },
    location,
    trace: trace.map((step) => ({
      message: step.message,
      ...(step.location && { location: step.location }),
    })),
    fixable,
    ...(suppressed && { suppressed }),
  };
}

function jsonDiagnostic({ severity, code, message, location, path }: ReportedDiagnostic): unknown {
  return {
    severity,
    code,
    message,
    ...(location && { location }),
    ...(!location && path !== undefined && { path }),
  };
}
