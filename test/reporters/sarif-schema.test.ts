import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import { Ajv, type ValidateFunction } from "ajv";
import { type Format, reporters } from "../../src/reporters/index.ts";
import type { Finding, Report } from "../../src/rule/index.ts";
import { context, failure, hostileReport, reportOf } from "./report.ts";

const FORMAT: Format = "sarif";

/** The schema that OASIS publishes for SARIF 2.1.0 (errata 01 changed no constraint). */
function validator(): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  const isUri = (text: string, base?: string) => URL.canParse(text, base) && !/[\s<>"{}|\\^`]/.test(text);
  ajv.addFormat("uri", (text) => isUri(text));
  ajv.addFormat("uri-reference", (text) => isUri(text, "https://example.test/"));
  ajv.addFormat("date-time", (text) => !Number.isNaN(Date.parse(text)));
  // Draft 04 names itself by `id`; nothing else in this schema differs from what ajv reads.
  const { $schema: _, id: __, ...constraints } = schema;
  return ajv.compile(constraints);
}

const finding = (over: Partial<Finding>): Report => reportOf([{ ...failure, ...over }]);
const reports: readonly (readonly [string, Report])[] = [
  ["a failure", reportOf([failure])],
  ["nothing found", reportOf([])],
  ["what is not decided", finding({ verdict: "unknown" })],
  ["a resource without a name", finding({ subject: { ...failure.subject, name: null } })],
  ["no trace", finding({ trace: [] })],
  ["a rule that is not described", finding({ rule: "mine/own" })],
  [
    "a suppressed finding",
    finding({ suppressed: { reason: "agreed" } as NonNullable<Finding["suppressed"]> }),
  ],
  [
    "diagnostics with a place, a file, and neither",
    reportOf([], {
      diagnostics: [
        { severity: "error", code: "parse-error", message: "m", location: failure.location },
        { severity: "warning", code: "parse-error", message: "m", path: "a b/ü#.tf" },
        { severity: "info", code: "parse-error", message: "m" },
      ],
    }),
  ],
  ["a stranger's texts", hostileReport],
];

const validate = validator();

test.each(reports)("SARIF of %s is valid against its schema", async (_, report) => {
  validate(JSON.parse((await reporters[FORMAT]())(report, context)));
  expect(validate.errors ?? []).toEqual([]);
});

test("the schema is really applied: a column of 0 and a path that is no URI are refused", async () => {
  const log = JSON.parse((await reporters[FORMAT]())(reportOf([failure]), context));
  const [{ physicalLocation }] = log.runs[0].results[0].locations;
  physicalLocation.region.startColumn = 0;
  physicalLocation.artifactLocation.uri = "a b";
  validate(log);
  expect(validate.errors?.map(({ instancePath }) => instancePath.split("/").at(-1))).toEqual([
    "uri",
    "startColumn",
  ]);
});
