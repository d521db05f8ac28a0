#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";

const cli = new URL("../dist/cli.js", import.meta.url);

if (existsSync(cli)) {
  // Node 22 and later keep compiled code, so that the next start is faster.
  module.enableCompileCache?.();
  await import(cli.href);
} else {
  console.error("isolint: this clone is not built yet; run `npm ci` or `npm run build`.");
  process.exitCode = 2;
}
