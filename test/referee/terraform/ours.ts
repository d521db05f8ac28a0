import { terraform } from "../../../src/languages/terraform/index.ts";
import { contains, MemoryReader } from "../../../src/source/index.ts";
import { isWhollyKnown, toPlain } from "../../../src/value/index.ts";
import type { Answer } from "./oracle.ts";
import { PREAMBLE } from "./preamble.ts";

/** Evaluates expressions over the preamble as isolint does: as outputs of one configuration. */
export async function evaluateExpressions(expressions: readonly string[]): Promise<readonly Answer[]> {
  return outputsOf(
    `${PREAMBLE}\n${expressions.map((one, at) => `output "o${at}" {\n  value = ${one}\n}\n`).join("")}`,
    expressions.length,
  );
}

export async function evaluateConversions(
  cases: readonly (readonly [type: string, value: string])[],
): Promise<readonly Answer[]> {
  const text = cases.map(
    ([type, value], at) =>
      `variable "v${at}" {\n  type = ${type}\n  default = ${value}\n}\noutput "o${at}" {\n  value = var.v${at}\n}\n`,
  );
  return outputsOf(text.join(""), cases.length);
}

async function outputsOf(text: string, count: number): Promise<readonly Answer[]> {
  const session = terraform.open(new MemoryReader({ "main.tf": text }));
  const { outputs, diagnostics } = await session.evaluate({ language: "terraform", path: "." });
  const places = placesOf(text);
  const mistaken = new Set<string>();
  for (const { severity, span } of diagnostics) {
    if (severity !== "error" || !span) continue;
    for (const [name, place] of places) if (contains({ file: span.file, ...place }, span)) mistaken.add(name);
  }
  return Array.from({ length: count }, (_, at): Answer => {
    const value = outputs.get(`o${at}`);
    if (mistaken.has(`o${at}`) || !value) return "error";
    return isWhollyKnown(value) ? { value: toPlain(value) } : "unknown";
  });
}

/** Where each output is written; a variable counts to the output of the same number. */
function placesOf(
  text: string,
): readonly (readonly [name: string, place: { readonly start: number; readonly end: number }])[] {
  const starts = [...text.matchAll(/^(?:output|variable) "[ov](\d+)" \{$/gm)];
  return starts.map((found, at) => [
    `o${found[1]}`,
    { start: found.index, end: starts[at + 1]?.index ?? text.length },
  ]);
}
