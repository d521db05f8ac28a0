// How long `isolint reach` takes for every client against every service, and how that grows with either: the same estate with ten times
// fewer clients and with ten times fewer services is asked in the same run.
//   node bench/reach.mjs [clients, 1000 by default] [services, 1000 by default]
import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pairs, withStack } from "./estates.mjs";

const command = fileURLToPath(new URL("../bin/isolint.cjs", import.meta.url));
const METER = `data:text/javascript,process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  console.error("\\n" + (user + system) / 1e6 + " " + process.resourceUsage().maxRSS / 1024);
})`;
const [clients = 1000, services = 1000] = process.argv.slice(2).map(Number);

const fewer = Math.ceil(clients / 100) * 10;
const sizes = [
  [fewer, services],
  [clients, Math.ceil(services / 10)],
  [clients, services],
];
const runs = sizes.map(([from, to]) => ({ from, to, ...measure(from, to) }));
const whole = runs.at(-1);
for (const { from, to, time, memory } of runs) {
  const ratio = `${(whole.time / time).toFixed(1)} times as long for ${((clients * services) / (from * to)).toFixed(0)} times the pairs`;
  console.log(
    `${String(from).padStart(5)} clients x ${String(to).padStart(5)} services ${time.toFixed(2).padStart(7)} s ${memory.toFixed(0).padStart(6)} MB${from * to === clients * services ? "" : `  the whole takes ${ratio}`}`,
  );
}

/** Seconds of processor time and megabytes of one run of the command. */
function measure(from, to) {
  return withStack(pairs(from, to), (cwd) => {
    const out = openSync(join(cwd, "..", "out.txt"), "w");
    const args = ["--import", METER, command, "reach", ".", "--from", "subnets"];
    const { stderr } = spawnSync(process.execPath, args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", out, "pipe"],
    });
    closeSync(out);
    const [time, memory] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
    return { time, memory };
  });
}
