import type { ReportedRule } from "../../reporters/index.ts";
import type { Level, RuleMeta } from "../../rule/index.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { allRules } from "../known-rules.ts";
import type { Terminal } from "../output.ts";
import { type Flags, oneOf, parseFlags, UsageError } from "../usage.ts";

export const rulesFlags = {
  format: { type: "string", short: "f", value: "<format>", help: "text (default), json or markdown" },
} as const satisfies Flags;

const FORMATS = { text, json, markdown } as const;

/** `isolint rules`: every rule with its levels. */
export function rulesCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const { values, paths } = parseFlags(args, rulesFlags);
  if (paths.length > 0)
    throw new UsageError("`isolint rules` takes no paths; `isolint explain <rule>` shows one rule.");
  const format = oneOf("format", values.format ?? "text", Object.keys(FORMATS) as (keyof typeof FORMATS)[]);
  terminal.out(FORMATS[format](allRules()));
  return EXIT.clean;
}

function levelsOf({ levels }: RuleMeta): {
  readonly recommended: Level;
  readonly strict: Level;
  readonly hybrid: Level;
} {
  return {
    recommended: levels.recommended,
    strict: levels.strict,
    hybrid: levels.hybrid ?? levels.recommended,
  };
}

function text(rules: readonly ReportedRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(
    (rule) => `${rule.id.padEnd(width)}  ${rule.levels.recommended.padEnd(7)}  ${rule.title}\n`,
  );
  return `${"rule".padEnd(width)}  level    what it finds\n${lines.join("")}`;
}

function json(rules: readonly ReportedRule[]): string {
  const listed = rules.map((rule) => ({
    id: rule.id,
    title: rule.title,
    levels: levelsOf(rule),
    why: rule.why,
    remedy: rule.remedy,
    links: rule.links,
    controls: rule.controls,
    ...(rule.options && { options: rule.options }),
  }));
  return `${JSON.stringify({ version: 1, rules: listed }, undefined, 2)}\n`;
}

function markdown(rules: readonly ReportedRule[]): string {
  const rows = rules.map((rule) => {
    const { recommended, strict, hybrid } = levelsOf(rule);
    return `| [\`${rule.id}\`](../rules/${rule.id}/README.md) | ${rule.title} | ${recommended} | ${strict} | ${hybrid} |\n`;
  });
  return `| Rule | What it finds | recommended | strict | hybrid |\n|---|---|---|---|---|\n${rows.join("")}`;
}
