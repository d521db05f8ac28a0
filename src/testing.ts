/** The test kit, `isolint/testing`: lint texts in memory, and run a rule's page. */
import { builtInRules } from "../rules/index.ts";
import { lint } from "./lint/index.ts";
import type { AnyRuleDefinition, Finding, Preset, Report, Rule } from "./rule/index.ts";
import { MemoryReader } from "./source/index.ts";

export {
  type PageExample,
  type PageMistake,
  parsePage,
  type RulePage,
  runPage,
  withOutputs,
} from "./page/index.ts";
export type { Finding, Report } from "./rule/index.ts";

export interface LintTextOptions {
  /** Rules by id, `family/name`; the built-in ones when left out. */
  readonly rules?: Readonly<Record<string, AnyRuleDefinition>>;
  /** Only these rules and families run. */
  readonly only?: readonly string[];
  readonly preset?: Preset;
  /** Text of a configuration in YAML or JSON. */
  readonly config?: string;
  /** Terraform variable files among the texts; each is a scenario. */
  readonly varFiles?: readonly string[];
  /** Parameter files among the texts; each is a scenario. */
  readonly parameters?: readonly string[];
  /** The day of the run, `YYYY-MM-DD`; 2026-01-01 when left out. */
  readonly today?: string;
  /** What is looked at; everything when left out. */
  readonly paths?: readonly string[];
}

/** Lints texts by path, as if they lay in the current folder. Unknown verdicts and passes are among the findings. */
export async function lintText(
  files: Readonly<Record<string, string>>,
  options: LintTextOptions = {},
): Promise<Report> {
  const { rules, only, preset, config, varFiles, parameters, today = "2026-01-01", paths = [] } = options;
  const { report } = await lint({
    reader: new MemoryReader(config === undefined ? files : { ...files, "isolint.config.yaml": config }),
    paths,
    rules: rules
      ? Object.entries(rules).map(([id, definition]): Rule => ({ ...definition, id }))
      : builtInRules,
    flags: { ...(only && { only }), ...(preset && { preset }) },
    inputs: {
      ...(varFiles && { varFiles: varFiles.map((file) => [file]) }),
      ...(parameters && { parameters }),
    },
    show: { showUnknown: true, showPasses: true },
    today,
  });
  return report;
}

/** The findings of one rule and verdict. */
export function findingsOf(
  report: Report,
  rule: string,
  verdict: Finding["verdict"] = "fail",
): readonly Finding[] {
  return report.findings.filter((finding) => finding.rule === rule && finding.verdict === verdict);
}
