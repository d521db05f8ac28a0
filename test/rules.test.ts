import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { builtInRules } from "../rules/index.ts";
import { suppressionRules } from "../src/engine/index.ts";
import { findingsOf, lintText, runPage } from "../src/testing.ts";

const described = [...builtInRules, ...Object.values(suppressionRules)];

describe("every rule's page is whole, and its examples are what it says", () => {
  test.each(described.map((rule) => [rule.id, rule] as const))("%s", async (id, rule) => {
    const mistakes = await runPage(rule, readFileSync(`rules/${id}/README.md`, "utf8"), builtInRules);
    expect(mistakes.map(({ line, message }) => `rules/${id}/README.md:${line}: ${message}`)).toEqual([]);
  });
});

test("every folder of a rule is registered", () => {
  const folders = below("rules", 2).filter((path) => existsSync(`rules/${path}/README.md`));
  expect(folders.toSorted()).toEqual(described.map((rule) => rule.id).toSorted());
});

test("every rule names controls by their ids", () => {
  for (const { id, controls } of builtInRules) {
    const { mcsb = [], cis = [], nist = [] } = controls;
    expect([id, mcsb.filter((one) => !/^(NS-([1-9]|10)|DP-[1-8])$/.test(one))]).toEqual([id, []]);
    expect([id, cis.filter((one) => !/^\d+(\.\d+)+$/.test(one))]).toEqual([id, []]);
    expect([id, nist.filter((one) => !/^[A-Z]{2}-\d+$/.test(one))]).toEqual([id, []]);
    expect([id, mcsb.length > 0 && nist.includes("SC-7")]).toEqual([id, true]);
  }
});

/**
 * Cases in folders: texts, and in `expected.json` the addresses and places that a rule fails, passes and leaves undecided, and the
 * errors of the run.
 */
describe("cases in fixtures/rules", () => {
  const cases = existsSync("fixtures/rules") ? below("fixtures/rules", 3) : [];
  const run = cases.length > 0 ? test.each(cases) : test.skip.each(["none"]);
  run("%s", async (path) => {
    const rule = path.split("/").slice(0, 2).join("/");
    const files = readAll(`fixtures/rules/${path}`);
    const { "expected.json": expected = "{}", "isolint.config.yaml": config, ...sources } = files;
    const report = await lintText(sources, {
      only: [rule],
      preset: "strict",
      ...(config !== undefined && { config }),
    });
    const found = (verdict: "fail" | "unknown" | "pass") =>
      findingsOf(report, rule, verdict).map(
        ({ subject, location }) => `${subject.address} @ ${location.path}:${location.start.line}`,
      );
    const errors = report.diagnostics.filter(({ severity }) => severity === "error");
    expect({
      fail: found("fail"),
      unknown: found("unknown"),
      pass: found("pass"),
      errors: errors.map(({ message }) => message),
    }).toEqual({ fail: [], unknown: [], pass: [], errors: [], ...JSON.parse(expected) });
  });
});

test("the cases that fixtures/rules/README.md names are there", () => {
  const links = [...readFileSync("fixtures/rules/README.md", "utf8").matchAll(/\]\(([^)]+)\)/g)];
  const paths = links.map(([, path = ""]) => join("fixtures/rules", path));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

/** Paths of the folders that lie so many levels below, relative to the root. */
function below(root: string, depth: number): readonly string[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) =>
    depth === 1 ? [name] : below(join(root, name), depth - 1).map((rest) => `${name}/${rest}`),
  );
}

function readAll(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    paths.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, "utf8")];
    }),
  );
}
