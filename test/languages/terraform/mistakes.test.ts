import { terraform } from "../../../src/languages/terraform/index.ts";
import { MemoryReader } from "../../../src/source/index.ts";
import { casesOf, type Value } from "../../../src/value/index.ts";
import { evaluated, plain, resource, shown } from "./stack.ts";

const mistakes = async (...args: Parameters<typeof evaluated>): Promise<readonly string[]> =>
  (await evaluated(...args)).diagnostics.map(shown);

test("a file that cannot be parsed is reported, and the rest of the module is still read", async () => {
  const stack = await evaluated({
    "a.tf": 'resource "x_y" "z" {\n  name = \n',
    "b.tf": 'resource "x_y" "w" {\n name = "n"\n}',
  });
  expect(
    stack.diagnostics.some(
      (diagnostic) => diagnostic.severity === "error" && diagnostic.span?.file.path === "a.tf",
    ),
  ).toBe(true);
  expect(plain(resource(stack, "x_y.w").body)).toEqual({ name: "n" });
});

test("a module folder that is not there is reported at its source, and the module is opaque", async () => {
  const stack = await evaluated(
    'module "net" {\n  source = "./nowhere"\n}\noutput "it" {\n value = module.net.id\n}',
  );
  expect(stack.diagnostics.map(shown)).toEqual([
    'error missing-module at main.tf:2 "./nowhere": The module\'s folder `nowhere` cannot be used: it does not exist.',
  ]);
  expect(stack.opaqueModules.map(({ address, source }) => ({ address, source }))).toEqual([
    { address: "module.net", source: "./nowhere" },
  ]);
  expect(plain(stack.outputs.get("it") as never)).toBe("«module.net.id»");
});

test("a folder outside the repository is not read", async () => {
  expect(await mistakes('module "net" {\n  source = "../elsewhere"\n}')).toEqual([
    'error missing-module at main.tf:2 "../elsewhere": The module\'s folder `../elsewhere` cannot be used: it lies outside the repository.',
  ]);
});

test("locals in a circle are reported where they are declared", async () => {
  const source = 'locals {\n  a = local.b\n  b = local.a\n}\nresource "x_y" "z" {\n  name = local.a\n}';
  expect(await mistakes(source)).toEqual([
    "error reference-cycle at main.tf:2 local.b: `local.a` depends on itself.",
  ]);
});

test("a module that contains itself is reported, and evaluation ends", async () => {
  const files = {
    "main.tf": 'module "a" {\n  source = "./a"\n}',
    "a/main.tf": 'module "b" {\n  source = "../"\n}',
  };
  expect(await mistakes(files)).toEqual([
    'error module-cycle at a/main.tf:2 "../": Module `b` leads back to `.`, which is above it: a module cannot contain itself.',
  ]);
  const session = terraform.open(new MemoryReader(files));
  expect((await session.discover(["."])).stacks.map(({ path }) => path)).toEqual(["."]);
});

test("names that nobody declares are reported with the nearest", async () => {
  const source = `variable "location" {}
locals {
  a = var.location
  b = [local.a, azurerm_subnet.app.id]
  c = local.b
  d = local.c
}
resource "azurerm_subnet" "app" {
  a = var.locaton
  b = local.nothing
  c = azurerm_subnet.ap.id
  d = data.azurerm_subnet.other.id
  e = nofunction(1)
  f = modul.x
}`;
  const messages = (await evaluated(source)).diagnostics.map(({ code, message }) => `${code}: ${message}`);
  expect(messages).toEqual([
    "undeclared-reference: `var.locaton` is not declared in this module. Did you mean 'location'?",
    "undeclared-reference: `local.nothing` is not declared in this module.",
    "undeclared-reference: `azurerm_subnet.ap` is not declared in this module. Did you mean 'azurerm_subnet.app'?",
    "undeclared-reference: `data.azurerm_subnet.other` is not declared in this module.",
    expect.stringMatching(/^unknown-function: /),
    "undeclared-reference: There is no `modul` here. Did you mean 'module'?",
  ]);
});

