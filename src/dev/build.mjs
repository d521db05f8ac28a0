// Bundles the package into dist/. With --types also writes the declarations of the public API, which
// only a published package needs and which take the compiler some seconds.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { common, root } from "./bundle.mjs";

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
rmSync(dist, { recursive: true, force: true });
await build({
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
});
chmodSync(join(dist, "cli.js"), 0o755);

const schema = join(root, "src/config/generated/config.schema.json");
if (existsSync(schema)) copyFileSync(schema, join(dist, "config.schema.json"));

if (process.argv.includes("--types")) {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.types.json")], { stdio: "inherit" });
}
