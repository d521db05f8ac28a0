import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraform } from "../../src/languages/terraform/index.ts";
import {
  buildNetwork,
  DEFAULT_NETWORK_SETTINGS,
  type Network,
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

async function networkIn(folder: string): Promise<Network> {
  const text = readFileSync(join(ROOT, folder, "main.tf"), "utf8");
  const session = terraform.open(new MemoryReader({ "main.tf": text }), { idOf });
  const stack = await session.evaluate({ language: "terraform", path: "." });
  expect(stack.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return buildNetwork(normalise(stack).graph, DEFAULT_NETWORK_SETTINGS);
}

test.each(folders)("the stack %s is reached as written down", async (folder) => {
  const found = `${[...reachTable(await networkIn(folder))].map(told).join("\n")}\n`;
  const expected = join(ROOT, folder, "expected.txt");
  if (update) writeFileSync(expected, found);
  expect(found).toBe(readFileSync(expected, "utf8"));
});

// What is alike shares its work: the answer must be the one that a pair has that nothing was shared with.
test("everything in alike-neighbours is reached as if nothing else had been asked", async () => {
  const said = ({ source, target, verdict, path, evidence }: ReachRow) =>
    JSON.stringify([source, target, verdict, path, evidence.map(({ message, effect }) => [message, effect])]);
  const rows = [...reachTable(await networkIn("alike-neighbours"))];
  for (const row of rows) {
    const selection = { from: [row.source.address], to: [row.target.address] };
    const alone = [...reachTable(await networkIn("alike-neighbours"), selection, false)];
    expect(alone.map(said)).toEqual([said(row)]);
  }
});
