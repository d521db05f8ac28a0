#!/usr/bin/env node
"use strict";
const [first] = process.argv.slice(2);

// What is asked for most often by scripts is answered before anything is loaded.
if (first === "--version" || first === "-V") process.stdout.write(`${require("../package.json").version}\n`);
else start();

function start() {
  const { existsSync } = require("node:fs");
  const { bundle, load } = require("./load.cjs");
  if (existsSync(bundle)) load().command();
  else {
    console.error("isolint: this clone is not built yet; run `npm ci` or `npm run build`.");
    process.exitCode = 2;
  }
}
