import { run } from "./commands/index.ts";
import { processTerminal } from "./output.ts";

/** The command, as bin/isolint.cjs starts it. */
void run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
