import { Ajv, type ErrorObject } from "ajv";
import { type Diagnostic, Diagnostics, didYouMean } from "../source/index.ts";
import { type ConfigData, LEVELS, type RuleEntries, type RuleEntry } from "./data.ts";
import type { ConfigPath, ParsedConfig } from "./parse/index.ts";
import { type ConfigurableRule, validationSchema } from "./schema.ts";

export interface ValidatedConfig {
  /** What is right in it: top-level keys and rules with mistakes are left out. */
  readonly data: ConfigData;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a parsed configuration: shape, names of rules and families, options. */
export function validateConfig(
  parsed: ParsedConfig,
  rules: ReadonlyMap<string, ConfigurableRule>,
): ValidatedConfig {
  const diagnostics = new Diagnostics();
  for (const one of parsed.diagnostics) diagnostics.add(one);
  if (parsed.data === undefined || parsed.data === null) return { data: {}, diagnostics: diagnostics.all };
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
  const wrong = new Set<string>();
  if (!ajv.validate(validationSchema, parsed.data)) {
    for (const error of worthTelling(ajv.errors ?? [])) {
      const { path, part, message } = describeError(error);
      wrong.add(String(path[0] ?? ""));
      diagnostics.error("config-invalid", message, parsed.spanOf(path, part));
    }
  }
  if (wrong.has("") || typeof parsed.data !== "object") return { data: {}, diagnostics: diagnostics.all };
  const right: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(parsed.data)) if (!wrong.has(key)) right[key] = value;
  const data = right as ConfigData;
  const check = (entries: RuleEntries, at: ConfigPath): RuleEntries =>
    checkRules(entries, at, { parsed, rules, ajv, diagnostics });
  return {
    data: {
      ...data,
      ...(data.rules && { rules: check(data.rules, ["rules"]) }),
      ...(data.overrides && {
        overrides: data.overrides.map((one, at) => ({
          ...one,
          rules: check(one.rules, ["overrides", at, "rules"]),
        })),
      }),
    },
    diagnostics: diagnostics.all,
  };
}

interface RuleCheck {
  readonly parsed: ParsedConfig;
  readonly rules: ReadonlyMap<string, ConfigurableRule>;
  readonly ajv: Ajv;
  readonly diagnostics: Diagnostics;
}

function checkRules(entries: RuleEntries, at: ConfigPath, context: RuleCheck): RuleEntries {
  const right: Record<string, RuleEntry> = Object.create(null);
  for (const [name, entry] of Object.entries(entries)) {
    if (checkRule(name, entry, [...at, name], context)) right[name] = entry;
  }
  return right;
}

function checkRule(name: string, entry: unknown, at: ConfigPath, context: RuleCheck): boolean {
  const { parsed, rules, ajv, diagnostics } = context;
  const rule = rules.get(name);
  const families = new Set([...rules.keys()].map((id) => `${id.slice(0, id.indexOf("/"))}/*`));
  if (!rule && name !== "*" && !families.has(name)) {
    const names = name.endsWith("*") ? families : rules.keys();
    diagnostics.error(
      "config-unknown-rule",
      `There is no rule '${name}'${didYouMean(name, names)}`,
      parsed.spanOf(at, "key"),
    );
    return false;
  }
  const [level, options] = Array.isArray(entry) ? entry : [entry];
  if (!LEVELS.includes(level) || (Array.isArray(entry) && entry.length !== 2)) {
    const message = `The setting of '${name}' must be one of ${LEVELS.join(", ")}, or a list of one of these and an object of options.`;
    diagnostics.error("config-invalid", message, parsed.spanOf(at, "value"));
    return false;
  }
  if (options === undefined) return true;
  if (!rule?.options) {
    diagnostics.error("config-invalid", `'${name}' has no options.`, parsed.spanOf([...at, 1], "value"));
    return false;
  }
  if (ajv.validate(rule.options, options)) return true;
  for (const error of worthTelling(ajv.errors ?? [])) {
    const { path, part, message } = describeError(error);
    diagnostics.error("config-invalid", message, parsed.spanOf([...at, 1, ...path], part));
  }
  return false;
}

/** Errors that only sum up others are left out. */
function worthTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors.filter(
    ({ keyword }) => !["anyOf", "oneOf", "if", "not"].includes(keyword) || errors.length === 1,
  );
}

interface DescribedError {
  readonly path: ConfigPath;
  readonly part: "key" | "value";
  readonly message: string;
}

function describeError(error: ErrorObject): DescribedError {
  const path = pointerPath(error.instancePath);
  const name =
    path.length === 0
      ? "The configuration"
      : `'${path.filter((step) => typeof step === "string").at(-1) ?? path.at(-1)}'`;
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return { path: [...path, key], part: "key", message: `Unknown key '${key}'${didYouMean(key, known)}` };
    }
    case "enum": {
      const allowed = (error.params.allowedValues as readonly unknown[]).map(String);
      const hint = didYouMean(String(error.data), allowed);
      return { path, part: "value", message: `${name} must be one of ${allowed.join(", ")}${hint}` };
    }
    case "required":
      return { path, part: "value", message: `${name} lacks '${String(error.params.missingProperty)}'.` };
    default:
      return { path, part: "value", message: `${name} ${error.message ?? "is not right"}.` };
  }
}

/** A JSON pointer as a path: no key of a configuration is a number, so numbers are positions. */
function pointerPath(pointer: string): ConfigPath {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
