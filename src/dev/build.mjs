// Bundles the package into dist/. With --release also writes what only a published package needs:
// the declarations of the public API, and the licences of what the bundle contains.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { common, root } from "./bundle.mjs";
import { licencesOf } from "./licences.mjs";

const entries = {
  cli: "src/cli/main.ts",
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

for (const schema of ["src/config/generated/config.schema.json", "src/plugin/generated/rules.schema.json"]) {
  copyFileSync(join(root, schema), join(dist, basename(schema)));
}

if (release) {
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licencesOf(metafile));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.types.json")], { stdio: "inherit" });
  // The test kit brings the built-in rules along, but no declaration speaks of them.
  rmSync(join(dist, "types", "rules"), { recursive: true, force: true });
}

/** Only after the new ones are there, so that a command that runs meanwhile finds its chunks. */
function removeStaleChunks() {
  const chunks = join(dist, "chunks");
  if (!existsSync(chunks)) return;
  for (const name of readdirSync(chunks)) {
    if (!(`dist/chunks/${name}` in metafile.outputs)) rmSync(join(chunks, name), { force: true });
  }
}
