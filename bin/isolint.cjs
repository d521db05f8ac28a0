#!/usr/bin/env node
// Starts the bundled command with the code that V8 compiled for it before: compiling is half of what a short run costs.
// The compiled code lies beside the bundle, where only who could change the bundle can change it; V8 refuses what
// another version or another bundle left there, and then it is made anew.
"use strict";
const { existsSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { createRequire, wrap } = require("node:module");
const { dirname, join } = require("node:path");
const { constants, Script } = require("node:vm");

const bundle = join(__dirname, "..", "dist", "command.cjs");
const compiled = `${bundle}.${process.version}-${process.arch}.cache`;
/** Seconds; a shorter run has not met enough of the code for its cache to serve others. */
const WORTH_KEEPING = 0.15;

if (existsSync(bundle)) start();
else {
  console.error("isolint: this clone is not built yet; run `npm ci` or `npm run build`.");
  process.exitCode = 2;
}

function start() {
  const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
  const script = new Script(wrap(readFileSync(bundle, "latin1")), {
    filename: bundle,
    cachedData,
    // Before 20.12 Node has no loader to name here.
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER ?? ((specifier) => import(specifier)),
  });
  if (!cachedData || script.cachedDataRejected) process.once("exit", () => keep(script));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
}

/** Writes the compiled code in one step, so that runs beside this one see all of it or nothing; a folder that cannot be written to is no fault. */
function keep(script) {
  if (process.uptime() < WORTH_KEEPING) return;
  const unfinished = `${compiled}.${process.pid}`;
  try {
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, compiled);
  } catch {
    // Read-only installations start without it.
  }
}
