// Bundles the package into dist/. With --release also writes what only a published package needs:
// the declarations of the public API, and the licences of what the bundle contains.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { Script } from "node:vm";
import { build } from "esbuild";
import { common, root } from "./bundle.mjs";
import { late } from "./late.mjs";
import { licencesOf } from "./licences.mjs";

/** What the bundle exports: functions that run an entry and give what it exports. What the entries have in common they share. */
const entries = {
  command: "./src/cli/main.ts",
  worker: "./src/cli/worker.ts",
  isolint: "./src/index.ts",
  testing: "./src/testing.ts",
};

const dist = join(root, "dist");
const release = process.argv.includes("--release");
if (release) rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const { metafile, outputFiles } = await build({
  ...common,
  stdin: {
    contents: Object.entries(entries)
      .map(([name, path]) => `exports.${name} = () => require("${path}");`)
      .join("\n"),
    resolveDir: root,
  },
  outfile: join(dist, "bundle.cjs"),
  // One script: V8 can keep what it compiled of it (see bin/load.cjs).
  format: "cjs",
  // One byte a character: read as such, it is half as much for V8 to look at.
  charset: "ascii",
  minify: true,
  external: ["@cdktf/hcl2json"],
  legalComments: "none",
  metafile: true,
  // An `import()` in a script of its own does not always find its way to Node's loader (see bin/load.cjs).
  supported: { "dynamic-import": false },
  plugins: [
    late("node:crypto", ["createHash"]),
    late("node:child_process", ["spawnSync"]),
    late("node:module", ["createRequire"]),
    late("node:os", ["availableParallelism", "homedir"]),
    late("re2js", ["RE2JS", "RE2JSException"]),
    late("yaml", [
      "isAlias",
      "isCollection",
      "isMap",
      "isNode",
      "isScalar",
      "isSeq",
      "parse",
      "parseAllDocuments",
      "parseDocument",
    ]),
  ],
  write: false,
});
writeBundle(outputFiles[0].text);
const bundle = load();
writeFileSync(join(dist, "worker.cjs"), 'require("../bin/load.cjs").load().worker();\n');
writeModule("index", "isolint");
writeModule("testing", "testing");
for (const schema of ["src/config/generated/config.schema.json", "src/plugin/generated/rules.schema.json"]) {
  copyFileSync(join(root, schema), join(dist, basename(schema)));
}
removeOthers();

if (release) {
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licencesOf(metafile));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.types.json")], { stdio: "inherit" });
  // The test kit brings the built-in rules along, but no declaration speaks of them.
  rmSync(join(dist, "types", "rules"), { recursive: true, force: true });
} else {
  // A run leaves the compiled code behind, so that the first one of a user is as fast as the next; what it finds does not matter.
  const command = join(root, "bin", "isolint.cjs");
  spawnSync(process.execPath, [command, join(root, "fixtures", "demo")], { stdio: "ignore" });
}

/** Not by bin/load.cjs, which would keep what little is compiled here. */
function load() {
  const exported = {};
  const run = new Script(readFileSync(join(dist, "bundle.cjs"), "latin1")).runInThisContext();
  run(exported, createRequire(import.meta.url));
  return exported;
}

/** A function of what it exports to and how it imports. In one step, for commands that run meanwhile. The first line names the content, by which compiled code is known to belong to it. */
function writeBundle(text) {
  const path = join(dist, "bundle.cjs");
  writeFileSync(
    `${path}.new`,
    `//${createHash("sha256").update(text).digest("hex")}\n(function (exports, require, ISOLINT_IMPORT) {${text}\n})`,
  );
  renameSync(`${path}.new`, path);
}

/** A module with the names that an entry exports: what a plug-in imports is what the command itself uses. */
function writeModule(file, entry) {
  const names = Object.keys(bundle[entry]()).sort().join(", ");
  const lines = [
    'import { createRequire } from "node:module";',
    'const { load } = createRequire(import.meta.url)("../bin/load.cjs");',
    `export const { ${names} } = load().${entry}();`,
  ];
  writeFileSync(join(dist, `${file}.js`), `${lines.join("\n")}\n`);
}

/** What older builds left: other layouts, and compiled code. */
function removeOthers() {
  const own =
    /^(bundle\.cjs|worker\.cjs|index\.js|testing\.js|types|.*\.schema\.json|THIRD-PARTY-LICENSES\.txt)$/;
  for (const name of readdirSync(dist)) {
    if (!own.test(name)) rmSync(join(dist, name), { recursive: true, force: true });
  }
}