test.each([
  ["list", "tolist([…])"],
  ["map", "tomap({…})"],
])("of a function that older versions had, %s, the message says what to write", async (name, instead) => {
  const { diagnostics } = await evaluated(
    `locals {\n  a = ${name}("b", "c")\n}\noutput "a" {\n  value = local.a\n}`,
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    expect.stringContaining(`Write \`${instead}\``),
  ]);
});

describe("a module whose variables nobody gives values", () => {
  const files = {
    "main.tf": `variable "zones" {
  default = []
}
variable "name" {
  default = null
}
resource "x_y" "z" {
  zone = var.zones[0]
  name = lower(var.name)
}
`,
  };

  test("is told once that its defaults alone come to nothing, and makes no mistake", async () => {
    const stack = await evaluated(files);
    expect(stack.diagnostics.map(shown)).toEqual([
      "warning needs-inputs at main.tf:8 [0]: No values are given for the variables of this module. With their defaults alone 2 expressions have no value, this one first: There is no item at position 0: the list has 0. What depends on them is taken as unknown; `--var-file` or `stacks` in the configuration gives values.",
    ]);
    expect(plain(resource(stack, "x_y.z").body)).toMatchObject({ zone: expect.stringContaining("«") });
  });

  test("keeps what a `for_each` or `count` without a value would make, with its number unknown", async () => {
    const { resources } = await evaluated({
      "main.tf": `variable "nothing" {
  default = null
}
resource "x_y" "each" {
  for_each = var.nothing
}
resource "x_y" "counted" {
  count = var.nothing == null ? "none" : 1
}
resource "x_y" "blocks" {
  dynamic "rule" {
    for_each = "none"
    content {}
  }
}
module "m" {
  source   = "./m"
  for_each = var.nothing
}
`,
      "m/main.tf": 'resource "x_y" "inner" {}',
    });
    expect(resources.map(({ address }) => address).sort()).toEqual([
      "module.m[each.key].x_y.inner",
      "x_y.blocks",
      "x_y.counted[count.index]",
      "x_y.each[each.key]",
    ]);
    expect(
      resources.filter(({ condition }) => condition.kind === "literal").map(({ address }) => address),
    ).toEqual(["x_y.blocks"]);
    const blocks = resources.find(({ address }) => address === "x_y.blocks");
    expect(blocks && plain(blocks.body)).toMatchObject({ rule: [expect.stringContaining("«")] });
  });

  test("makes one where some are given", async () => {
    const inputs = { vars: [["name", "a"]] } as const;
    expect(await mistakes(files, inputs)).toEqual([
      "error invalid-reference at main.tf:8 [0]: There is no item at position 0: the list has 0.",
    ]);
  });

  test("makes one where no value could mend it", async () => {
    const source = `variable "n" {
  default = 2
}
resource "x_y" "z" {
  count = var.n
}
output "it" {
  value = x_y.z.id
}`;
    expect(await mistakes(source)).toEqual([
      "error invalid-reference at main.tf:8 .id: There are several instances: which one is meant needs an index, as in `[0]`.",
    ]);
  });

  test("makes one where the mistake lies in what it declares", async () => {
    const [mistake] = await mistakes('variable "n" {\n  type    = number\n  default = "many"\n}');
    expect(mistake).toContain("error invalid-value");
  });
});

