import { parseResourceId } from "../../src/model/index.ts";
import type { ArgumentRule } from "../../src/resources/define.ts";
import { azurermTypes } from "../../src/resources/generated/index.ts";
import {
  type AzurermResource,
  argumentFor,
  type Major,
  normalise,
  ResourceRegistry,
} from "../../src/resources/index.ts";
import { convert, convertChild, pathParts, rulesOf, within } from "../../src/resources/table/index.ts";
import { SourceFile } from "../../src/source/index.ts";
import fc from "../random.ts";
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

interface Case {
  readonly name: string;
  readonly arguments: AzurermResource["arguments"];
  readonly child: boolean;
  readonly argument: string;
  readonly rule: ArgumentRule;
}

/** Every rule of every table that moves or translates a value; what reshapes or composes one is tested by itself. */
function* cases(): Iterable<Case> {
  for (const name of names) {
    const table = registry.azurerm(name)?.table;
    if (!table) continue;
    const parts = [
      { arguments: table.arguments, child: false },
      ...(table.children ?? []).map((one) => ({ ...one, child: true })),
    ];
    for (const { arguments: args, child } of parts) {
      for (const [argument, says] of Object.entries(args)) {
        for (const rule of rulesOf(says))
          if (isPlain(rule)) yield { name, arguments: args, child, argument, rule };
      }
    }
  }
}

function isPlain(rule: ArgumentRule): boolean {
  return !rule.reshape && !rule.partOf && !rule.partOfParent && rule.presence === undefined;
}

/** What is wrong with a rule; undefined when it goes to Terraform and back. */
function problemOf({ name, arguments: args, child, argument, rule }: Case): string | undefined {
  const major = MAJORS.find((one) => within(rule.majors, one)) ?? 5;
  const wanted: Scalar = rule.map ? (Object.values(rule.map).find((value) => value !== null) ?? "x") : "x";
  const written = argumentFor({ arguments: args }, major, rule.arm, wanted);
  if (written?.value === undefined) return `${name}: ${argument} cannot be written`;
  const blocks = written.blocks.map((block) => block.name + (block.repeated ? "[]" : ""));
  const each = Object.hasOwn(args, [...blocks, `${written.argument}[]`].join("."));
  const value = each ? [written.value] : written.value;
  const body = fromPlain(bodyWith(written.blocks, written.argument, value)) as ObjectValue;
  const conversion = { major, owner, address: "a.b", span: { file, start: 0, end: 8 } };
  const made = child ? convertChild(args, body, conversion) : convert({ arguments: args }, body, conversion);
  const found = toPlain(firstAt(made.written, rule.arm));
  return found === wanted ? undefined : `${name}: ${argument} → ${rule.arm} gives ${JSON.stringify(found)}`;
}

test("what a table writes in Terraform it reads back as the same ARM property", () => {
  const all = [...cases()];
  expect(all.map(problemOf).filter((problem) => problem !== undefined)).toEqual([]);
  expect(all.length).toBeGreaterThan(1300);
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
