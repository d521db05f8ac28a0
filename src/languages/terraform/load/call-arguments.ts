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
  for (const [variable, declaration] of target.variables) {
    if (declaration.body.attributes.has("default") || call.body.attributes.has(variable) || call.body.broken)
      continue;
    const message = `Module \`${call.name}\` needs a value for \`${variable}\`.`;
    mistakes.push({
      severity: "error",
      code: "missing-argument",
      message,
      span: spanOf(call.file, call.block.header),
    });
  }
  return mistakes;
}
