import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sameAnswer } from "./compare.ts";
import type { Patterns } from "./generate.ts";
import type { Answer } from "./oracle.ts";

/** Recorded answers and what they were asked for, below the project's root. */
const FOLDER = "fixtures/languages/terraform/referee";

/** A case with Terraform's answer; a type constraint's case is `type <- value`. */
export interface Case {
  readonly expression: string;
  readonly answer: Answer;
}

/** The lines of a list of cases, without remarks. */
export function readLines(name: string): readonly string[] {
  return readFileSync(join(FOLDER, name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

export function readPatterns(): Patterns {
  return JSON.parse(readFileSync(join(FOLDER, "patterns.json"), "utf8")) as Patterns;
}

/** `[expression, value]`, or `[expression]` where Terraform refuses it: one case a line. */
export function readCases(name: string): readonly Case[] {
  const rows = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as readonly (readonly [
    string,
    unknown?,
  ])[];
  return rows.map((row) => ({ expression: row[0], answer: row.length === 1 ? "error" : { value: row[1] } }));
}

/** What only Terraform's run knows is left out: there is nothing to compare. */
export function writeCases(name: string, cases: readonly Case[]): void {
  const rows = cases.flatMap(({ expression, answer }) => {
    if (answer === "unknown") return [];
    return [JSON.stringify(answer === "error" ? [expression] : [expression, answer.value])];
  });
  writeFileSync(join(FOLDER, name), `[\n${rows.join(",\n")}\n]\n`);
}

/** Cases in which isolint is known to answer otherwise, with the reason. */
export function readDifferences(): ReadonlyMap<string, string> {
  const rows = JSON.parse(readFileSync(join(FOLDER, "differences.json"), "utf8")) as Record<
    string,
    readonly string[]
  >;
  return new Map(
    Object.entries(rows).flatMap(([reason, expressions]) =>
      expressions.map((one): [string, string] => [one, reason]),
    ),
  );
}

/** The cases that are answered otherwise, as lines to read. */
export function differencesBetween(
  cases: readonly Case[],
  ours: readonly Answer[],
): readonly { readonly expression: string; readonly text: string }[] {
  return cases.flatMap(({ expression, answer }, at) => {
    const own = ours[at] ?? "error";
    return answer === "unknown" || sameAnswer(answer, own)
      ? []
      : [
          {
            expression,
            text: `${expression}\n  Terraform  ${describeAnswer(answer)}\n  isolint    ${describeAnswer(own)}`,
          },
        ];
  });
}

function describeAnswer(answer: Answer): string {
  return typeof answer === "string" ? answer : JSON.stringify(answer.value);
}

/** The type and the value of a case of conversion. */
export function splitConversion(line: string): readonly [type: string, value: string] {
  const at = line.indexOf(" <- ");
  return [line.slice(0, at), line.slice(at + 4)];
}
