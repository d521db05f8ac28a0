import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Generator } from "./generated.ts";

/** Writes what is out of date, or with `--check` only tells; the exit code for the process. */
export async function writeGenerated(
  generators: readonly Generator[],
  args: readonly string[],
): Promise<0 | 1> {
  const check = args.includes("--check");
  const stale: string[] = [];
  for (const generate of generators) {
    for (const { path, text } of await generate()) {
      if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
      stale.push(path);
      if (check) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  if (stale.length === 0) return 0;
  const list = stale.map((path) => `  ${path}\n`).join("");
  if (check) process.stderr.write(`Out of date, run \`npm run sync\`:\n${list}`);
  else process.stdout.write(`Written:\n${list}`);
  return check ? 1 : 0;
}
