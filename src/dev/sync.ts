/**
 * `npm run sync`: rewrites everything that is generated from folders and metadata. `npm run sync -- --check` changes nothing
 * and fails when something is out of date. A generator gives texts by path; this file alone writes.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Generator } from "./sync/generated.ts";
import { resourcesIndex } from "./sync/resources-index.ts";
import { rulesIndex } from "./sync/rules-index.ts";

const generators: readonly Generator[] = [rulesIndex, resourcesIndex];

const check = process.argv.includes("--check");
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
if (check && stale.length > 0) {
  process.stderr.write(`Out of date, run \`npm run sync\`:\n${stale.map((path) => `  ${path}\n`).join("")}`);
  process.exitCode = 1;
} else {
  process.stdout.write(
    stale.length === 0 ? "Everything is up to date.\n" : stale.map((path) => `wrote ${path}\n`).join(""),
  );
}
