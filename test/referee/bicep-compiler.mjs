// `node test/referee/bicep-compiler.mjs <folder>…`: bundles the referee and runs it.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(here, "../../node_modules/.referee-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, "bicep-compiler.mjs");
await build({
  entryPoints: [join(here, "bicep-compiler.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  mainFields: ["module", "main"],
  sourcemap: "inline",
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
