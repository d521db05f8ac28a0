import { assembleReport, type StackOutcome } from "../../src/engine/index.ts";
import { parseSuppression } from "../../src/engine/suppression/index.ts";
import type { Comment } from "../../src/model/index.ts";
import type { Finding } from "../../src/rule/index.ts";
import { SourceFile, span } from "../../src/source/index.ts";
import { lintText } from "../../src/testing.ts";
import { allErrors } from "./estate.ts";

const KNOWN = new Set([
  "public-access/public-ip-on-compute",
  "public-access/anonymous-data",
  "suppression/unused",
]);

/** Findings of one rule on the given lines of a text whose `#` comments are read; what is shown of them. */
function lines(
  text: string,
  found: readonly number[],
  { today = "2026-01-01", rule = "public-access/public-ip-on-compute" } = {},
) {
  const file = new SourceFile("main.tf", text);
  const comments: Comment[] = [];
  let block: number | undefined;
  for (let line = 1; line <= file.lineCount; line++) {
    const content = file.line(line);
    const start = file.offset({ line, column: content.indexOf("#") + 1 });
    if (content.includes("#")) {
      comments.push({
        text: content.slice(content.indexOf("#") + 1),
        span: span(file, start, start + content.length - content.indexOf("#")),
        ...(block === line - 1 && {
          block: span(file, file.offset({ line: block, column: 1 }), file.text.indexOf("}", start) + 1),
        }),
      });
    }
    if (content.trimEnd().endsWith("{")) block = line;
  }
  const finding = (line: number): Finding => ({
    rule,
    verdict: "fail",
    severity: "error",
    message: "m",
    stack: ".",
    scenarios: [],
    subject: { type: "t", address: `a${line}`, name: null },
    location: { path: "main.tf", start: { line, column: 1 }, end: { line, column: 2 } },
    trace: [],
    fixable: false,
  });
  const outcome: StackOutcome = {
    summary: {
      path: ".",
      language: "terraform",
      inputs: [],
      scenarios: [],
      resources: 1,
      notUnderstood: { types: {}, modules: [] },
      assumptions: [],
    },
    findings: found.map(finding),
    passes: 0,
    unknown: "off",
    diagnostics: [],
    suppressions: comments.map(parseSuppression).filter((one) => one !== undefined),
    files: ["main.tf"],
    times: { evaluate: 0, link: 0, rules: 0 },
  };
  const { report } = assembleReport([outcome], {
    ruleIds: KNOWN,
    today,
    settingsFor: () => allErrors,
    diagnostics: [],
  });
  return {
    shown: report.findings.map((one) => `${one.rule}:${one.location.start.line}`),
    suppressed: report.summary.suppressed,
    diagnostics: report.diagnostics.map((one) => one.message),
  };
}

const RULE = "public-access/public-ip-on-compute";

describe("what a comment covers", () => {
  test("at the end of a line: that line", () => {
    const text = `a = 1 # isolint-ignore ${RULE} -- agreed\nb = 2\n`;
    expect(lines(text, [1, 2])).toMatchObject({ shown: [`${RULE}:2`], suppressed: 1 });
  });

  test("on a line of its own: the next line with code, over further comments and blank lines", () => {
    const text = `# isolint-ignore ${RULE} -- agreed\n# another remark\n\na = 1\nb = 2\n`;
    expect(lines(text, [4, 5])).toMatchObject({ shown: [`${RULE}:5`], suppressed: 1 });
  });

  test("as the first line inside a block: the block", () => {
    const text = `x {\n  # isolint-ignore ${RULE} -- agreed\n  a = 1\n  b = 2\n}\nc = 3\n`;
    expect(lines(text, [1, 4, 6])).toMatchObject({ shown: [`${RULE}:6`], suppressed: 2 });
  });

  test("the form for a file: all of it, and every rule when none is named", () => {
    expect(lines("a = 1\n# isolint-ignore-file -- generated\nb = 2\n", [1, 3])).toMatchObject({
      shown: [],
      suppressed: 2,
    });
  });
});

