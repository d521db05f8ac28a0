// Loads the bundle with the code that V8 compiled of it before: compiling is half of what a short run costs. The compiled code
// lies beside the bundle, where only who could change the bundle can change it.
"use strict";
const { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } = require("node:fs");
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

// How much a function runs before V8 optimises it. The usual budget is for servers: here, code that is about to end, or that next
// meets values of another shape, is optimised in vain, which costs a run of half a second a tenth and one of ten seconds more.
setFlagsFromString("--interrupt-budget=300000");

const bundle = join(__dirname, "..", "dist", "bundle.cjs");
/** Compiled code is for one build of Node alone; V8 checks its own version and flags again. */
const compiled = `${bundle}.${process.version}-${process.arch}.cache`;
/** Seconds; a shorter run has not met enough of the code for its cache to serve others. */
const WORTH_KEEPING = 0.15;

let loaded;

/** What the bundle exports: the same to the command and to the plug-ins that it runs. Throws when there is no bundle. */
function load() {
  loaded ??= run();
  return loaded;
}

function run() {
  const source = readFileSync(bundle, "latin1");
  // The first line names the content: V8 itself only compares the length of what the code was compiled of.
  const name = Buffer.from(source.slice(0, source.indexOf("\n") + 1), "latin1");
  const kept = read(compiled);
  const cachedData = kept?.subarray(0, name.length).equals(name) ? kept.subarray(name.length) : undefined;
  const script = new Script(source, { filename: bundle, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) process.once("exit", () => keep(name, script));
  const exported = {};
  script.runInThisContext()(exported, require, (specifier) => import(specifier));
  return exported;
}

function read(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Writes the compiled code in one step, so that runs beside this one see all of it or nothing. Read-only installations stay without. */
function keep(name, script) {
  if (process.uptime() < WORTH_KEEPING) return;
  const unfinished = `${compiled}.${process.pid}`;
  let file;
  try {
    file = openSync(unfinished, "wx");
  } catch {
    return;
  }
  try {
    writeSync(file, name);
    writeSync(file, script.createCachedData());
    closeSync(file);
    renameSync(unfinished, compiled);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

module.exports = { bundle, load };
