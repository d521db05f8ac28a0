#!/usr/bin/env node
import { processTerminal } from "./output.ts";
import { version } from "./version.ts";

// What is asked for most often by scripts is answered before anything is loaded.
const args = process.argv.slice(2);
if (args[0] === "--version" || args[0] === "-V") process.stdout.write(`${version}\n`);
else process.exitCode = await (await import("./commands/index.ts")).run(args, processTerminal());
