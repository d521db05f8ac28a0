// Runs a script of this folder, `src/dev/<name>.ts` or `src/dev/<name>/main.ts`, with the arguments
// that follow its name: `node src/dev/run.mjs sync --check`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { common, firstOf, root } from "./bundle.mjs";

const [name, ...args] = process.argv.slice(2);
const entry = firstOf(`src/dev/${name}.ts`, `src/dev/${name}/main.ts`);
if (entry === undefined) {
  console.error(`src/dev: there is no script named '${name}'.`);
  process.exit(2);
}

const outfile = join(root, "node_modules", ".cache", "isolint-dev", `${name}.mjs`);
await build({ ...common, entryPoints: [entry], outfile, packages: "external", sourcemap: "inline" });
const { status } = spawnSync(process.execPath, ["--enable-source-maps", outfile, ...args], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 2;
