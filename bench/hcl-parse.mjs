// How fast HCL is parsed, beside `@cdktf/hcl2json`: `node bench/hcl-parse.mjs [<folder>…]`. Both parse every `.tf` and `.tfvars`
// file below the folders, each in a process of its own and with its start-up included, as a run of the linter has it. Without a
// folder they parse the fixtures that are not broken, over and over up to two megabytes. Ends with 1 when
// ours does not take a tenth of the processor time.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const WANTED = 10;
const ROUNDS = 5;
const METER = `data:text/javascript,process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  console.error(user + system);
})`;

const root = join(import.meta.dirname, "..");
const cache = join(root, "node_modules", ".cache", "isolint-bench");
mkdirSync(cache, { recursive: true });

const given = process.argv.slice(2);
const paths = (given.length > 0 ? given : [join(root, "fixtures")])
  .flatMap(filesBelow)
  .filter((path) => !path.includes("/broken/"));
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
const scripts = { "Node and reading alone": nothing, isolint: ours, "@cdktf/hcl2json": theirs };
const least = new Map();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, script] of Object.entries(scripts)) {
    const took = run(script);
    const before = least.get(name) ?? took;
    least.set(name, { wall: Math.min(before.wall, took.wall), cpu: Math.min(before.cpu, took.cpu) });
  }
}
for (const [name, { wall, cpu }] of least) {
  console.log(
    `${name.padEnd(22)} ${`${wall.toFixed(0)} ms`.padStart(9)}, ${cpu.toFixed(0)} ms of processor time`,
  );
}
const [quick, slow] = [least.get("isolint"), least.get("@cdktf/hcl2json")];
const ratio = slow.cpu / quick.cpu;
console.log(`ratio ${(slow.wall / quick.wall).toFixed(1)}, by processor time ${ratio.toFixed(1)}`);
process.exitCode = ratio < WANTED ? 1 : 0;

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

/** Milliseconds of the whole process: those that passed, and those that it worked, which others on the machine disturb less. */
function run(script) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", METER, script], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return { wall: performance.now() - began, cpu: Number(stderr.trim().split("\n").at(-1)) / 1000 };
}
