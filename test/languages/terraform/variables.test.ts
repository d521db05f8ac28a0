// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates with the same braces.
import type { SymbolValue, Value } from "../../../src/value/index.ts";
import { casesOf, is, outcomeOf } from "../../../src/value/index.ts";
import { evaluated, output, plain, resource, shown } from "./stack.ts";

describe("values given from outside", () => {
  const source = 'variable "a" {\n  default = "default"\n}\noutput "it" {\n  value = var.a\n}';
  const files = {
    "main.tf": source,
    "terraform.tfvars": 'a = "terraform.tfvars"',
    "terraform.tfvars.json": '{ "a": "json" }',
    "b.auto.tfvars": 'a = "b.auto"',
    "a.auto.tfvars": 'a = "a.auto"',
    "prod.tfvars": 'a = "prod"',
  };
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));

  test("later files win over earlier ones, flags over files", async () => {
    expect(await output({ "main.tf": source })).toBe("default");
    expect(await output({ "main.tf": source }, "it", { environment: new Map([["TF_VAR_a", "env"]]) })).toBe(
      "env",
    );
    expect(await output(without("b.auto.tfvars", "a.auto.tfvars", "terraform.tfvars.json"))).toBe(
      "terraform.tfvars",
    );
    expect(await output(without("b.auto.tfvars", "a.auto.tfvars"))).toBe("json");
    expect(await output(files)).toBe("b.auto");
    expect(await output(files, "it", { varFiles: ["prod.tfvars"] })).toBe("prod");
    expect(await output(files, "it", { varFiles: ["prod.tfvars"], vars: [["a", "flag"]] })).toBe("flag");
  });

  test("the files used are told in order", async () => {
    expect((await evaluated(files, { varFiles: ["prod.tfvars"] })).inputs).toEqual([
      "terraform.tfvars",
      "terraform.tfvars.json",
      "a.auto.tfvars",
      "b.auto.tfvars",
      "prod.tfvars",
    ]);
  });

  test("a flag for a variable of a compound type is an expression", async () => {
    const list = 'variable "a" {\n  type = list(string)\n}\noutput "it" {\n  value = var.a\n}';
    expect(await output(list, "it", { vars: [["a", '["x", "y"]']] })).toEqual(["x", "y"]);
    const text = 'variable "a" {\n  type = string\n}\noutput "it" {\n  value = var.a\n}';
    expect(await output(text, "it", { vars: [["a", '["x"]']] })).toBe('["x"]');
  });

  test("a variable file that is not there is reported", async () => {
    const stack = await evaluated(source, { varFiles: ["nope.tfvars"] });
    expect(stack.diagnostics.map(shown)).toEqual([
      "error unreadable-file at nope.tfvars: The variable file cannot be read: it does not exist.",
    ]);
  });
});

describe("types", () => {
  test("convert what is given and fill in what is optional", async () => {
    const source = `variable "o" {
  type = object({
    name  = string
    count = optional(number, 3)
    tags  = optional(map(string))
  })
  default = { name = 5 }
}
output "it" {
  value = var.o
}`;
    expect(await output(source)).toEqual({ name: "5", count: 3, tags: null });
  });

  test("what does not fit is reported where it is written", async () => {
    const stack = await evaluated('variable "n" {\n  type    = number\n  default = "many"\n}');
    expect(stack.diagnostics.map(shown)).toEqual([
      'error invalid-value at main.tf:3 "many": This does not fit `var.n`: a number is required.',
    ]);
  });

  test("null where null is not allowed takes the default", async () => {
    const files = {
      "main.tf":
        'module "m" {\n  source = "./m"\n  a = null\n  b = null\n}\noutput "it" {\n  value = [module.m.a, module.m.b]\n}',
      "m/main.tf":
        'variable "a" {\n  default  = 1\n  nullable = false\n}\nvariable "b" {\n  default = 1\n}\noutput "a" {\n  value = var.a\n}\noutput "b" {\n  value = var.b\n}',
    };
    expect(await output(files)).toEqual([1, null]);
  });

  test("sensitive values stay so in what is read from them", async () => {
    const stack = await evaluated(
      'variable "s" {\n  sensitive = true\n  default = { a = "secret" }\n}\nresource "x_y" "z" {\n  one = var.s.a\n  two = "x${var.s.a}"\n}',
    );
    const { entries } = resource(stack, "x_y.z").body;
    expect([entries.get("one")?.sensitive, entries.get("two")?.sensitive]).toEqual([true, true]);
  });
});

describe("variables without a value", () => {
  test("are symbols with the name that they have", async () => {
    const stack = await evaluated('variable "a" {}\noutput "it" {\n  value = var.a.b\n}');
    expect(stack.outputs.get("it")).toMatchObject({ kind: "symbol", reason: "input", text: "var.a.b" });
    expect(stack.diagnostics).toEqual([]);
  });

  test("of an object type have each attribute by its name", async () => {
    const stack = await evaluated(
      'variable "a" {\n  type = object({ b = string, c = optional(bool) })\n}\noutput "it" {\n  value = var.a\n}',
    );
    expect(plain(stack.outputs.get("it") as Value)).toEqual({ b: "«var.a.b»", c: "«var.a.c»" });
  });

  test.each([
    ["contains", 'contains(["a", "b"], var.x)'],
    ["comparisons", 'var.x == "a" || var.x == "b"'],
    ["a pattern of alternatives", 'can(regex("^(a|b)$", var.x))'],
    ["two conditions at once", 'contains(["a", "b", "c"], var.x) && contains(["b", "a"], var.x)'],
  ])("take the values that a validation lists: %s", async (_, condition) => {
    const stack = await evaluated(
      `variable "x" {\n  type = string\n  validation {\n    condition = ${condition}\n    error_message = ""\n  }\n}\noutput "it" {\n  value = var.x\n}`,
    );
    const symbol = stack.outputs.get("it") as SymbolValue;
    expect(symbol.domain?.map(plain).sort()).toEqual(["a", "b"]);
    expect(outcomeOf(is(symbol, "c"))).toBe("false");
  });

  test("may be validated by functions of themselves", async () => {
    const stack = await evaluated(
      'variable "x" {\n  validation {\n    condition = lower(var.x) == var.x\n    error_message = ""\n  }\n}\noutput "it" {\n  value = var.x\n}',
    );
    expect(stack.outputs.get("it")).toMatchObject({ kind: "symbol", text: "var.x" });
    expect(stack.diagnostics).toEqual([]);
  });

  test("decide what every value that they may take decides", async () => {
    const stack = await evaluated(`variable "sku" {
  validation {
    condition     = contains(["dev", "test"], var.sku)
    error_message = ""
  }
}
output "it" {
  value = var.sku == "prod" ? "open" : "closed"
}`);
    expect(plain(stack.outputs.get("it") as Value)).toBe("closed");
  });

  test("are not null where null is not allowed", async () => {
    const stack = await evaluated(
      'variable "x" {\n  nullable = false\n}\noutput "it" {\n  value = var.x == null\n}',
    );
    expect(plain(stack.outputs.get("it") as Value)).toBe(false);
  });

  test("two arms under one condition are told apart case by case", async () => {
    const stack = await evaluated(
      'variable "on" {\n  type = bool\n}\noutput "it" {\n  value = var.on ? "a" : "b"\n}',
    );
    expect(casesOf(stack.outputs.get("it") as Value).map(({ value }) => plain(value))).toEqual(["a", "b"]);
  });
});
