import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { CONFIG_NAMES } from "../../config/index.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import type { Terminal } from "../output.ts";
import { type Flags, parseFlags, UsageError } from "../usage.ts";

export const initFlags = {
  "pre-commit": { type: "boolean", help: "also write .pre-commit-config.yaml" },
  github: { type: "boolean", help: "also write .github/workflows/isolint.yml" },
} as const satisfies Flags;

/** `isolint init`: writes a commented configuration; never over a file that is there. */
export async function initCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths } = parseFlags(args, initFlags);
  if (paths.length > 0)
    throw new UsageError("`isolint init` takes no paths: it writes into the current folder.");
  const existing = CONFIG_NAMES.find((name) => existsSync(resolve(terminal.cwd, name)));
  if (existing) throw new UsageError(`There is already a configuration: ${existing}.`);
  const { configTemplate, preCommitTemplate, workflowTemplate } = await import("./init-templates.ts");
  const files: readonly (readonly [string, string])[] = [
    ["isolint.config.yaml", configTemplate],
    ...(values["pre-commit"] ? [[".pre-commit-config.yaml", preCommitTemplate] as const] : []),
    ...(values.github ? [[".github/workflows/isolint.yml", workflowTemplate] as const] : []),
  ];
  const taken = files.find(([path]) => existsSync(resolve(terminal.cwd, path)));
  if (taken) throw new UsageError(`${taken[0]} is already there; nothing was written.`);
  for (const [path, text] of files) {
    writeNew(resolve(terminal.cwd, path), text);
    terminal.out(`wrote ${path}\n`);
  }
  return EXIT.clean;
}

function writeNew(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
