// Bundles the package into dist/. With --release also writes what only a published package needs:
// the declarations of the public API, and the licences of what the bundle contains.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { common, root } from "./bundle.mjs";
import { late } from "./late.mjs";
import { licencesOf } from "./licences.mjs";

/** What is imported as a module; the command itself is one script, for which V8 can keep its compiled code. */
const modules = {
  worker: "src/cli/worker.ts",
  index: "src/index.ts",
  testing: "src/testing.ts",
};

/** CommonJS packages inside an ESM bundle ask for `require` when they load Node's own modules. */
const requireForBundledCommonJs =
  'import { createRequire as $createRequire } from "node:module"; const require = $createRequire(import.meta.url);';

const dist = join(root, "dist");
const release = process.argv.includes("--release");
if (release) rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const options = {
  ...common,
  minifyWhitespace: true,
  minifySyntax: true,
  external: ["@cdktf/hcl2json"],
  legalComments: "none",
  metafile: true,
};
const [{ metafile }, command] = await Promise.all([
  build({
    ...options,
    entryPoints: modules,
    outdir: dist,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    banner: { js: requireForBundledCommonJs },
  }),
  build({
    ...options,
    entryPoints: ["src/cli/main.ts"],
    outfile: join(dist, "cli.cjs"),
    format: "cjs",
    // One byte a character: half the memory, and nothing to decode.
    charset: "ascii",
    supported: { "dynamic-import": false },
    plugins: [late("node:crypto", ["createHash"]), late("node:child_process", ["spawnSync"])],
    write: false,
  }),
]);
removeStale("chunks", (name) => `dist/chunks/${name}` in metafile.outputs);
writeCommand(command.outputFiles[0].text);

const schema = join(root, "src/config/generated/config.schema.json");
if (existsSync(schema)) copyFileSync(schema, join(dist, "config.schema.json"));

if (release) {
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licencesOf(metafile));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.types.json")], { stdio: "inherit" });
} else compileAhead();

/** The first line names the content, for bin/isolint.js to know which compiled code belongs to it. */
function writeCommand(text) {
  writeFileSync(join(dist, "cli.cjs"), `//${createHash("sha256").update(text).digest("hex")}\n${text}`);
}

/** A run leaves the compiled code behind. That it finds something is no fault. */
function compileAhead() {
  removeStale(".", (name) => !name.startsWith("cli.cjs."));
  const demo = join(root, "fixtures", "demo");
  if (!existsSync(demo)) return;
  try {
    execFileSync(process.execPath, [join(root, "bin", "isolint.js"), demo], { stdio: "ignore" });
  } catch {
    // Found something.
  }
}

/** Only after the new ones are there, so that a command that runs meanwhile finds its chunks. */
function removeStale(folder, isCurrent) {
  const path = join(dist, folder);
  if (!existsSync(path)) return;
  for (const { name } of readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    if (!isCurrent(name)) rmSync(join(path, name), { force: true });
  }
}
