import { type Format, reporters } from "../../src/reporters/index.ts";
import { stylish } from "../../src/reporters/stylish/index.ts";
import { context, failure, hostileReport, reportOf } from "./report.ts";

const write = async (format: Format, report = reportOf([failure]), extra = {}) =>
  (await reporters[format]())(report, { ...context, ...extra });

describe("stylish", () => {
  test("names the stack where a finding lies in a module outside of it", async () => {
    const subject = { ...failure.subject, address: "module.pe.azurerm_private_endpoint.blob" };
    const within = await write("stylish", reportOf([{ ...failure, subject }]));
    expect(within).toContain("in: module.pe.azurerm_private_endpoint.blob\n");
    const shared = { ...failure, subject, location: { ...failure.location, path: "modules/pe/main.tf" } };
    expect(await write("stylish", reportOf([shared]))).toContain(
      "in: module.pe.azurerm_private_endpoint.blob (stack infra)\n",
    );
  });

  test("reads like this", async () => {
    expect(await write("stylish")).toBe(`infra/main.tf:3:2 error private-endpoint/no-dns-zone-group
  Private endpoint 'pe-blob' has no DNS zone group, so clients in its network go
  on resolving the public address.
  3 | public = var.public
    | ^^^^^^^^^^^^^^^^^^^
  note: false, from var.public (infra/variables.tf:1:1)
  note: a remark without a place
  holds: with prod.tfvars
  fix: Add a private_dns_zone_group block with the zone
       privatelink.blob.core.windows.net.

1 error.
Checked 1 stack, 9 files, 42 resources: 41 passed, 3 not decided (--show-unknown), 1 suppressed.
Not understood: 2 azurerm_foo; module.x (registry module, not installed).
Taken for granted: azurerm 4 (from required_providers).
`);
  });

  test("colour only adds escape sequences", async () => {
    const painted = await write("stylish", undefined, { color: true });
    expect(painted).toContain("\u001b[31merror\u001b[39m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences are what is asserted
    expect(painted.replace(/\u001b\[\d+m/g, "")).toBe(await write("stylish"));
  });

  test("a long line is cut around the range, a range of many lines after the third", () => {
    const at = { path: "infra/main.tf", start: { line: 1, column: 1 }, end: { line: 4, column: 2 } };
    expect(stylish(reportOf([{ ...failure, location: at }]), { ...context, width: 40 })).toContain(
      '  1 | resource "azurerm_private_endpoint…\n',
    );
  });

  test("quiet leaves only errors", () => {
    const text = stylish(reportOf([{ ...failure, severity: "warning" }]), { ...context, quiet: true });
    expect(text).toBe("");
  });
});

test("json is the documented report", async () => {
  expect(JSON.parse(await write("json"))).toEqual({
    version: 1,
    isolint: "1.2.3",
    stacks: reportOf([]).stacks,
    findings: [failure],
    diagnostics: [],
    summary: reportOf([failure]).summary,
  });
});

test("compact is one line for each finding", async () => {
  expect(await write("compact")).toBe(`infra/main.tf:3:2: error: ${failure.message} [${failure.rule}]\n`);
});

test("github annotates the line; its last column is included", async () => {
  expect(await write("github")).toMatch(
    /^::error file=infra\/main\.tf,line=3,endLine=3,col=2,endColumn=20,title=private-endpoint\/no-dns-zone-group::Private endpoint .*%0Afalse, from var\.public.*\n$/,
  );
});

test("azure-devops logs an issue", async () => {
  expect(await write("azure-devops")).toBe(
    `##vso[task.logissue type=error;sourcepath=infra/main.tf;linenumber=3;columnnumber=2;code=${failure.rule}]${failure.message}\n`,
  );
});

test("gitlab's fingerprints are unique, and stay when code moves", async () => {
  const moved = {
    ...failure,
    location: { ...failure.location, start: { line: 9, column: 1 }, end: { line: 9, column: 2 } },
  };
  const [first, second] = JSON.parse(await write("gitlab", reportOf([failure, failure])));
  const [again] = JSON.parse(await write("gitlab", reportOf([moved])));
  expect(first.fingerprint).not.toBe(second.fingerprint);
  expect(again.fingerprint).toBe(first.fingerprint);
  expect(again.location).toEqual({ path: "infra/main.tf", lines: { begin: 9, end: 9 } });
});

test("junit counts failures, skips what is not decided, and has a case for a stack in which nothing was found", async () => {
  const text = await write("junit", reportOf([failure, { ...failure, verdict: "unknown" }]));
  expect(text).toContain('<testsuite name="infra" tests="2" failures="1" errors="0" skipped="1">');
  expect(await write("junit", reportOf([]))).toContain('<testcase classname="infra" name="isolint"/>');
});

/** Markdown without its code spans, in which nothing is markup. */
const withoutCode = (text: string): string => text.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "");

describe("sarif", () => {
  test("a failure is a result with its rule, range, trace and fingerprint", async () => {
    const [run] = JSON.parse(await write("sarif")).runs;
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.tool.driver.rules).toMatchObject([
      { id: failure.rule, defaultConfiguration: { level: "error" } },
    ]);
    expect(run.results).toMatchObject([
      {
        ruleId: failure.rule,
        ruleIndex: 0,
        kind: "fail",
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "infra/main.tf", uriBaseId: "%SRCROOT%" },
              region: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 21 },
            },
          },
        ],
        relatedLocations: [{ id: 1, message: { text: "false, from var.public" } }, { id: 2 }],
        partialFingerprints: { "isolint/v1": expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    ]);
  });

  test("only a failure has a level: what is not decided is open", async () => {
    const text = await write("sarif", reportOf([{ ...failure, verdict: "unknown" }]));
    expect(JSON.parse(text).runs[0].results).toMatchObject([{ kind: "open", level: "none" }]);
  });

  test("a run that could not read everything was not successful; paths are percent-encoded", async () => {
    const diagnostics = [
      { severity: "error", code: "parse-error", message: "m", path: "a b/ü#.tf" },
    ] as const;
    const [run] = JSON.parse(await write("sarif", reportOf([], { diagnostics }))).runs;
    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { locations: [{ physicalLocation: { artifactLocation: { uri: "a%20b/%C3%BC%23.tf" } } }] },
        ],
      },
    ]);
  });
});

