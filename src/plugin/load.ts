import { Ajv } from "ajv";
import { parseConfig } from "../config/index.ts";
import type { Rule } from "../rule/index.ts";
import { type Diagnostic, Diagnostics, type Reader } from "../source/index.ts";
import { type DeclaredRule, ruleFrom } from "./declarative.ts";
import { declarativeSchema } from "./schema.ts";

export interface LoadedRules {
  readonly rules: readonly Rule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a file of declarative rules. It is data: nothing in it runs, so that it may come from anywhere in the repository. */
export async function loadDeclarativeRules(path: string, reader: Reader): Promise<LoadedRules> {
  const diagnostics = new Diagnostics();
  const file = reader.read(path);
  if (typeof file === "string") {
    diagnostics.add({
      severity: "error",
      code: "plugin-unreadable",
      message: `The rules '${path}' cannot be read (${file}).`,
      path,
    });
    return { rules: [], diagnostics: diagnostics.all };
  }
  const parsed = await parseConfig(file);
  for (const one of parsed.diagnostics) diagnostics.add(one);
  const ajv = new Ajv({ allErrors: true, strict: false });
  if (parsed.diagnostics.length === 0 && !ajv.validate(declarativeSchema, parsed.data)) {
    for (const { instancePath, message } of ajv.errors ?? []) {
      const steps = instancePath
        .split("/")
        .slice(1)
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
      const at = parsed.spanOf(
        steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        "value",
      );
      diagnostics.error("plugin-invalid", `'${steps.at(-1) ?? path}' ${message ?? "is not right"}.`, at);
    }
  }
  if (diagnostics.all.length > 0) return { rules: [], diagnostics: diagnostics.all };
  const { rules } = parsed.data as { readonly rules: Readonly<Record<string, DeclaredRule>> };
  return { rules: Object.entries(rules).map(([id, declared]) => ruleFrom(id, declared)), diagnostics: [] };
}
