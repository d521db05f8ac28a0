// npm run fuzz [-- <rounds>]: the tests that draw their input (test/random.ts), with new seeds. Ends at the first failure.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const rounds = Number(process.argv[2] ?? 10);
const jest = fileURLToPath(new URL("../node_modules/jest/bin/jest.js", import.meta.url));

for (let round = 1; round <= rounds; round++) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.error(`round ${round} of ${rounds}: ISOLINT_SEED=${seed}`);
  const { status } = spawnSync(
    process.execPath,
    [jest, "--maxWorkers=2", "--findRelatedTests", "test/random.ts"],
    { stdio: "inherit", env: { ...process.env, ISOLINT_SEED: String(seed) } },
  );
  if (status !== 0) process.exit(1);
}