describe("what a stranger wrote stays text", () => {
  const readers: readonly [Format, (text: string) => void][] = [
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is asserted
    ["stylish", (text) => expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)],
    ["compact", (text) => expect(text.trimEnd().split("\n")).toHaveLength(2)],
    [
      "github",
      (text) =>
        text
          .trimEnd()
          .split("\n")
          .map((line) => expect(line).toMatch(/^::error file=[^:]*,.*title=[^:]*::/)),
    ],
    [
      "azure-devops",
      (text) =>
        text
          .trimEnd()
          .split("\n")
          .map((line) => expect(line.match(/^##vso\[task\.logissue type=error;[^\]]*\]/)).not.toBeNull()),
    ],
    ["html", (text) => expect(text.slice(text.indexOf("<main>"))).not.toMatch(/<(img|script)|<\/script/)],
    ["junit", (text) => expect(text).not.toMatch(/<img|\]\]>/)],
    ["markdown", (text) => expect(withoutCode(text)).not.toMatch(/<img|<\/script|@all|[^\\]\]\(/)],
    ["json", (text) => expect(JSON.parse(text).findings).toHaveLength(1)],
    ["sarif", (text) => expect(JSON.parse(text).runs[0].results).toHaveLength(1)],
    ["gitlab", (text) => expect(JSON.parse(text)).toHaveLength(2)],
  ];
  test.each(readers)("%s", async (format, expectSafe) => {
    const text = await write(format, hostileReport);
    expect(text).not.toContain("\u001b");
    expectSafe(text);
  });
});
