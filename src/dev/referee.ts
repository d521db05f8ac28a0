import { generateExpressions } from "../../test/referee/terraform/generate.ts";
import {
  differencesBetween,
  readDifferences,
  readLines,
  readPatterns,
  splitConversion,
  writeCases,
} from "../../test/referee/terraform/golden.ts";
import { Terraform } from "../../test/referee/terraform/oracle.ts";
import { evaluateConversions, evaluateExpressions } from "../../test/referee/terraform/ours.ts";

/** Seeds and number of the generated expressions that are recorded. */
const RECORDED = { seeds: [1, 2, 3], each: 800 };

/**
 * `npm run referee -- [--seed N] [--count N]` compares isolint with Terraform on generated expressions;
 * `npm run referee -- --record` has Terraform answer all recorded cases anew.
 */
async function main(args: readonly string[]): Promise<number> {
  const option = (name: string, otherwise: number): number =>
    Number(args[args.indexOf(`--${name}`) + 1] ?? otherwise) || otherwise;
  const terraform = Terraform.start();
  if (!terraform) {
    console.log("Skipped: there is no `terraform` on this machine to ask.");
    return 0;
  }
  try {
    if (args.includes("--record")) return await record(terraform);
    const seed = args.includes("--seed") ? option("seed", 1) : Date.now() % 1_000_000;
    const expressions = generateExpressions(
      readPatterns(),
      seed,
      args.includes("--count") ? option("count", 1000) : 1000,
    );
    console.log(`${expressions.length} expressions, seed ${seed}.`);
    return report(expressions, terraform.expressions(expressions), await evaluateExpressions(expressions));
  } finally {
    terraform.stop();
  }
}

type Answers = ReturnType<Terraform["expressions"]>;

function report(expressions: readonly string[], theirs: Answers, ours: Answers): number {
  const known = readDifferences();
  const cases = expressions.map((expression, at) => ({ expression, answer: theirs[at] ?? "error" }));
  const differences = differencesBetween(cases, ours).filter(({ expression }) => !known.has(expression));
  for (const { text } of differences) console.log(text);
  console.log(differences.length === 0 ? "No difference." : `${differences.length} answered otherwise.`);
  return differences.length === 0 ? 0 : 1;
}

async function record(terraform: Terraform): Promise<number> {
  const examples = readLines("examples.txt");
  const patterns = readPatterns();
  const generated = [
    ...new Set(RECORDED.seeds.flatMap((seed) => generateExpressions(patterns, seed, RECORDED.each))),
  ];
  let failed = 0;
  for (const [name, expressions] of [
    ["examples.json", examples],
    ["generated.json", generated],
  ] as const) {
    const answers = terraform.expressions(expressions);
    writeCases(
      name,
      expressions.map((expression, at) => ({ expression, answer: answers[at] ?? "error" })),
    );
    failed += report(expressions, answers, await evaluateExpressions(expressions));
  }
  const lines = readLines("conversions.txt");
  const conversions = lines.map(splitConversion);
  const answers = terraform.conversions(conversions);
  writeCases(
    "conversions.json",
    lines.map((expression, at) => ({ expression, answer: answers[at] ?? "error" })),
  );
  failed += report(lines, answers, await evaluateConversions(conversions));
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
