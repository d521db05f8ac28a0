// What the rules take of a whole run, over the spokes of the growth bench: `node bench/rules.mjs [instances, 10000 by default]`. The same
// estate is linted in turn with all rules and with one that looks at next to nothing; what is more in processor time is the rules'
// and the network layer's that only they ask. Prints the share.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { spokes, withStack } from "./estates.mjs";

const ROUNDS = 3;
const command = fileURLToPath(new URL("../bin/isolint.cjs", import.meta.url));
const METER = `data:text/javascript,process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  console.error("\\n" + (user + system) / 1e6);
})`;
const instances = Number(process.argv[2] ?? 10_000);

withStack(spokes(instances), (folder) => {
  const least = { all: Number.POSITIVE_INFINITY, one: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round++) {
    least.all = Math.min(least.all, run(folder));
    least.one = Math.min(least.one, run(folder, "--only", "intent/denied-path-open"));
  }
  const share = ((least.all - least.one) / least.all) * 100;
  console.log(
    `${instances} instances: ${least.all.toFixed(2)} s with all rules, ${least.one.toFixed(2)} s without`,
  );
  console.log(`rules take ${share.toFixed(0)}% of the run`);
});

/** Seconds of processor time. */
function run(folder, ...flags) {
  const args = ["--import", METER, command, ".", "-f", "json", "-o", "../out.json", ...flags];
  const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return Number(stderr.trim().split("\n").at(-1));
}
