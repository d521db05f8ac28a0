import { readFileSync, writeFileSync } from "node:fs";
import { type Finding, fingerprintOf } from "../rule/index.ts";
import { UsageError } from "./usage.ts";

/** Findings that are known and left alone, in a file that is kept beside the code. */
interface BaselineFile {
  readonly version: 1;
  readonly findings: readonly {
    readonly fingerprint: string;
    readonly rule: string;
    readonly address: string;
  }[];
}

/** The fingerprints of a baseline; none when it is to be written for the first time. */
export function readBaseline(path: string, mayBeMissing: boolean): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === "ENOENT") return new Set();
    throw new UsageError(`The baseline cannot be read: ${(error as Error).message}.`);
  }
  const data = parsed(text) as Partial<BaselineFile> | null | undefined;
  if (data?.version !== 1 || !Array.isArray(data.findings)) {
    throw new UsageError(`'${path}' is no baseline; \`--update-baseline\` writes one.`);
  }
  return new Set(data.findings.map((finding) => String(finding?.fingerprint)));
}

/** Writes the findings as the new baseline, in an order that keeps differences small. */
export function writeBaseline(path: string, findings: readonly Finding[]): void {
  const entries = findings.map((finding) => ({
    fingerprint: fingerprintOf(finding),
    rule: finding.rule,
    address: finding.subject.address,
  }));
  const unique = [...new Map(entries.map((entry) => [entry.fingerprint, entry])).values()];
  unique.sort(
    (a, b) =>
      compare(a.rule, b.rule) || compare(a.address, b.address) || compare(a.fingerprint, b.fingerprint),
  );
  const file: BaselineFile = { version: 1, findings: unique };
  try {
    writeFileSync(path, `${JSON.stringify(file, undefined, 2)}\n`);
  } catch (error) {
    throw new UsageError(`The baseline cannot be written: ${(error as Error).message}.`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
