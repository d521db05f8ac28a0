import fc from "fast-check";
import { parseResourceId } from "../../src/model/index.ts";
import { azurermTypes } from "../../src/resources/generated/index.ts";
import { argumentFor, type Major, normalise, ResourceRegistry } from "../../src/resources/index.ts";
import { convert, convertChild, pathParts, rulesOf, within } from "../../src/resources/table/index.ts";
import { SourceFile } from "../../src/source/index.ts";
import { stackOf, terraform } from "./raw.ts";
import {
  fromPlain,
  item,
  memberIgnoringCase,
  type ObjectValue,
  type Scalar,
  toPlain,
  type Value,
} from "./values.ts";

const registry = new ResourceRegistry();
const names = Object.keys(azurermTypes);
const file = new SourceFile("main.tf", "resource {}");
const owner = parseResourceId(fromPlain("/subscriptions/s/resourceGroups/g/providers/A.B/c/d"));
const MAJORS: readonly Major[] = [2, 3, 4, 5];

/** A body with one argument set, by the path that the table gives back. */
function bodyWith(
  blocks: readonly { name: string; repeated: boolean }[],
  argument: string,
  value: unknown,
): unknown {
  return blocks.reduceRight<unknown>((inner, { name }) => ({ [name]: [inner] }), { [argument]: value });
}

/** What stands at an ARM path, in the first item of each list. */
function firstAt(body: Value, arm: string): Value {
  return pathParts(arm).reduce<Value>((value, part, at) => {
    const start = at === 0 ? value : item(value, 0);
    return part.reduce<Value>(memberIgnoringCase, start);
  }, body);
}

test("what a table writes in Terraform it reads back as the same ARM property", () => {
  const wrong: string[] = [];
  let checked = 0;
  for (const name of names) {
    const table = registry.azurerm(name)?.table;
    const tables = [table?.arguments ?? {}, ...(table?.children ?? []).map((child) => child.arguments)];
    for (const [nth, args] of tables.entries()) {
      for (const [argument, rule] of Object.entries(args).flatMap(([key, says]) =>
        rulesOf(says).map((one) => [key, one] as const),
      )) {
        if (rule.reshape || rule.partOf || rule.partOfParent || rule.presence !== undefined) continue;
        const major = MAJORS.find((one) => within(rule.majors, one)) ?? 5;
        const wanted: Scalar = rule.map ? (Object.values(rule.map)[0] ?? null) : "x";
        if (wanted === null) continue;
        const written = argumentFor({ arguments: args }, major, rule.arm, wanted);
        if (written?.value === undefined) {
          wrong.push(`${name}: ${argument} cannot be written`);
          continue;
        }
        const listed = Object.keys(args).some(
          (key) => key.endsWith(`${written.argument}[]`) && key.includes("[]"),
        );
        const each =
          listed &&
          Object.keys(args).includes(
            [...written.blocks.map((b) => b.name + (b.repeated ? "[]" : "")), `${written.argument}[]`].join(
              ".",
            ),
          );
        const body = fromPlain(
          bodyWith(written.blocks, written.argument, each ? [written.value] : written.value),
        ) as ObjectValue;
        const conversion = { major, filled: false, owner, address: "a.b", span: { file, start: 0, end: 8 } };
        const made =
          nth === 0 ? convert({ arguments: args }, body, conversion) : convertChild(args, body, conversion);
        checked++;
        const found = firstAt(made, rule.arm);
        if (toPlain(found) !== wanted)
          wrong.push(`${name}: ${argument} → ${rule.arm} gives ${JSON.stringify(toPlain(found))}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(1300);
});

test("no body that a stranger writes makes normalising fail", () => {
  const anything = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<unknown>(
        null,
        true,
        "",
        "/",
        "/subscriptions//providers/",
        `/subscriptions/s/providers/a.b${"/c/d".repeat(9000)}`,
        "__proto__",
        0,
        -1,
      ),
      fc.string(),
      fc.constant({ kind: "symbol", reason: "input", text: "var.x", key: "var.x" }),
      fc.constant({ kind: "absent" }),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("name", "id", "subnet", "rule", "properties"), tie("value"), {
        maxKeys: 3,
      }),
    ),
  })).value;
  const resource = fc.constantFrom(...names).chain((name) => {
    const table = registry.azurerm(name)?.table.arguments ?? {};
    const tops = Object.keys(table).map((path) => path.split(".")[0]?.replace("[]", "") ?? "");
    const identity = [
      "name",
      "resource_group_name",
      "virtual_network_name",
      "subnet_id",
      "server_id",
      "parent_id",
    ];
    return fc
      .dictionary(fc.constantFrom(...tops, ...identity), anything, { maxKeys: 6 })
      .map((body) => ({ name, body }));
  });
  fc.assert(
    fc.property(fc.array(resource, { minLength: 1, maxLength: 4 }), (resources) => {
      const raws = resources.map(({ name, body }, at) => terraform(`${name}.r${at}`, body));
      const { graph } = normalise(stackOf(...raws));
      for (const one of graph.resources) {
        one.get("properties");
        one.spanOf("properties.a.b");
        graph.target(one.get("properties.subnet.id"));
      }
    }),
    { numRuns: 300 },
  );
});