describe("which rules a comment silences", () => {
  test("several by commas, and a family by its wildcard", () => {
    expect(
      lines(`a = 1 # isolint-ignore public-access/anonymous-data, ${RULE} -- ok\n`, [1]).suppressed,
    ).toBe(1);
    expect(lines("a = 1 # isolint-ignore public-access/* -- ok\n", [1]).suppressed).toBe(1);
  });

  test("not one that is not named, and then the comment is unused", () => {
    expect(lines("a = 1 # isolint-ignore public-access/anonymous-data -- ok\n", [1]).shown).toEqual([
      `${RULE}:1`,
      "suppression/unused:1",
    ]);
  });

  test("a mistyped name is an error that says the nearest", () => {
    const { diagnostics, shown } = lines(
      "a = 1 # isolint-ignore public-access/public-ip-on-computer -- ok\n",
      [1],
    );
    expect(diagnostics).toEqual([
      "There is no rule 'public-access/public-ip-on-computer' to suppress. Did you mean 'public-access/public-ip-on-compute'?",
    ]);
    expect(shown).toEqual([`${RULE}:1`]);
  });
});

describe("reasons and dates", () => {
  test("a suppression without a reason works and is reported", () => {
    expect(lines(`a = 1 # isolint-ignore ${RULE}\n`, [1])).toMatchObject({
      shown: ["suppression/without-reason:1"],
      suppressed: 1,
    });
  });

  test("it holds on its last day, and from the next one it is expired and silences nothing", () => {
    const text = `a = 1 # isolint-ignore ${RULE} -- ticket 7 until 2026-03-31\n`;
    expect(lines(text, [1], { today: "2026-03-31" }).shown).toEqual([]);
    expect(lines(text, [1], { today: "2026-04-01" }).shown).toEqual([`${RULE}:1`, "suppression/expired:1"]);
  });
});

test("ordinary comments that mention the directive are none", () => {
  expect(lines("a = 1 # see isolint-ignore in the manual\nb = 2 # isolint-ignored\n", [1]).suppressed).toBe(
    0,
  );
});

describe("suppressions as data in a template", () => {
  const rule = "public-access/public-ip-on-compute";
  const template = (own: object, ofTemplate: object) =>
    JSON.stringify(
      {
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        metadata: { isolint: { ignore: ofTemplate } },
        resources: [
          {
            type: "Microsoft.Network/networkInterfaces",
            apiVersion: "2023-11-01",
            name: "nic",
            metadata: { isolint: { ignore: own } },
            properties: {
              ipConfigurations: [
                {
                  name: "x",
                  properties: {
                    publicIPAddress: { id: "[resourceId('Microsoft.Network/publicIPAddresses', 'pip')]" },
                  },
                },
              ],
            },
          },
        ],
      },
      undefined,
      2,
    );
  const judged = async (own: object, ofTemplate: object) => {
    const report = await lintText(
      { "main.json": template(own, ofTemplate) },
      { only: [rule, "suppression"] },
    );
    return [...report.findings.map((one) => one.rule), `${report.summary.suppressed} suppressed`];
  };

  test("in the resource's metadata, and in the template's by the resource's name", async () => {
    expect(await judged({}, {})).toEqual([rule, "0 suppressed"]);
    expect(await judged({ [rule]: "agreed" }, {})).toEqual(["1 suppressed"]);
    expect(await judged({}, { nic: { [rule]: "agreed" } })).toEqual(["1 suppressed"]);
    expect(await judged({}, { other: { [rule]: "agreed" } })).toEqual([rule, "0 suppressed"]);
  });

  test("a reason is asked for here too", async () => {
    expect(await judged({ [rule]: "" }, {})).toEqual(["suppression/without-reason", "1 suppressed"]);
  });
});
