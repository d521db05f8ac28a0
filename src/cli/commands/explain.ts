import { readFileSync } from "node:fs";
import { join } from "node:path";
import { didYouMean } from "../../source/index.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { allRules } from "../known-rules.ts";
import type { Terminal } from "../output.ts";
import { parseFlags, UsageError } from "../usage.ts";

/** `isolint explain <rule>`: the rule's page with its levels, options and sources. */
export function explainCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const { paths } = parseFlags(args, {});
  const [id, more] = paths;
  if (id === undefined || more !== undefined)
    throw new UsageError("`isolint explain` takes one rule: `isolint explain <rule>`.");
  const rules = allRules();
  const rule = rules.find((one) => one.id === id);
  if (!rule)
    throw new UsageError(
      `There is no rule '${id}'${didYouMean(
        id,
        rules.map((one) => one.id),
      )} \`isolint rules\` lists them.`,
    );
  const { recommended, strict, hybrid = recommended } = rule.levels;
  const controls = Object.entries(rule.controls).flatMap(([name, sections]) =>
    (sections ?? []).map((section: string) => `${name.toUpperCase()} ${section}`),
  );
  const facts = [
    `Levels: ${recommended} (recommended), ${strict} (strict), ${hybrid} (hybrid)`,
    ...(controls.length > 0 ? [`Controls: ${controls.join(", ")}`] : []),
    ...(rule.options ? [`Options: ${JSON.stringify(rule.options.properties ?? {})}`] : []),
    ...rule.links,
  ];
  terminal.out(`${pageOf(id, terminal).trimEnd()}\n\n${facts.join("\n")}\n`);
  return EXIT.clean;
}

/** The page as it lies in the package. */
function pageOf(id: string, { packageFolder }: Terminal): string {
  try {
    return readFileSync(join(packageFolder, "rules", id, "README.md"), "utf8");
  } catch {
    throw new UsageError(
      `The page of '${id}' is missing from this installation; \`isolint rules --format json\` has its description.`,
    );
  }
}
