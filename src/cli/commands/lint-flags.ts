import { LEVELS, PRESETS, type RuleEntry } from "../../config/index.ts";
import { type Format, reporters } from "../../reporters/index.ts";
import type { Level, Preset, Severity } from "../../rule/index.ts";
import { type Flags, oneOf, type ParsedFlags, UsageError } from "../usage.ts";

/** Flags that say what is read and how: every command that evaluates stacks takes them. */
export const inputFlags = {
  config: { type: "string", short: "c", value: "<file>", help: "use this configuration and no other" },
  "no-config": { type: "boolean", help: "use no configuration file" },
  "var-file": {
    type: "string",
    multiple: true,
    value: "<file[,file]>",
    help: "Terraform variable file, or several of which later ones win; each flag is a scenario",
  },
  var: {
    type: "string",
    multiple: true,
    value: "<name=value>",
    help: "Terraform variable (repeatable, wins over files)",
  },
  parameters: {
    type: "string",
    multiple: true,
    value: "<file>",
    help: "ARM parameter file or .bicepparam file; each flag is a scenario",
  },
  language: { type: "string", value: "<language>", help: "only read terraform, arm, bicep or plan" },
  "stdin-filename": {
    type: "string",
    value: "<path>",
    help: "with the path `-`: what standard input is called",
  },
} as const satisfies Flags;

/** Flags that say how a report is written. */
export const reportFlags = {
  format: {
    type: "string",
    short: "f",
    multiple: true,
    value: "<format[:file]>",
    help: `${Object.keys(reporters).join(", ")}; with :file into a file (repeatable)`,
  },
  output: { type: "string", short: "o", value: "<file>", help: "write the report into a file" },
  "fail-on": {
    type: "string",
    value: "<severity>",
    help: "exit code 1 from this severity on: error (default), warning, info, none",
  },
  quiet: { type: "boolean", help: "show only errors, and no summary" },
  color: { type: "boolean", help: "paint, also where no terminal reads" },
  "no-color": { type: "boolean", help: "do not paint" },
} as const satisfies Flags;

export const lintFlags = {
  ...reportFlags,
  ...inputFlags,
  rule: {
    type: "string",
    multiple: true,
    value: "<id=level>",
    help: "set a rule or family/* to off, info, warning or error (repeatable)",
  },
  only: {
    type: "string",
    multiple: true,
    value: "<id|family>",
    help: "run only these rules or families (commas between them, or repeatable)",
  },
  preset: { type: "string", value: "<preset>", help: "recommended (default), strict or hybrid" },
  "show-unknown": { type: "boolean", help: "also show what could not be decided, and why" },
  "show-passes": { type: "boolean", help: "also show what was checked and is right" },
  "show-suppressed": { type: "boolean", help: "also show what comments silence" },
  baseline: { type: "string", value: "<file>", help: "leave alone what this file lists" },
  "update-baseline": { type: "boolean", help: "write what is found into the baseline" },
  "changed-since": {
    type: "string",
    value: "<git ref>",
    help: "report only stacks in which a file changed",
  },
  shard: {
    type: "string",
    value: "<i/n>",
    help: "check the i-th of n parts of the stacks; `isolint merge` joins the reports",
  },
  jobs: { type: "string", value: "<n>", help: "threads at most (default: as many as processors)" },
  stats: { type: "boolean", help: "print how long each step took" },
} as const satisfies Flags;

export type ReportFlagValues = ParsedFlags<typeof reportFlags>["values"];
export type LintFlagValues = ParsedFlags<typeof lintFlags>["values"];

/** A report to write: its format, and the file it goes to; standard output when there is none. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

const FORMATS = Object.keys(reporters) as readonly Format[];

/** The reports that are asked for; that of the CI system, else stylish, when none is. */
export function outputsOf(values: ReportFlagValues, ofCi: Format | undefined): readonly Output[] {
  const written = values.format ?? [ofCi ?? "stylish"];
  const outputs = written.map((one): Output => {
    const colon = one.indexOf(":");
    const format = oneOf("format", colon === -1 ? one : one.slice(0, colon), FORMATS);
    return colon === -1 ? { format } : { format, file: one.slice(colon + 1) };
  });
  if (values.output === undefined) return outputs;
  const [first, second] = outputs.filter(({ file }) => file === undefined);
  if (!first || second)
    throw new UsageError("--output is for one format; write `-f <format>:<file>` for several.");
  return outputs.map((one) => (one === first ? { ...one, file: values.output as string } : one));
}

const FAIL_ON: readonly (Severity | "none")[] = ["error", "warning", "info", "none"];

export function failOn(values: { readonly "fail-on"?: string }): Severity | "none" {
  return oneOf("fail-on", values["fail-on"] ?? "error", FAIL_ON);
}

export function presetFlag(values: { readonly preset?: string }): Preset | undefined {
  return values.preset === undefined ? undefined : oneOf("preset", values.preset, PRESETS);
}

/** `--rule id=level`, as a configuration would write it. Whether there is such a rule is for the caller to check. */
export function ruleFlags(values: LintFlagValues): Readonly<Record<string, RuleEntry>> {
  const entries: Record<string, Level> = Object.create(null);
  for (const one of values.rule ?? []) {
    const equals = one.indexOf("=");
    if (equals === -1) throw new UsageError(`--rule takes <id>=<level>, for example --rule ${one}=warning.`);
    entries[one.slice(0, equals)] = oneOf("rule", one.slice(equals + 1), LEVELS);
  }
  return entries;
}
