// How fast Bicep is parsed: `node bench/bicep-parse.mjs <folder> [--not <part of a path>]…`. Parses every
// `.bicep` and `.bicepparam` file below the folder on one core, and beside it, for scale, runs `JSON.parse` over the
// `.json` files that lie next to them (in many repositories their compiled form). `--errors` lists what could not be parsed.
//
// The same files go through tree-sitter-bicep as well, in the same run, where it is installed. It is none of the project's
// dependencies: `npm install --no-save --ignore-scripts --legacy-peer-deps web-tree-sitter tree-sitter-bicep`, here or in the
// folder that is named with `--tree-sitter <folder>`.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const args = process.argv.slice(2);
const valuesOf = (flag) => args.flatMap((arg, at) => (arg === flag ? [args[at + 1]] : []));
const left = valuesOf("--not");
const [treeSitterFolder = join(import.meta.dirname, "..")] = valuesOf("--tree-sitter");
const showErrors = args.includes("--errors");
const [folder] = args.filter(
  (arg, at) => !arg.startsWith("--") && !["--not", "--tree-sitter"].includes(args[at - 1]),
);
if (folder === undefined) {
  console.error(
    "usage: node bench/bicep-parse.mjs <folder> [--not <part of a path>]… [--tree-sitter <folder>] [--errors]",
  );
  process.exit(2);
}

const cache = join(import.meta.dirname, "..", "node_modules", ".cache", "isolint-bench");
mkdirSync(cache, { recursive: true });
const outfile = join(cache, "bicep-parse.mjs");
await build({
  stdin: {
    contents: `export { parseBicep } from "./src/languages/bicep/syntax/index.ts";
      export { SourceFile } from "./src/source/index.ts";`,
    resolveDir: join(import.meta.dirname, ".."),
  },
  bundle: true,
  format: "esm",
  platform: "node",
  outfile,
});
const { parseBicep, SourceFile } = await import(pathToFileURL(outfile).href);

const paths = readdirSync(folder, { recursive: true })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(bicep|bicepparam|json)$/.test(path) && !left.some((part) => path.includes(part)));
const read = (pattern) =>
  paths
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
const sources = read(/\.(bicep|bicepparam)$/);
const megabytes = (files) => files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;

const files = sources.map(({ path, text }) => new SourceFile(path, text));
const began = performance.now();
const parsed = files.map(parseBicep);
const took = performance.now() - began;
const faulty = parsed.filter(({ diagnostics }) => diagnostics.length > 0);
console.log(
  `${files.length} Bicep files, ${megabytes(sources).toFixed(1)} MB: ${took.toFixed(0)} ms; ${faulty.length} with errors`,
);

await compareWithTreeSitter();

const json = read(/\.json$/);
const beganJson = performance.now();
for (const { text } of json) {
  try {
    JSON.parse(text);
  } catch {
    // JSON with comments: its time up to there counts.
  }
}
const tookJson = performance.now() - beganJson;
console.log(
  `${json.length} JSON files, ${megabytes(json).toFixed(1)} MB: ${tookJson.toFixed(0)} ms with JSON.parse`,
);
const perMegabyte = took / megabytes(sources) / (tookJson / megabytes(json));
console.log(
  `per MB, ${perMegabyte.toFixed(1)} times as long as JSON.parse, with a tree, ranges and comments`,
);

if (showErrors) {
  for (const { file, diagnostics } of faulty) {
    for (const { message, span } of diagnostics.slice(0, 3)) {
      const { line, column } = file.position(span.start);
      console.log(`${file.path}:${line}:${column} ${message}`);
    }
  }
}

async function compareWithTreeSitter() {
  const treeSitter = await loadTreeSitter();
  if (!treeSitter) {
    console.log(
      "SKIPPED: tree-sitter-bicep is not installed; how to install it stands at the top of this file",
    );
    return;
  }
  const { parser, grammar } = treeSitter;
  let withErrors = 0;
  const began = performance.now();
  for (const { text } of sources) {
    const tree = parser.parse(text);
    if (tree.rootNode.hasError) withErrors += 1;
    tree.delete();
  }
  const tookTreeSitter = performance.now() - began;
  console.log(`the same with ${grammar}: ${tookTreeSitter.toFixed(0)} ms; ${withErrors} with errors`);
  console.log(`${(tookTreeSitter / took).toFixed(1)} times as long as isolint`);
}

/** A parser with the grammar, or undefined where one of the two packages is not there. */
async function loadTreeSitter() {
  const require = createRequire(join(resolve(treeSitterFolder), "package.json"));
  const found = (name) => {
    try {
      return require.resolve(name);
    } catch {
      return undefined;
    }
  };
  const runtime = found("web-tree-sitter");
  const wasm = found("tree-sitter-bicep/tree-sitter-bicep.wasm");
  if (runtime === undefined || wasm === undefined) return undefined;
  const { Parser, Language } = require(runtime);
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(wasm));
  const { version } = JSON.parse(readFileSync(join(dirname(wasm), "package.json"), "utf8"));
  return { parser, grammar: `tree-sitter-bicep ${version} (wasm)` };
}
