import {
  differencesBetween,
  readCases,
  readDifferences,
  splitConversion,
} from "../../../referee/terraform/golden.ts";
import type { Answer } from "../../../referee/terraform/oracle.ts";
import { evaluateConversions, evaluateExpressions } from "../../../referee/terraform/ours.ts";

const known = readDifferences();

/** Every recorded case is answered as Terraform answered it, and the known differences still are some. */
async function expectTerraformsAnswers(
  name: string,
  evaluate: (expressions: readonly string[]) => Promise<readonly Answer[]>,
) {
  const cases = readCases(name);
  const differences = differencesBetween(cases, await evaluate(cases.map((one) => one.expression)));
  expect(differences.filter(({ expression }) => !known.has(expression)).map(({ text }) => text)).toEqual([]);
  const differing = new Set(differences.map(({ expression }) => expression));
  const mended = cases.filter(({ expression }) => known.has(expression) && !differing.has(expression));
  expect(mended.map(({ expression }) => expression)).toEqual([]);
}

describe("Terraform's own answers, recorded", () => {
  it("are the answers to calls of every function", () =>
    expectTerraformsAnswers("examples.json", evaluateExpressions));

  it("are the answers to expressions of all kinds", () =>
    expectTerraformsAnswers("generated.json", evaluateExpressions));

  it("are the values of variables with a type", () =>
    expectTerraformsAnswers("conversions.json", (lines) => evaluateConversions(lines.map(splitConversion))));
});
