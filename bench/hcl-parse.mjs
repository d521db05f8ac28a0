// How fast HCL is parsed, beside `@cdktf/hcl2json`: `node bench/hcl-parse.mjs [<folder>…]`. Both parse every `.tf` and `.tfvars`
// file below the folders, each in a process of its own and with its start-up included, as a run of the linter has it. Without a
// folder they parse the fixtures, over and over up to two megabytes. Ends with 1 when ours is not ten times as fast.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const WANTED = 10;
const ROUNDS = 5;

const root = join(import.meta.dirname, "..");
const cache = join(root, "node_modules", ".cache", "isolint-bench");
mkdirSync(cache, { recursive: true });

const given = process.argv.slice(2);
const paths = (given.length > 0 ? given : [join(root, "fixtures")]).flatMap(filesBelow);
const characters = paths.reduce((sum, path) => sum + readFileSync(path, "utf8").length, 0);
const repeat = given.length > 0 ? 1 : Math.ceil(2e6 / characters);
const list = join(cache, "files.json");
writeFileSync(list, JSON.stringify(Array(repeat).fill(paths).flat()));

const read = `import { readFileSync } from "node:fs";
  const files = JSON.parse(readFileSync(${JSON.stringify(list)}, "utf8"));`;
const ours = await bundle(
  "ours",
  `${read}
  import { parseHcl } from "./src/languages/terraform/syntax/parse.ts";
  import { SourceFile } from "./src/source/index.ts";
  let blocks = 0;
  for (const path of files) blocks += parseHcl(new SourceFile(path, readFileSync(path, "utf8"))).body.blocks.length;
  console.log(blocks);`,
);
const theirs = await bundle(
  "theirs",
  `${read}
  import { parse } from "@cdktf/hcl2json";
  let accepted = 0;
  for (const path of files) await parse(path, readFileSync(path, "utf8")).then(() => accepted++, () => {});
  console.log(accepted);
  process.exit(0);`,
);
const nothing = await bundle("nothing", `${read} for (const path of files) readFileSync(path, "utf8");`);

const kilobytes = Math.round((characters * repeat) / 1000);
console.log(`${paths.length * repeat} files, ${kilobytes} kB; best of ${ROUNDS}, start-up included`);
const [quick, slow, idle] = [best(ours), best(theirs), best(nothing)];
console.log(`Node and reading alone  ${idle.toFixed(0)} ms`);
console.log(`isolint                 ${quick.toFixed(0)} ms`);
console.log(`@cdktf/hcl2json         ${slow.toFixed(0)} ms`);
console.log(`ratio                   ${(slow / quick).toFixed(1)}`);
process.exitCode = slow / quick < WANTED ? 1 : 0;

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return /\.(tf|tofu|tfvars)$/.test(path) ? [path] : [];
  return readdirSync(path).flatMap((name) => (name === ".git" ? [] : filesBelow(join(path, name))));
}

async function bundle(name, contents) {
  const outfile = join(cache, `hcl-${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["@cdktf/hcl2json"],
    outfile,
    logLevel: "error",
  });
  return outfile;
}

function best(script) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
