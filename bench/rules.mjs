// What the rules take of a whole run, over the spokes of the growth bench: `node bench/rules.mjs [instances, 10000 by default]`.
// The times are those of `--stats`; what the network works out when a rule first asks it counts for the rules. Prints the run
// with the share in the middle of several.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { spokes, withStack } from "./estates.mjs";

const ROUNDS = 7;
const command = fileURLToPath(new URL("../bin/isolint.cjs", import.meta.url));
const instances = Number(process.argv[2] ?? 10_000);

withStack(spokes(instances), (cwd) => {
  const runs = Array.from({ length: ROUNDS }, () => run(cwd)).sort((a, b) => share(a) - share(b));
  const { steps, whole } = runs[Math.floor(ROUNDS / 2)];
  for (const [step, took] of Object.entries({ ...steps, "whole run": whole }))
    console.log(`${step.padEnd(10)} ${(took / 1000).toFixed(2).padStart(7)} s`);
  const [least, most] = [runs[0], runs.at(-1)].map(percent);
  console.log(
    `${instances} instances: rules take ${percent(runs[Math.floor(ROUNDS / 2)])} of the run (${least} to ${most})`,
  );
});

function share({ steps, whole }) {
  return steps.rules / whole;
}

function percent(run) {
  return `${(share(run) * 100).toFixed(0)}%`;
}

/** Milliseconds of the whole process, and of each step by its name. */
function run(cwd) {
  const start = performance.now();
  const args = [command, ".", "-f", "json", "-o", "../out.json", "--stats"];
  const { stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  const whole = performance.now() - start;
  const lines = [...stderr.matchAll(/^ *(\w+) +(\d+) ms$/gm)];
  return { whole, steps: Object.fromEntries(lines.map(([, step, took]) => [step, Number(took)])) };
}
