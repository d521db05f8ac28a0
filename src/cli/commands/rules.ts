import { builtInRules } from "../../../rules/index.ts";
import { suppressionRules } from "../../engine/index.ts";
import type { Level, RuleMeta } from "../../rule/index.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Terminal } from "../output.ts";
import { type Flags, oneOf, parseFlags, UsageError } from "../usage.ts";

export const rulesFlags = {
  format: { type: "string", short: "f", value: "<format>", help: "text (default), json or markdown" },
} as const satisfies Flags;

type ListedRule = RuleMeta & { readonly id: string };

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

/** The built-in rules and the engine's own, by id. */
export function allRules(): readonly ListedRule[] {
  const rules: ListedRule[] = [...builtInRules, ...Object.values(suppressionRules)];
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
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

function text(rules: readonly ListedRule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(
    (rule) => `${rule.id.padEnd(width)}  ${rule.levels.recommended.padEnd(7)}  ${rule.title}\n`,
  );
  return `${"rule".padEnd(width)}  level    what it finds\n${lines.join("")}`;
}

function json(rules: readonly ListedRule[]): string {
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

function markdown(rules: readonly ListedRule[]): string {
  const rows = rules.map((rule) => {
    const { recommended, strict, hybrid } = levelsOf(rule);
    return `| [\`${rule.id}\`](../rules/${rule.id}/README.md) | ${rule.title} | ${recommended} | ${strict} | ${hybrid} |\n`;
  });
  return `| Rule | What it finds | recommended | strict | hybrid |\n|---|---|---|---|---|\n${rows.join("")}`;
}
