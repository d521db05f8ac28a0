import { readFileSync } from "node:fs";
import { plan } from "../../../src/languages/terraform/plan/index.ts";
import type { FrontendOptions } from "../../../src/model/index.ts";
import { MemoryReader, spanText } from "../../../src/source/index.ts";
import type { Value } from "../../../src/value/index.ts";
import { plain, resource, shown } from "./stack.ts";

const FOLDER = "fixtures/languages/terraform/plan";
const read = (path: string): string => readFileSync(`${FOLDER}/${path}`, "utf8");
const PLAN = { "plan.json": read("plan.json") };
const SOURCES = { "main.tf": read("main.tf"), "endpoint/main.tf": read("endpoint/main.tf") };

const evaluated = (files: Readonly<Record<string, string>>, options: FrontendOptions = {}) =>
  plan.open(new MemoryReader(files), options).evaluate({ language: "plan", path: "plan.json" });

const ADDRESSES = [
  "terraform_data.named",
  "terraform_data.network",
  'terraform_data.subnet["app"]',
  'terraform_data.subnet["data"]',
  "module.endpoint.terraform_data.endpoint",
];

describe.each([
  ["alone", PLAN],
  ["beside the configuration it was made from", { ...PLAN, ...SOURCES }],
])("a plan %s", (_, files) => {
  test("gives the resources as they will be", async () => {
    const stack = await evaluated(files);
    expect(stack.diagnostics.map(shown)).toEqual([]);
    expect(stack.resources.map((one) => one.address)).toEqual(ADDRESSES);
    expect(plain(resource(stack, "terraform_data.network").body.entries.get("input") as Value)).toEqual({
      name: "vnet-prod",
    });
  });

  test("links what is only known later to where it is read from, also through variables of modules", async () => {
    const stack = await evaluated(files);
    const trigger = (address: string) =>
      resource(stack, address).body.entries.get("triggers_replace") as Value;
    expect(trigger('terraform_data.subnet["app"]').via?.resource).toBe(
      resource(stack, "terraform_data.network"),
    );
    expect(trigger("module.endpoint.terraform_data.endpoint").via).toMatchObject({ attribute: "id" });
    expect(trigger("module.endpoint.terraform_data.endpoint").via?.resource).toBe(
      resource(stack, 'terraform_data.subnet["data"]'),
    );
  });

  test("links what is known, too", async () => {
    const stack = await evaluated(files);
    const name = resource(stack, "terraform_data.named").body.entries.get("input") as Value;
    expect(plain(name)).toBe("vnet-prod");
    expect(name.via?.resource).toBe(resource(stack, "terraform_data.network"));
  });

  test("asks for the shape of ids that are only known later", async () => {
    const idOf = (one: { readonly address: string }) =>
      ({ kind: "literal", value: `/ids/${one.address}` }) as const;
    const stack = await evaluated(files, { idOf });
    const trigger = resource(stack, "module.endpoint.terraform_data.endpoint").body.entries.get(
      "triggers_replace",
    ) as Value;
    expect(plain(trigger)).toBe('/ids/terraform_data.subnet["data"]');
  });
});

test("places are in the plan when it is alone, and in the configuration when that lies beside it", async () => {
  const alone = await evaluated(PLAN);
  expect(resource(alone, "terraform_data.network").span.file.path).toBe("plan.json");
  expect(spanText(resource(alone, "terraform_data.network").span)).toContain(
    '"address": "terraform_data.network"',
  );
  const beside = await evaluated({ ...PLAN, ...SOURCES });
  expect(spanText(resource(beside, "terraform_data.network").span)).toMatch(
    /^resource "terraform_data" "network"/,
  );
  expect(beside.comments.map(({ text }) => text)).toEqual([expect.stringMatching(/^isolint-ignore/)]);
});

test("attributes that only the cloud knows are unknown, not missing", async () => {
  const stack = await evaluated(PLAN);
  expect(resource(stack, "terraform_data.network").attribute("output")).toMatchObject({
    kind: "symbol",
    reason: "computed",
  });
});

