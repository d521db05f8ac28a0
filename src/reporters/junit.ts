import type { Finding, Report } from "../rule/index.ts";
import { forMarkup } from "./escape/markup.ts";
import { diagnosticPlace, placeText, type Reporter } from "./reporter.ts";

/** JUnit XML: one suite for each stack, one case for each finding; what could not be decided is skipped. */
export const junit: Reporter = (report) => {
  const faults = report.diagnostics.filter(({ severity }) => severity === "error");
  const suites = [
    ...report.stacks.map(({ path }) =>
      suite(
        path,
        report.findings.filter(({ stack }) => stack === path),
      ),
    ),
    ...(faults.length > 0 ? [faultSuite(faults)] : []),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="isolint">\n${suites.join("")}</testsuites>\n`;
};

function suite(name: string, findings: readonly Finding[]): string {
  const failures = findings.filter(({ verdict, suppressed }) => verdict === "fail" && !suppressed).length;
  const skipped = findings.filter(({ verdict, suppressed }) => verdict === "unknown" || suppressed).length;
  const counts = `tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" skipped="${skipped}"`;
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${forMarkup(name)}" name="isolint"/>\n`]
      : findings.map(testCase);
  return `  <testsuite name="${forMarkup(name)}" ${counts}>\n${cases.join("")}  </testsuite>\n`;
}

function testCase(finding: Finding): string {
  const { rule, severity, verdict, message, remedy, subject, location, suppressed } = finding;
  const head = `    <testcase classname="${forMarkup(rule)}" name="${forMarkup(subject.address)}" file="${forMarkup(location.path)}" line="${location.start.line}"`;
  if (verdict === "pass") return `${head}/>\n`;
  const body =
    verdict === "fail" && !suppressed
      ? `<failure type="${severity}" message="${forMarkup(message)}">${forMarkup([placeText(location), message, remedy ?? ""].join("\n").trimEnd())}</failure>`
      : `<skipped message="${forMarkup(suppressed ? `suppressed: ${suppressed.reason}` : message)}"/>`;
  return `${head}>\n      ${body}\n    </testcase>\n`;
}

function faultSuite(faults: Report["diagnostics"]): string {
  const cases = faults.map((fault) => {
    const name = forMarkup(diagnosticPlace(fault) || fault.code);
    return `    <testcase classname="${forMarkup(fault.code)}" name="${name}">\n      <error message="${forMarkup(fault.message)}"/>\n    </testcase>\n`;
  });
  return `  <testsuite name="input" tests="${faults.length}" failures="0" errors="${faults.length}" skipped="0">\n${cases.join("")}  </testsuite>\n`;
}
