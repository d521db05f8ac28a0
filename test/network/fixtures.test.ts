import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraform } from "../../src/languages/terraform/index.ts";
import {
  buildNetwork,
  DEFAULT_NETWORK_SETTINGS,
  type ReachRow,
  reachTable,
} from "../../src/network/index.ts";
import { idOf, normalise } from "../../src/resources/index.ts";
import { MemoryReader } from "../../src/source/index.ts";

const ROOT = "fixtures/reach";
const folders = readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, "main.tf")));

/** `UPDATE_FIXTURES=1 npx jest test/network/fixtures` writes what is found, for a person to read through. */
const update = process.env.UPDATE_FIXTURES === "1";

function told({ source, target, verdict, path }: ReachRow): string {
  const group = target.group === null ? "" : ` (${target.group})`;
  return `${source.address} -> ${target.address}${group}: ${verdict}${path === null ? "" : ` ${path}`}`;
}

test.each(folders)("the stack %s is reached as written down", async (folder) => {
  const text = readFileSync(join(ROOT, folder, "main.tf"), "utf8");
  const session = terraform.open(new MemoryReader({ "main.tf": text }), { idOf });
  const stack = await session.evaluate({ language: "terraform", path: "." });
  expect(stack.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const network = buildNetwork(normalise(stack).graph, DEFAULT_NETWORK_SETTINGS);
  const found = `${[...reachTable(network)].map(told).join("\n")}\n`;
  const expected = join(ROOT, folder, "expected.txt");
  if (update) writeFileSync(expected, found);
  expect(found).toBe(readFileSync(expected, "utf8"));
});
