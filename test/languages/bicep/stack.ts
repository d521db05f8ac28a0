import { bicep } from "../../../src/languages/bicep/index.ts";
import type { EvaluatedStack, FrontendOptions, RawResource } from "../../../src/model/index.ts";
import { type Diagnostic, locationOf, MemoryReader } from "../../../src/source/index.ts";
import { describe, follow, isWhollyKnown, toPlain, type Value } from "../../../src/value/index.ts";

/** Evaluates `main.bicep` among other files. */
export async function evaluate(
  main: string,
  others: Readonly<Record<string, string>> = {},
  parameters: readonly string[] = [],
  options: FrontendOptions = {},
): Promise<EvaluatedStack> {
  const session = bicep.open(new MemoryReader({ "main.bicep": main, ...others }), options);
  return session.evaluate({ language: "bicep", path: "main.bicep" }, { parameters });
}

/** The same of a text in which nothing may be wrong. */
export async function deployed(...args: Parameters<typeof evaluate>): Promise<EvaluatedStack> {
  const stack = await evaluate(...args);
  for (const { body } of stack.resources) show(body);
  expect(stack.diagnostics.map(told)).toEqual([]);
  return stack;
}

export function told({ code, message, span }: Diagnostic): string {
  const at = span ? locationOf(span) : undefined;
  return `${at ? `${at.path}:${at.start.line}` : ""} ${code}: ${message}`;
}

export function resource(stack: EvaluatedStack, address: string): RawResource {
  const found = stack.resources.find((one) => one.address === address);
  if (!found) throw new Error(`no ${address} among ${stack.resources.map((one) => one.address).join(", ")}`);
  return found;
}

/** A property as plain data where it is known, otherwise as a message would show it. */
export function property(stack: EvaluatedStack, address: string, path: string): unknown {
  return show(follow(resource(stack, address).body, path));
}

/** An output likewise. */
export function output(stack: EvaluatedStack, name: string): unknown {
  const value = stack.outputs.get(name);
  return value && show(value);
}

export function show(value: Value): unknown {
  return isWhollyKnown(value) ? toPlain(value) : `<${describe(value, 6)}>`;
}
