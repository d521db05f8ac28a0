import { NEWEST_MAJOR } from "../../src/resources/define.ts";
import { azurermTypes, resourceTypes } from "../../src/resources/generated/index.ts";
import { ResourceRegistry } from "../../src/resources/index.ts";
import { compileTable, pathParts, rulesOf } from "../../src/resources/table/index.ts";

const registry = new ResourceRegistry();
const entries = Object.keys(azurermTypes).map((name) => ({ name, entry: registry.azurerm(name) }));

test("every azurerm resource of the index has its table in the file it names", () => {
  expect(entries.filter(({ entry }) => !entry).map(({ name }) => name)).toEqual([]);
  const stated = resourceTypes.flatMap((type) => Object.keys(type.definition().azurerm ?? {}));
  expect(stated.sort()).toEqual(Object.keys(azurermTypes).sort());
});

test("no two files state the same ARM type", () => {
  const types = resourceTypes.map(({ type }) => type.toLowerCase());
  expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([]);
});

test("every repeated block of an argument has a list in ARM to land in", () => {
  const wrong: string[] = [];
  for (const { name, entry } of entries) {
    const tables = [entry?.table.arguments, ...(entry?.table.children ?? []).map((child) => child.arguments)];
    for (const table of tables) {
      for (const [argument, says] of Object.entries(table ?? {})) {
        const repeated = argument.split("[]").length - 1;
        for (const { arm } of rulesOf(says)) {
          if (repeated > pathParts(arm).length - 1) wrong.push(`${name}: ${argument} → ${arm}`);
        }
      }
      compileTable(table ?? {});
    }
  }
  expect(wrong).toEqual([]);
});

test("majors lie within the versions that are known, and defaults within the majors", () => {
  const wrong: string[] = [];
  for (const { name, entry } of entries) {
    for (const [argument, says] of Object.entries(entry?.table.arguments ?? {})) {
      for (const { majors = [2, NEWEST_MAJOR], default: stated } of rulesOf(says)) {
        if (majors[0] > majors[1] || majors[1] > NEWEST_MAJOR) wrong.push(`${name}: ${argument}`);
        if (typeof stated !== "object" || stated === null) continue;
        const outside = Object.keys(stated)
          .map(Number)
          .filter((major) => major < majors[0] || major > majors[1]);
        if (outside.length > 0) wrong.push(`${name}: ${argument} has a default in ${outside.join(", ")}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("a resource that may stand inside its parent says where", () => {
  const wrong = resourceTypes.filter((type) => type.inline !== (type.definition().inlineIn !== undefined));
  expect(wrong.map(({ type }) => type)).toEqual([]);
});

test("what says something of another resource names it", () => {
  const wrong = entries.filter(({ entry }) => {
    const merge = entry?.table.merge;
    return merge && merge.id === undefined && merge.target === undefined;
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});
