// How long the command takes on the demo estate, as a ratio against `node -e 0` in the same run:
//   node bench/startup.mjs [runs]
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "..", "..");
const command = join(root, "bin", "isolint.cjs");
const runs = Number(process.argv[2] ?? 15);

const contenders = {
  "node -e 0": ["-e", "0"],
  "isolint --version": [command, "--version"],
  "isolint fixtures/demo/terraform": [command, "fixtures/demo/terraform"],
};

/** Milliseconds of each run, taken in turn so that a slow moment of the machine meets all of them. */
const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let run = 0; run <= runs; run++) {
  for (const [name, args] of Object.entries(contenders)) {
    const start = performance.now();
    spawnSync(process.execPath, args, { cwd: root, stdio: "ignore" });
    // The first run only warms the disk up.
    if (run > 0) times[name].push(performance.now() - start);
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const base = median(times["node -e 0"]);
for (const [name, values] of Object.entries(times)) {
  const ratio = (median(values) / base).toFixed(1);
  console.log(`${name.padEnd(34)} ${median(values).toFixed(0).padStart(5)} ms  ${ratio} times node -e 0`);
}
