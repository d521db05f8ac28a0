// `node test/referee/run.mjs <folder>…`: bundles the referee and runs it.
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(here, "../../node_modules/.referee-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, "hcl2json.mjs");
await build({
  entryPoints: [join(here, "hcl2json.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  external: ["@cdktf/hcl2json"],
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
