// How time and memory grow with the instances of one stack: each step has ten times as many, so a ratio of 10 is linear.
//   node bench/growth.mjs [most instances, 100000 by default]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { endpoints, mixed, spokes, withStack } from "./estates.mjs";

const command = fileURLToPath(new URL("../bin/isolint.cjs", import.meta.url));
const most = Number(process.argv[2] ?? 100_000);

const shapes = {
  "accounts and their endpoints": endpoints,
  "spokes in modules": spokes,
  "twenty kinds of resources": mixed,
};

const wrapper = `process.on("exit", () => require("node:fs").writeSync(2, "\\n" + process.resourceUsage().maxRSS));
process.argv.splice(1, 0, ${JSON.stringify(command)});
require(${JSON.stringify(command)});`;

for (const [shape, filesOf] of Object.entries(shapes)) {
  console.log(shape);
  let before;
  for (let instances = 1000; instances <= most; instances *= 10) {
    const now = measure(filesOf(instances));
    const ratio = before
      ? `  ${(now.time / before.time).toFixed(1)} times the time, ${(now.memory / before.memory).toFixed(1)} times the memory`
      : "";
    console.log(
      `${String(instances).padStart(7)} instances ${now.time.toFixed(1).padStart(6)} s ${now.memory.toFixed(0).padStart(6)} MB${ratio}`,
    );
    before = now;
  }
}
/** Seconds and megabytes of one run over these files. */
function measure(files) {
  return withStack(files, (cwd) => {
    const start = performance.now();
    const args = ["--max-old-space-size=12000", "-e", wrapper, ".", "-f", "json", "-o", "../out.json"];
    const run = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
    const time = (performance.now() - start) / 1000;
    return { time, memory: Number(run.stderr.trim().split("\n").at(-1)) / 1024 };
  });
}
