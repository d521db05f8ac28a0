import { terraform } from "../../../src/languages/terraform/index.ts";
import type { EvaluatedStack, RawResource, StackInputs } from "../../../src/model/index.ts";
import { type Diagnostic, MemoryReader, spanText } from "../../../src/source/index.ts";
import { describe as rendered, type Value } from "../../../src/value/index.ts";

type Files = Readonly<Record<string, string>>;

/** Evaluates the module in the top folder of some files in memory. */
export async function evaluated(
  files: Files | string,
  inputs: StackInputs = {},
  path = ".",
): Promise<EvaluatedStack> {
  const reader = new MemoryReader(typeof files === "string" ? { "main.tf": files } : files);
  return await terraform.open(reader).evaluate({ language: "terraform", path }, inputs);
}

/** The value of an output, rendered as plain data where it is known and as text where it is not. */
export async function output(
  source: Files | string,
  name = "it",
  inputs: StackInputs = {},
): Promise<unknown> {
  const stack = await evaluated(source, inputs);
  const mistakes = stack.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (mistakes.length > 0) throw new Error(mistakes.map(shown).join("\n"));
  return plain(stack.outputs.get(name) as Value);
}

/** A value as data: unknown parts as text in `«»`, choices as `{ if, then, else }`, what is missing as undefined. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case "absent":
      return undefined;
    case "literal":
      return value.value;
    case "list":
      return [...value.items.map(plain), ...(value.rest ? [`...«${rendered(value.rest)}»`] : [])];
    case "object": {
      const entries = [...value.entries].map(([key, entry]) => [key, plain(entry)]);
      return Object.fromEntries(value.rest ? [...entries, ["...", `«${rendered(value.rest)}»`]] : entries);
    }
    case "choice":
      return { if: rendered(value.condition), then: plain(value.then), else: plain(value.otherwise) };
    default:
      return `«${rendered(value)}»`;
  }
}

export function resource(stack: EvaluatedStack, address: string): RawResource {
  const found = stack.resources.find((one) => one.address === address);
  if (!found) throw new Error(`no ${address} among ${stack.resources.map((one) => one.address).join(", ")}`);
  return found;
}

/** A diagnostic as `severity code at <text>: message`. */
export function shown({ severity, code, message, span, path }: Diagnostic): string {
  const place = span
    ? `${span.file.path}:${span.file.position(span.start).line} ${spanText(span)}`
    : (path ?? "");
  return `${severity} ${code} at ${place}: ${message}`;
}
