// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates with the same braces.
import { terraform } from "../../../src/languages/terraform/index.ts";
import { MemoryReader } from "../../../src/source/index.ts";
import type { Value } from "../../../src/value/index.ts";
import { evaluated, plain, resource, shown } from "./stack.ts";

const CHILD =
  'variable "name" {}\nresource "x_y" "z" {\n  name = var.name\n}\noutput "id" {\n  value = x_y.z.id\n}\noutput "name" {\n  value = var.name\n}';

test("a module is evaluated once for each call, with what the call hands in", async () => {
  const stack = await evaluated({
    "main.tf": `module "each" {
  source   = "./child"
  for_each = { a = "one", b = "two" }
  name     = each.value
}
module "count" {
  source = "./child"
  count  = 2
  name   = "n\${count.index}"
}
output "it" {
  value = [module.each["b"].name, module.count[1].name, [for m in module.each : m.id]]
}`,
    "child/main.tf": CHILD,
  });
  expect(stack.diagnostics.map(shown)).toEqual([]);
  expect(
    stack.resources.map((one) => [one.address, one.module, plain(one.body.entries.get("name") as Value)]),
  ).toEqual([
    ['module.each["a"].x_y.z', 'module.each["a"]', "one"],
    ['module.each["b"].x_y.z', 'module.each["b"]', "two"],
    ["module.count[0].x_y.z", "module.count[0]", "n0"],
    ["module.count[1].x_y.z", "module.count[1]", "n1"],
  ]);
  const [, , ids] = (stack.outputs.get("it") as Value & { kind: "list" }).items;
  expect((ids as Value & { kind: "list" }).items.map((id) => id.via?.resource.address)).toEqual([
    'module.each["a"].x_y.z',
    'module.each["b"].x_y.z',
  ]);
});

test("outputs may go back and forth between modules as long as they do not need themselves", async () => {
  const stack = await evaluated({
    "main.tf":
      'module "a" {\n  source = "./a"\n  x = module.b.two\n}\nmodule "b" {\n  source = "./b"\n  y = module.a.one\n}\noutput "it" {\n  value = module.a.three\n}',
    "a/main.tf": 'variable "x" {}\noutput "one" {\n  value = 1\n}\noutput "three" {\n  value = var.x + 1\n}',
    "b/main.tf": 'variable "y" {}\noutput "two" {\n  value = var.y + 1\n}',
  });
  expect(stack.diagnostics).toEqual([]);
  expect(plain(stack.outputs.get("it") as Value)).toBe(3);
});

test("a resource handed on through an output is still that resource", async () => {
  const stack = await evaluated({
    "main.tf": 'module "m" {\n  source = "./m"\n}\noutput "it" {\n  value = module.m.subnet.id\n}',
    "m/main.tf":
      'resource "azurerm_subnet" "s" {\n  name = "s"\n}\noutput "subnet" {\n  value = azurerm_subnet.s\n}',
  });
  expect(stack.outputs.get("it")?.via?.resource.address).toBe("module.m.azurerm_subnet.s");
});

test("a module from elsewhere is opaque and takes its inputs with it; installed, it is read", async () => {
  const main =
    'module "net" {\n  source  = "Azure/network/azurerm"\n  version = "5.0"\n  name    = "n"\n}\noutput "it" {\n  value = module.net.name\n}';
  const opaque = await evaluated(main);
  expect(opaque.opaqueModules).toHaveLength(1);
  expect(opaque.opaqueModules[0]).toMatchObject({
    address: "module.net",
    source: "Azure/network/azurerm",
    reason: "registry module, not installed",
  });
  expect(plain(opaque.opaqueModules[0]?.inputs as Value)).toEqual({ name: "n" });
  expect(opaque.outputs.get("it")).toMatchObject({
    kind: "symbol",
    reason: "opaque",
    text: "module.net.name",
  });

  const installed = await evaluated({
    "main.tf": main,
    ".terraform/modules/modules.json": JSON.stringify({
      Modules: [
        { Key: "", Dir: "." },
        { Key: "net", Dir: ".terraform/modules/net" },
      ],
    }),
    ".terraform/modules/net/main.tf": CHILD,
  });
  expect(installed.opaqueModules).toEqual([]);
  expect(plain(installed.outputs.get("it") as Value)).toBe("n");
});

test("a module under a condition puts its condition on all that it makes", async () => {
  const stack = await evaluated({
    "main.tf":
      'variable "on" {\n  type = bool\n}\nmodule "m" {\n  source = "./m"\n  count = var.on ? 1 : 0\n  name = "n"\n}',
    "m/main.tf": CHILD,
  });
  expect(resource(stack, "module.m[0].x_y.z").condition).toMatchObject({ kind: "symbol", text: "var.on" });
});

