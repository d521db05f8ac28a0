import { processTerminal } from "./output.ts";
import { version } from "./version.ts";

// What is asked for most often by scripts is answered before anything is loaded.
const args = process.argv.slice(2);
if (args[0] === "--version" || args[0] === "-V") process.stdout.write(`${version}\n`);
else {
  // The bundle is CommonJS, which has no `await` at its top.
  void import("./commands/index.ts")
    .then(({ run }) => run(args, processTerminal()))
    .then((code) => {
      process.exitCode = code;
    });
}
