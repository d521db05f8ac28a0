/**
 * `npm run sync`: rewrites everything that is generated. `npm run sync -- --check` changes nothing and fails when something is
 * out of date. First the indexes, which follow from folders alone; then, in a process that is bundled with the new
 * indexes, what follows from rules and their pages (`derive.ts`).
 */
import { spawnSync } from "node:child_process";
import { resourcesIndex } from "./sync/resources-index.ts";
import { rulesIndex } from "./sync/rules-index.ts";
import { writeGenerated } from "./sync/write.ts";

const args = process.argv.slice(2);
const indexes = await writeGenerated([rulesIndex, resourcesIndex], args);
const { status } = spawnSync(process.execPath, ["src/dev/run.mjs", "derive", ...args], { stdio: "inherit" });
process.exitCode = Math.max(indexes, status ?? 2);