test("a folder whose names mostly lead nowhere is said to be a part of another module, once", async () => {
  const source = 'resource "x_y" "z" {\n  a = var.settings.a\n  b = var.global.b\n  c = local.c\n}';
  const stack = await evaluated(source);
  expect(stack.diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning fragment"]);
  expect(plain(resource(stack, "x_y.z").body)).toEqual({
    a: "«var.settings.a»",
    b: "«var.global.b»",
    c: "«local.c»",
  });
});

test("what is read from an undeclared resource is unknown, and the same for all who read it", async () => {
  const stack = await evaluated('output "it" {\n value = azurerm_subnet.a.id == azurerm_subnet.a.id\n}');
  expect(plain(stack.outputs.get("it") as never)).toBe(true);
});

test("an unknown variable in a variable file is a warning", async () => {
  const files = { "main.tf": 'variable "region" {}', "terraform.tfvars": 'regoin = "x"' };
  expect(await mistakes(files)).toEqual([
    "warning unknown-variable at terraform.tfvars:1 \"x\": There is no variable `regoin` in this module. Did you mean 'region'?",
  ]);
});

test("a value that its validation refuses is a warning", async () => {
  const source = `variable "sku" {
  default = "c"
  validation {
    condition     = contains(["a", "b"], var.sku)
    error_message = "no"
  }
}`;
  expect(await mistakes(source)).toEqual([
    'warning invalid-value at main.tf:2 "c": The value of `var.sku` does not meet its validation: contains(["a", "b"], var.sku).',
  ]);
});

test("what a module without values hands down of its defaults is no mistake of its call", async () => {
  const files = {
    "main.tf": 'variable "tags" {\n  default = ""\n}\nmodule "m" {\n  source = "./m"\n  tags   = var.tags\n}',
    "m/main.tf": 'variable "tags" {\n  type = map(string)\n}',
    "prod.tfvars": 'tags = "none"',
  };
  expect(await mistakes(files)).toEqual([
    "warning needs-inputs at main.tf:6 var.tags: No values are given for the variables of this module. With their defaults alone an expression has no value: This does not fit `var.tags` of this module: a map(string) is required. What depends on them is taken as unknown; `--var-file` or `stacks` in the configuration gives values.",
  ]);
  expect(await mistakes(files, { varFiles: ["prod.tfvars"] })).toEqual([
    "error invalid-value at main.tf:6 var.tags: This does not fit `var.tags` of this module: a map(string) is required.",
  ]);
});

test("validations that the defaults of a module without values fail are told once", async () => {
  const checked = (name: string): string =>
    `variable "${name}" {\n  default = ""\n  validation {\n    condition     = length(var.${name}) != 0\n    error_message = "no"\n  }\n}\n`;
  const files = { "main.tf": `${checked("a")}${checked("b")}`, "prod.tfvars": 'a = ""' };
  expect(await mistakes(files)).toEqual([
    'warning needs-inputs at main.tf:2 "": No values are given for the variables of this module. With their defaults alone 2 validations fail, this one first: The value of `var.a` does not meet its validation: length(var.a) != 0. `--var-file` or `stacks` in the configuration gives values.',
  ]);
  expect(await mistakes(files, { varFiles: ["prod.tfvars"] })).toHaveLength(2);
});

test("arguments that a module does not take, and those that it misses, are reported", async () => {
  const files = {
    "main.tf": 'module "m" {\n  source = "./m"\n  extra  = 1\n}',
    "m/main.tf": 'variable "needed" {}\nvariable "other" {\n default = 1\n}',
    "more.tf": 'module "n" {\n  source = "./n"\n}',
    "n/main.tf": 'variable "a" {}\nvariable "b" {}\nvariable "c" {}',
  };
  expect(await mistakes(files)).toEqual([
    "error unknown-argument at main.tf:3 extra: Module `m` has no variable `extra`.",
    'error missing-argument at main.tf:1 module "m": Module `m` needs a value for `needed`.',
    'error missing-argument at more.tf:1 module "n": Module `n` needs values for `a`, `b` and `c`.',
  ]);
});

test("a large map that many look something up in is no limit", async () => {
  const source = `locals {
  definitions = { for n in range(500) : "policy\${n}" => { for m in range(100) : "rule\${m}" => "a text of some length" } }
  names       = keys(local.definitions)
}
output "found" {
  value = length([for n in range(1000) : lookup(local.definitions, "policy\${n}", null) if contains(local.names, "policy\${n}")])
}`;
  const stack = await evaluated(source);
  expect(stack.diagnostics.map(shown)).toEqual([]);
  expect(plain(stack.outputs.get("found") as never)).toBe(500);
});

describe("hostile input ends in bounded time with a diagnostic", () => {
  const limits = { instances: 1_000, steps: 200_000, depth: 200 };
  const hostile = async (source: string): Promise<readonly string[]> => {
    const session = terraform.open(new MemoryReader({ "main.tf": source }), { limits });
    const stack = await session.evaluate({ language: "terraform", path: "." });
    return [...new Set(stack.diagnostics.map(({ code }) => code))];
  };

  test("a count beyond all bounds", async () => {
    expect(await hostile('resource "x_y" "z" {\n  count = 1000000000\n}')).toEqual(["limit-exceeded"]);
  });

  test("loops within loops", async () => {
    const range = "[0,1,2,3,4,5,6,7,8,9]";
    const nested = Array.from({ length: 8 }).reduce((inner) => `[for x in ${range} : ${inner}]`, "1");
    expect(await hostile(`locals {\n  a = ${nested}\n}`)).toEqual(["limit-exceeded"]);
  });

  test("values that double with every line", async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `  a${at + 1} = [local.a${at}, local.a${at}]`);
    expect(await hostile(`locals {\n  a0 = 1\n${lines.join("\n")}\n}`)).toEqual(["limit-exceeded"]);
  });

  test("texts that double with every line", async () => {
    const lines = Array.from({ length: 60 }, (_, at) => `  a${at + 1} = "\${local.a${at}}\${local.a${at}}"`);
    expect(await hostile(`locals {\n  a0 = "xxxxxxxxxxxxxxxx"\n${lines.join("\n")}\n}`)).toEqual([
      "limit-exceeded",
    ]);
  });

  test("values that are nested deeper with every line", async () => {
    const lines = Array.from({ length: 3_000 }, (_, at) => `  a${at + 1} = [local.a${at}]`);
    expect(await hostile(`locals {\n  a0 = 1\n${lines.join("\n")}\n}`)).toContain("limit-exceeded");
  });

  test("conditions that grow with every line", async () => {
    const lines = Array.from({ length: 3_000 }, (_, at) => `  a${at + 1} = local.a${at} && var.b == ${at}`);
    const variables = 'variable "a" {}\nvariable "b" {}';
    expect(await hostile(`${variables}\nlocals {\n  a0 = var.a\n${lines.join("\n")}\n}`)).toContain(
      "limit-exceeded",
    );
  });

  test("a chain of references without end", async () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `  a${at} = local.a${at + 1}`);
    expect(await hostile(`locals {\n${lines.join("\n")}\n  a5000 = 1\n}`)).toEqual(["limit-exceeded"]);
  });

  test("an item behind others that have many cases each or may be missing", async () => {
    const cases = (name: string): string =>
      Array.from({ length: 30 }, (_, at) => `var.${name} == "${at}" ? "${name}${at}" : `).join("");
    const names = ["a", "b", "c", "d", "e", "f"];
    const variables = names.map((name) => `variable "${name}" {\n type = string\n}`).join("\n");
    const items = names.map((name) => `${cases(name)}""`).join(", ");
    const stack = await evaluated(
      `${variables}\noutput "found" {\n value = compact(concat([${items}], ["last"]))[1]\n}`,
    );
    const found = stack.outputs.get("found") as Value;
    expect(casesOf(found).some(({ value }) => plain(value) === "b0")).toBe(true);
    expect(casesOf(found).some(({ value }) => plain(value) === "a0")).toBe(false);
  });

  test("modules that multiply on every level", async () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 40; at++) {
      const path = at === 0 ? "main.tf" : `m${at}/main.tf`;
      const source = at === 0 ? `./m${at + 1}` : `../m${at + 1}`;
      files[path] = `module "a" {\n  source = "${source}"\n}\nmodule "b" {\n  source = "${source}"\n}`;
    }
    files["m40/main.tf"] = "";
    const session = terraform.open(new MemoryReader(files), { limits });
    const stack = await session.evaluate({ language: "terraform", path: "." });
    expect([...new Set(stack.diagnostics.map(({ code }) => code))]).toEqual(["limit-exceeded"]);
  });

  test("names that objects have of themselves are names like any other", async () => {
    const stack = await evaluated(
      'variable "__proto__" {\n default = { __proto__ = 1, constructor = 2 }\n}\noutput "toString" {\n value = var.__proto__["constructor"]\n}',
    );
    expect(plain(stack.outputs.get("toString") as never)).toBe(2);
  });
});
