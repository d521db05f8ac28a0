import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { arm } from "../../src/languages/arm/index.ts";
import { bicep } from "../../src/languages/bicep/index.ts";
import { terraform } from "../../src/languages/terraform/index.ts";
import type { Frontend, Graph, Resource } from "../../src/model/index.ts";
import { idOf, normalise } from "../../src/resources/index.ts";
import { MemoryReader } from "../../src/source/index.ts";
import { describe as show, toPlain } from "../../src/value/index.ts";

/**
 * One folder for each resource type: the same thing in three spellings, and the one model that all of them come to. This is what keeps
 * the languages from drifting apart.
 */
const ROOT = join(__dirname, "..", "..", "fixtures", "resources");
const SPELLINGS: readonly (readonly [string, Frontend])[] = [
  ["main.tf", terraform],
  ["main.bicep", bicep],
  ["azuredeploy.json", arm],
];

interface Expected {
  readonly type: string;
  /** All names, outermost first, with `/` between them. */
  readonly name: string;
  readonly parent?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Paths to ids, and the names of what they lead to. */
  readonly references?: Readonly<Record<string, string>>;
  /** Not every language has to say it. */
  readonly optional?: boolean;
}

for (const folder of readdirSync(ROOT)) {
  describe(folder, () => {
    const expected: readonly Expected[] = JSON.parse(readFileSync(join(ROOT, folder, "model.json"), "utf8"));
    test.each(SPELLINGS)("%s comes to the model", async (file, frontend) => {
      const graph = await graphOf(file, readFileSync(join(ROOT, folder, file), "utf8"), frontend);
      for (const one of expected) {
        const found = graph.ofType(one.type).find((resource) => namesOf(resource) === one.name);
        if (!found && one.optional) continue;
        expect(found && { name: namesOf(found), mode: found.mode }).toEqual({
          name: one.name,
          mode: "declared",
        });
        if (found) expectResource(found, one, graph);
      }
      const known = new Set(expected.map(({ type, name }) => `${type} ${name}`));
      const more = graph.resources.filter(
        (resource) =>
          resource.mode === "declared" &&
          resource.type !== "Microsoft.Resources/resourceGroups" &&
          !known.has(`${resource.type} ${namesOf(resource)}`),
      );
      expect(more.map(({ type, address }) => `${type} ${address}`)).toEqual([]);
    });
  });
}

function expectResource(resource: Resource, expected: Expected, graph: Graph): void {
  if (expected.parent) expect(resource.parent && namesOf(resource.parent)).toBe(expected.parent);
  for (const [path, value] of Object.entries(expected.properties ?? {})) {
    expect({ path, value: toPlain(resource.get(path)) }).toEqual({ path, value });
  }
  for (const [path, name] of Object.entries(expected.references ?? {})) {
    const target = graph.target(resource.get(path));
    expect({ path, leads: target.kind === "resource" ? namesOf(target.resource) : target.kind }).toEqual({
      path,
      leads: name,
    });
  }
}

function namesOf(resource: Resource): string {
  return resource.id.names
    .map((name) => (name.kind === "literal" ? String(name.value) : show(name)))
    .join("/");
}

async function graphOf(file: string, text: string, frontend: Frontend): Promise<Graph> {
  const session = frontend.open(new MemoryReader({ [file]: text }), { idOf });
  const { stacks } = await session.discover([file === "main.tf" ? "." : file]);
  const [source] = stacks;
  if (!source) throw new Error(`${file} is no stack`);
  const stack = await session.evaluate(source);
  expect(
    stack.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message),
  ).toEqual([]);
  return normalise(stack).graph;
}
