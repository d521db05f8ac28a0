import type { Diagnostics, Reader } from "../../../source/index.ts";
import { appliedSymbol, describe, literal, readThrough, type Value } from "../../../value/index.ts";
import type { Evaluator } from "../core/evaluate.ts";
import { JsonLowering } from "./lower.ts";
import { propertiesOf, propertyOf, readJson, spanOf } from "./read.ts";

/** Values of a JSON parameter file by lower-case name; a Key Vault reference is a symbol. Undefined when it cannot be read. */
export function readParameters(
  path: string,
  reader: Reader,
  evaluator: Evaluator,
  diagnostics: Diagnostics,
): ReadonlyMap<string, Value> | undefined {
  const file = reader.read(path);
  if (typeof file === "string") {
    diagnostics.add({
      severity: "error",
      code: "unreadable-file",
      message: `The parameter file cannot be read (${file}).`,
      path,
    });
    return undefined;
  }
  const document = readJson(file);
  for (const diagnostic of document.diagnostics) diagnostics.add(diagnostic);
  const lowering = new JsonLowering(file, diagnostics, "literal");
  const values = new Map<string, Value>();
  for (const { key, value, node } of propertiesOf(propertyOf(document.root, "parameters"))) {
    const span = spanOf(file, node);
    const written = propertyOf(value, "value");
    const given = written
      ? evaluator.evaluate(lowering.expression(written))
      : appliedSymbol("reference", [literal(path), literal(key)], `the secret for '${key}'`, {
          reason: "function",
          sensitive: true,
        });
    values.set(
      key.toLowerCase(),
      given.sensitive ? given : readThrough(given, { kind: "input", span, label: describeFile(path) }),
    );
  }
  return values;
}

function describeFile(path: string): string {
  return describe(literal(path)).slice(1, -1);
}
