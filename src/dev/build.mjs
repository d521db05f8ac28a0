// Bundles the package into dist/. With --release also writes what only a published package needs:
// the declarations of the public API, and the licences of what the bundle contains.
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { common, root } from "./bundle.mjs";
import { licencesOf } from "./licences.mjs";

const entries = {
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

const { metafile } = await build({
  ...common,
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path)))),
  outdir: dist,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  minifyWhitespace: true,
  minifySyntax: true,
  banner: { js: requireForBundledCommonJs },
  external: ["@cdktf/hcl2json"],
  legalComments: "none",
  metafile: true,
});
removeStaleChunks();
const { metafile: commandFile } = await buildCommand();

for (const schema of ["src/config/generated/config.schema.json", "src/plugin/generated/rules.schema.json"]) {
  copyFileSync(join(root, schema), join(dist, basename(schema)));
}

if (release) {
  writeFileSync(
    join(dist, "THIRD-PARTY-LICENSES.txt"),
    licencesOf({ inputs: { ...metafile.inputs, ...commandFile.inputs } }),
  );
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.types.json")], { stdio: "inherit" });
  // The test kit brings the built-in rules along, but no declaration speaks of them.
  rmSync(join(dist, "types", "rules"), { recursive: true, force: true });
}

/**
 * The command as one script, which V8 can keep compiled (see bin/isolint.cjs). It runs once here, so that the first run of a user
 * is as fast as the next one; that it has something to lint matters, not what it finds.
 */
async function buildCommand() {
  const outfile = join(dist, "command.cjs");
  const result = await build({
    ...common,
    entryPoints: ["src/cli/main.ts"],
    outfile,
    format: "cjs",
    minify: true,
    // One byte a character: read as such, it is half as much for V8 to look at.
    charset: "ascii",
    external: ["@cdktf/hcl2json"],
    legalComments: "none",
    metafile: true,
  });
  for (const name of readdirSync(dist))
    if (name.startsWith("command.cjs.")) rmSync(join(dist, name), { force: true });
  spawnSync(process.execPath, [join(root, "bin", "isolint.cjs"), join(root, "fixtures", "demo")], {
    stdio: "ignore",
  });
  return result;
}

/** Only after the new ones are there, so that a command that runs meanwhile finds its chunks. */
function removeStaleChunks() {
  const chunks = join(dist, "chunks");
  if (!existsSync(chunks)) return;
  for (const name of readdirSync(chunks)) {
    if (!(`dist/chunks/${name}` in metafile.outputs)) rmSync(join(chunks, name), { force: true });
  }
}
