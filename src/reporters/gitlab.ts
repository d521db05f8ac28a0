import { createHash } from "node:crypto";
import { fingerprintOf, type Severity } from "../rule/index.ts";
import type { Location } from "../source/index.ts";
import type { Reporter } from "./reporter.ts";

const SEVERITY: Readonly<Record<Severity, string>> = { error: "critical", warning: "major", info: "info" };

/** GitLab's code quality report. Fingerprints are unique, as GitLab asks. */
export const gitlab: Reporter = ({ findings, diagnostics }) => {
  const seen = new Map<string, number>();
  const unique = (fingerprint: string): string => {
    const count = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, count + 1);
    return count === 0 ? fingerprint : hash(`${fingerprint}\0${count}`);
  };
  const issues = [
    ...diagnostics.map(({ severity, code, message, location, path }) => ({
      description: message,
      check_name: code,
      fingerprint: unique(hash(`${code}\0${location?.path ?? path ?? ""}\0${message}`)),
      severity: SEVERITY[severity],
      location: location ? place(location) : { path: path ?? ".", lines: { begin: 1 } },
    })),
    ...findings
      .filter(({ verdict, suppressed }) => verdict !== "pass" && !suppressed)
      .map((finding) => ({
        description: finding.message,
        check_name: finding.rule,
        fingerprint: unique(fingerprintOf(finding)),
        severity: SEVERITY[finding.severity],
        location: place(finding.location),
      })),
  ];
  return `${JSON.stringify(issues, undefined, 2)}\n`;
};

function place({ path, start, end }: Location): unknown {
  return { path, lines: { begin: start.line, end: end.line } };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