test("data sources that were read are existing resources", async () => {
  const document = {
    format_version: "1.2",
    planned_values: { root_module: {} },
    prior_state: {
      values: {
        root_module: {
          resources: [
            {
              address: "data.azurerm_subnet.s",
              mode: "data",
              type: "azurerm_subnet",
              name: "s",
              values: { id: "/subscriptions/x", route_table_id: null },
            },
            {
              address: "azurerm_subnet.gone",
              mode: "managed",
              type: "azurerm_subnet",
              name: "gone",
              values: {},
            },
          ],
        },
      },
    },
    configuration: {
      provider_config: {
        azurerm: {
          name: "azurerm",
          full_name: "registry.terraform.io/hashicorp/azurerm",
          version_constraint: "~> 4.0",
        },
      },
    },
  };
  const stack = await evaluated({ "plan.json": JSON.stringify(document) });
  expect(stack.resources.map(({ address, mode, provider }) => [address, mode, provider?.major])).toEqual([
    ["data.azurerm_subnet.s", "existing", 4],
  ]);
  expect(plain(stack.resources[0]?.body as Value)).toEqual({ id: "/subscriptions/x" });
  expect(stack.assumptions).toEqual(["azurerm 4 (from the plan)"]);
});

test("sensitive values stay so", async () => {
  const one = {
    address: "x_y.z",
    mode: "managed",
    type: "x_y",
    name: "z",
    values: { key: "secret", open: true },
    sensitive_values: { key: true },
  };
  const stack = await evaluated({
    "plan.json": JSON.stringify({
      format_version: "1.2",
      planned_values: { root_module: { resources: [one] } },
    }),
  });
  const { entries } = resource(stack, "x_y.z").body;
  expect([entries.get("key")?.sensitive, entries.get("open")?.sensitive]).toEqual([true, undefined]);
});

test("a plan is found when it is named, or where no configuration lies beside it", async () => {
  const found = async (files: Record<string, string>, ...paths: string[]) =>
    (await plan.open(new MemoryReader(files)).discover(paths)).stacks.map(({ path }) => path);
  expect(await found({ "a/plan.json": PLAN["plan.json"], "a/other.json": "{}" }, ".")).toEqual([
    "a/plan.json",
  ]);
  expect(await found({ ...PLAN, ...SOURCES }, ".")).toEqual([]);
  expect(await found({ ...PLAN, ...SOURCES }, "plan.json", "main.tf")).toEqual(["plan.json"]);
});

test.each([
  ["no JSON", "{ nope"],
  ["nested beyond all bounds", `{"format_version": "1", "planned_values": ${"[".repeat(100_000)}`],
])("%s is a diagnostic", async (_, text) => {
  const stack = await evaluated({ "plan.json": text });
  expect(stack.diagnostics[0]).toMatchObject({ severity: "error", code: "parse-error" });
});

test("resources that refer to each other in a circle end as unknown", async () => {
  const one = (name: string) => ({ address: `x_y.${name}`, mode: "managed", type: "x_y", name, values: {} });
  const change = (name: string) => ({ address: `x_y.${name}`, change: { after_unknown: { peer: true } } });
  const declared = (name: string, other: string) => ({
    address: `x_y.${name}`,
    type: "x_y",
    name,
    expressions: { peer: { references: [`x_y.${other}.peer`, `x_y.${other}`] } },
  });
  const document = {
    format_version: "1.2",
    planned_values: { root_module: { resources: [one("a"), one("b")] } },
    resource_changes: [change("a"), change("b")],
    configuration: { root_module: { resources: [declared("a", "b"), declared("b", "a")] } },
  };
  const stack = await evaluated({ "plan.json": JSON.stringify(document) });
  expect(resource(stack, "x_y.a").body.entries.get("peer")).toMatchObject({ kind: "symbol" });
});
