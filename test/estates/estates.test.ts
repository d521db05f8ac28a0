import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { builtInRules } from "../../rules/index.ts";

/** What isolint says about a public repository, with the judgement of people who read every finding against the code. */
interface Estate {
  readonly repository: string;
  readonly commit: string;
  readonly stacks: number;
  readonly verdicts: { readonly fail: number; readonly unknown: number; readonly pass: number };
  /** Findings that fail, by rule. */
  readonly findings: Readonly<Record<string, number>>;
  /** Diagnostics of severity error. */
  readonly errors: number;
  /** How the failing findings were judged; `unjudged` ones nobody has read. */
  readonly judged: {
    readonly right: number;
    readonly wrong: number;
    readonly debatable: number;
    readonly unjudged?: number;
  };
}

interface Linted {
  readonly summary: Estate["verdicts"] & { readonly stacks: number };
  readonly findings: readonly { readonly rule: string; readonly verdict: string }[];
  readonly diagnostics: readonly { readonly severity: string }[];
}

const root = process.env.ISOLINT_ESTATES;
const updates = process.env.ISOLINT_ESTATES_UPDATE !== undefined;
const names = readdirSync(__dirname)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));

const snapshotOf = (name: string): string => join(__dirname, `${name}.json`);
const read = (name: string): Estate => JSON.parse(readFileSync(snapshotOf(name), "utf8"));

test.each(names)("the snapshot of %s adds up", (name) => {
  const { repository, verdicts, findings, judged } = read(name);
  expect(name).toBe(repository.replace("/", "+"));
  const known = new Set(builtInRules.map(({ id }) => id));
  expect(Object.keys(findings).filter((id) => !known.has(id))).toEqual([]);
  expect(sum(Object.values(findings))).toBe(verdicts.fail);
  expect(sum(Object.values(judged))).toBe(verdicts.fail);
});

describe("public repositories are judged as before", () => {
  const output = mkdtempSync(join(tmpdir(), "isolint-estates-"));
  afterAll(() => rmSync(output, { recursive: true }));

  for (const name of names) {
    const why = whySkipped(name);
    if (why !== undefined) test.skip(`${name}: skipped, ${why}`, () => {});
    else test(name, () => compare(name, lint(name, join(output, `${name}.json`))), 300_000);
  }
});

function whySkipped(name: string): string | undefined {
  if (root === undefined) return "ISOLINT_ESTATES names no folder with the repositories";
  return existsSync(join(root, name)) ? undefined : "ISOLINT_ESTATES has no folder of this name";
}

function lint(name: string, report: string): Linted {
  const command = [resolve("bin/isolint.cjs"), name, "-f", "json", "-o", report];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  // Findings are 1 and broken input is 2; whatever else is no answer.
  if (![0, 1, 2].includes(status ?? -1) || !existsSync(report)) throw new Error(stderr);
  return JSON.parse(readFileSync(report, "utf8"));
}

function compare(name: string, linted: Linted): void {
  const before = read(name);
  const { fail, unknown, pass } = linted.summary;
  const failing = linted.findings.filter(({ verdict }) => verdict === "fail").map(({ rule }) => rule);
  const now = {
    stacks: linted.summary.stacks,
    verdicts: { fail, unknown, pass },
    findings: counted(failing),
    errors: linted.diagnostics.filter(({ severity }) => severity === "error").length,
  };
  if (updates) {
    const { unjudged: _, ...judged } = before.judged;
    const left = fail - sum(Object.values(judged));
    const next = { ...before, ...now, judged: { ...judged, ...(left !== 0 && { unjudged: left }) } };
    writeFileSync(snapshotOf(name), `${JSON.stringify(next, undefined, 2)}\n`);
  } else {
    const { stacks, verdicts, findings, errors } = before;
    expect(now).toEqual({ stacks, verdicts, findings, errors });
  }
}

function counted(rules: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const rule of rules.toSorted()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