test("over something unknown one module stands for all, whatever key is asked for", async () => {
  const stack = await evaluated({
    "main.tf": `variable "nets" {}
module "m" {
  source   = "./m"
  for_each = var.nets
  name     = each.key
}
output "it" {
  value = [module.m["app"].id, values(module.m)[*].id]
}`,
    "m/main.tf": CHILD,
  });
  const [only] = stack.resources;
  expect([only?.address, only?.symbolic]).toEqual(["module.m[each.key].x_y.z", true]);
  const [one, all] = (stack.outputs.get("it") as Value & { kind: "list" }).items;
  expect(one?.via?.resource).toBe(only);
  expect((all as Value & { kind: "list" }).rest).toBeDefined();
  expect(stack.diagnostics).toEqual([]);
});

test("five levels of modules with six members each are as many instances as that makes", async () => {
  const level = (at: number) => `${at === 0 ? "" : 'variable "p" {}\n'}module "n" {
  source   = "${at === 0 ? "./m1" : `../m${at + 1}`}"
  for_each = toset(["a", "b", "c", "d", "e", "f"])
  p        = "${at === 0 ? "" : "${var.p}"}\${each.key}"
}
output "names" {
  value = flatten([for n in module.n : n.names])
}`;
  const leaf =
    'variable "p" {}\nresource "x_y" "z" {\n  name = var.p\n}\noutput "names" {\n  value = [x_y.z.name]\n}';
  const files = {
    "main.tf": level(0),
    "m1/a.tf": level(1),
    "m2/a.tf": level(2),
    "m3/a.tf": level(3),
    "m4/a.tf": leaf,
  };
  const stack = await evaluated(files);
  expect(stack.resources).toHaveLength(1_296);
  const names = plain(stack.outputs.get("names") as Value) as string[];
  expect([names.length, names[0], names.at(-1)]).toEqual([1_296, "aaaa", "ffff"]);
});

test("providers are handed down by name, and the root's name is the one that counts", async () => {
  const stack = await evaluated({
    "main.tf":
      'module "m" {\n  source = "./m"\n  providers = {\n    azurerm = azurerm.hub\n  }\n}\nresource "azurerm_subnet" "a" {\n  provider = azurerm.spoke\n}',
    "m/main.tf": 'resource "azurerm_subnet" "s" {}',
  });
  expect(resource(stack, "module.m.azurerm_subnet.s").provider?.name).toBe("azurerm.hub");
  expect(resource(stack, "azurerm_subnet.a").provider?.name).toBe("azurerm.spoke");
});

describe("which major version of a provider", () => {
  const major = async (files: Record<string, string>) => {
    const stack = await evaluated({ "r.tf": 'resource "azurerm_subnet" "a" {}', ...files });
    return [stack.resources[0]?.provider?.major, ...stack.assumptions];
  };
  const required = (version: string) =>
    `terraform {\n  required_providers {\n    azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "${version}"\n    }\n  }\n}`;

  test.each([
    ["~> 3.0", 3],
    ["~> 4.1.2", 4],
    [">= 3.0, < 5.0", 4],
    ["4.12.0", 4],
    [">= 3.7, < 4.5", 4],
  ])("%s allows %i at most", async (version, expected) => {
    expect(await major({ "v.tf": required(version) })).toEqual([
      expected,
      `azurerm ${expected} (from required_providers)`,
    ]);
  });

  test("the lock file wins", async () => {
    const lock = 'provider "registry.terraform.io/hashicorp/azurerm" {\n  version = "4.3.0"\n}';
    expect(await major({ "v.tf": required(">= 3.0"), ".terraform.lock.hcl": lock })).toEqual([
      4,
      "azurerm 4 (from .terraform.lock.hcl)",
    ]);
  });

  test("no bound leaves it open", async () => {
    expect(await major({ "v.tf": required(">= 3.0") })).toEqual([undefined]);
  });
});

describe("discovery", () => {
  const stacks = async (files: Record<string, string>, ...paths: string[]) => {
    const session = terraform.open(new MemoryReader(files));
    return (await session.discover(paths.length > 0 ? paths : ["."])).stacks.map(({ path }) => path);
  };
  const calls = (source: string) => `module "m" {\n  source = "${source}"\n}`;

  test("modules that are called are judged through their callers, others by themselves", async () => {
    const files = {
      "prod/main.tf": calls("../modules/a"),
      "modules/a/main.tf": calls("../b"),
      "modules/b/x.tf": "",
      "modules/c/x.tf": "",
    };
    expect(await stacks(files)).toEqual(["modules/c", "prod"]);
    expect(await stacks(files, "modules/b")).toEqual(["modules/b"]);
  });

  test("a file stands for its folder", async () => {
    expect(
      await stacks({ "prod/main.tf": "", "prod/other.tf": "", "readme.md": "" }, "prod/main.tf", "readme.md"),
    ).toEqual(["prod"]);
  });

  test("what tools have put there is left alone", async () => {
    expect(
      await stacks({ "main.tf": "", ".terraform/modules/x/main.tf": "", "node_modules/y/main.tf": "" }),
    ).toEqual(["."]);
  });

  test("modules in a circle are judged from the first of them", async () => {
    expect(await stacks({ "a/x.tf": calls("../b"), "b/x.tf": calls("../a") })).toEqual(["a"]);
  });
});
