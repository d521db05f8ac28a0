import type { Diagnostic } from "../../../source/index.ts";
import { spanOf } from "../syntax/index.ts";
import type { Module, ModuleCall } from "./module.ts";

/** Arguments of a module call that are Terraform's own. */
export const CALL_META: ReadonlySet<string> = new Set([
  "source",
  "version",
  "count",
  "for_each",
  "providers",
  "depends_on",
]);

/** A call must hand in what has no default, and nothing that the module does not ask for. */
export function argumentMistakes(call: ModuleCall, target: Module): readonly Diagnostic[] {
  const mistakes: Diagnostic[] = [];
  for (const [argument, { file, node }] of call.body.attributes) {
    if (CALL_META.has(argument) || target.variables.has(argument)) continue;
    const message = `Module \`${call.name}\` has no variable \`${argument}\`.`;
    mistakes.push({
      severity: "error",
      code: "unknown-argument",
      message,
      span: spanOf(file, node.nameRange),
    });
  }
  const missing = [...target.variables].filter(
    ([variable, { body }]) => !body.attributes.has("default") && !call.body.attributes.has(variable),
  );
  if (missing.length > 0 && !call.body.broken) {
    const names = missing.map(([variable]) => `\`${variable}\``);
    mistakes.push({
      severity: "error",
      code: "missing-argument",
      message: `Module \`${call.name}\` needs ${names.length === 1 ? "a value" : "values"} for ${enumerated(names)}.`,
      span: spanOf(call.file, call.block.header),
    });
  }
  return mistakes;
}

function enumerated(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
