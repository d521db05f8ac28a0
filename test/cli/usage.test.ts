import { formatOfCi, wantsColor } from "../../src/cli/ci.ts";
import { lintFlags, outputsOf, ruleFlags } from "../../src/cli/commands/lint-flags.ts";
import { exitCodeFor } from "../../src/cli/exit.ts";
import { parseFlags } from "../../src/cli/usage.ts";
import type { Finding } from "../../src/rule/index.ts";
import { failure, reportOf } from "../reporters/report.ts";

const flags = (...args: readonly string[]) => parseFlags(args, lintFlags).values;

describe("flags", () => {
  test.each([
    [
      ["--fromat", "json"],
      "There is no flag '--fromat'. Did you mean '--format'? `isolint --help` lists them.",
    ],
    [["--xyzzy"], "There is no flag '--xyzzy'. `isolint --help` lists them."],
    [["-z"], "There is no flag '-z'. `isolint --help` lists them."],
    [["--format"], "Option '-f, --format <value>' argument missing."],
  ])("%j", (args, message) => {
    expect(() => flags(...args)).toThrow(message);
  });

  test("a mistyped value names the nearest", () => {
    expect(() => outputsOf(flags("-f", "sarf"), undefined)).toThrow(
      /--format cannot be 'sarf'\. Did you mean 'sarif'\?/,
    );
    expect(() => ruleFlags(flags("--rule", "network/c=warn"))).toThrow(
      /It takes off, info, warning, error\.$/,
    );
  });
});

describe("reports", () => {
  test("several formats, each into its file or to standard output", () => {
    expect(outputsOf(flags("-f", "stylish", "-f", "sarif:out/x.sarif"), "github")).toEqual([
      { format: "stylish" },
      { format: "sarif", file: "out/x.sarif" },
    ]);
    expect(outputsOf(flags("-f", "json", "-o", "x.json"), undefined)).toEqual([
      { format: "json", file: "x.json" },
    ]);
    expect(() => outputsOf(flags("-f", "json", "-f", "compact", "-o", "x"), undefined)).toThrow(/one format/);
  });

  test("the CI system's format is taken only when none is asked for", () => {
    expect(formatOfCi({ GITHUB_ACTIONS: "true" })).toBe("github");
    expect(formatOfCi({ TF_BUILD: "True" })).toBe("azure-devops");
    expect(formatOfCi({ GITLAB_CI: "true" })).toBe("gitlab");
    expect(formatOfCi({})).toBeUndefined();
    expect(outputsOf(flags(), "github")).toEqual([{ format: "github" }]);
    expect(outputsOf(flags("-f", "json"), "github")).toEqual([{ format: "json" }]);
  });
});

test("colour: flags, then the environment, then the terminal", () => {
  expect(wantsColor({ "no-color": true }, { FORCE_COLOR: "1" }, true)).toBe(false);
  expect(wantsColor({ color: true }, { NO_COLOR: "1" }, false)).toBe(true);
  expect(wantsColor({}, { NO_COLOR: "1", FORCE_COLOR: "1" }, true)).toBe(false);
  expect(wantsColor({}, { FORCE_COLOR: "1" }, false)).toBe(true);
  expect(wantsColor({}, {}, true)).toBe(true);
  expect(wantsColor({}, { TERM: "dumb" }, true)).toBe(false);
});

describe("exit codes", () => {
  const warning: Finding = { ...failure, severity: "warning" };
  test("1 from the severity of --fail-on on", () => {
    expect(exitCodeFor(reportOf([warning]), [warning], "error")).toBe(0);
    expect(exitCodeFor(reportOf([warning]), [warning], "warning")).toBe(1);
    expect(exitCodeFor(reportOf([failure]), [failure], "none")).toBe(0);
  });

  test("2 when not everything could be read, whatever was found", () => {
    const diagnostics = [{ severity: "error", code: "parse-error", message: "m" }] as const;
    expect(exitCodeFor(reportOf([failure], { diagnostics }), [failure], "error")).toBe(2);
    const warnings = [{ severity: "warning", code: "x", message: "m" }] as const;
    expect(exitCodeFor(reportOf([], { diagnostics: warnings }), [], "error")).toBe(0);
  });
});
