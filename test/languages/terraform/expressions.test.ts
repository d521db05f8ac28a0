// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates with the same braces.
import { evaluated, output } from "./stack.ts";

const value = (expression: string, more = ""): Promise<unknown> =>
  output(`output "it" {\n value = ${expression}\n}\n${more}`);

describe("operators", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["7 % 4", 3],
    ["-2 - -3", 1],
    ["10 / 4", 2.5],
    ['"5" + 1', 6],
    ["1 < 2 && 2 >= 2", true],
    ["!false || false", true],
    ['1 == "1"', false],
    ['"a" == "a"', true],
    ["null == null", true],
    ["[1, 2] == [1, 2]", true],
    ["{ a = 1 } == { a = 1 }", true],
    ["{ a = 1 } != { a = 2 }", true],
    ["true ? 1 : 2", 1],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test("a false left side decides whatever stands on the right, and so does a false right side", async () => {
    const unknown = 'variable "on" { type = bool }';
    expect(await value("false && var.on", unknown)).toBe(false);
    expect(await value("var.on && false", unknown)).toBe(false);
    expect(await value("var.on || true", unknown)).toBe(true);
    expect(await value("var.on && true", unknown)).toBe("«var.on»");
  });

  test("what cannot be decided keeps how it was made", async () => {
    const unknown = 'variable "env" { type = string }';
    expect(await value('var.env == "prod"', unknown)).toBe('«var.env == "prod"»');
    expect(await value('!(var.env == "prod")', unknown)).toBe('«!(var.env == "prod")»');
    expect(await value('var.env == "prod" ? true : false', unknown)).toBe('«var.env == "prod"»');
    expect(await value('var.env == "prod" ? 1 : 2', unknown)).toEqual({
      if: 'var.env == "prod"',
      then: 1,
      else: 2,
    });
  });

  test("an unknown equals itself", async () => {
    expect(await value("var.a == var.a", 'variable "a" {}')).toBe(true);
    expect(await value("var.a == var.b", 'variable "a" {}\nvariable "b" {}')).toBe("«var.a == var.b»");
  });
});

describe("templates", () => {
  test.each([
    ['"a-${1}-${true}"', "a-1-true"],
    ['"${[1, 2]}"', [1, 2]],
    ['"%{ if true }yes%{ else }no%{ endif }"', "yes"],
    ['"%{ for x in ["a", "b"] }<${x}>%{ endfor }"', "<a><b>"],
    ["<<-EOT\n    one\n      two\n    EOT", "one\n  two\n"],
    ['"$${literal}"', "${literal}"],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test("unknown parts stay where they are", async () => {
    expect(await value('"rg-${var.env}-${1}"', 'variable "env" {}')).toBe('«"rg-${var.env}-1"»');
  });

  test("a directive under an unknown condition gives both texts", async () => {
    const text = '"a%{ if var.on }b%{ endif }"';
    expect(await value(text, 'variable "on" { type = bool }')).toEqual({
      if: "var.on",
      then: "ab",
      else: "a",
    });
  });
});

describe("for expressions", () => {
  test.each([
    ["[for x in [1, 2, 3] : x * 2 if x != 2]", [2, 6]],
    ['[for i, x in ["a", "b"] : "${i}${x}"]', ["0a", "1b"]],
    ["[for k, v in { b = 1, a = 2 } : k]", ["a", "b"]],
    ['{ for x in ["a", "b"] : x => x == "a" }', { a: true, b: false }],
    ['{ for x in ["aa", "ab", "b"] : (x == "b" ? "b" : "a") => x... }', { a: ["aa", "ab"], b: ["b"] }],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test("a filter that nobody can decide makes the item conditional", async () => {
    const on = 'variable "on" { type = bool }';
    expect(await value("[for x in [1, 2] : x if x == 1 || var.on]", on)).toEqual([
      1,
      { if: "var.on", then: 2, else: undefined },
    ]);
  });

  test("over an unknown collection one member stands for all and the end is open", async () => {
    expect(await value("[for k, v in var.subnets : v.name]", 'variable "subnets" {}')).toEqual([
      { if: "length(var.subnets) > 0", then: "«var.subnets[each.key].name»", else: undefined },
      "...«[for k, v in var.subnets : v.name]»",
    ]);
  });
});

describe("splats, attributes and indices", () => {
  test.each([
    ["[{ a = 1 }, { a = 2 }][*].a", [1, 2]],
    ["{ a = 1 }[*].a", [1]],
    ["null[*]", []],
    ["[{ a = [5] }].*.a[0]", [5]],
    ['{ a = { b = 1 } }["a"].b', 1],
    ["[1, 2][1]", 2],
    ['["x"].0', "x"],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test("an unknown key gives a choice between the entries", async () => {
    const sku = '{ dev = "B1", prod = "P1" }[var.env]';
    expect(await value(sku, 'variable "env" {}')).toEqual({ if: 'var.env == "dev"', then: "B1", else: "P1" });
  });

  test("an unknown key finds the entry that was made with it", async () => {
    expect(await value('{ "${var.env}-a" = 1, "b" = 2 }["${var.env}-a"]', 'variable "env" {}')).toBe(1);
  });
});

describe("try and can", () => {
  test.each([
    ["try({ a = 1 }.b, 2)", 2],
    ["try({ a = 1 }.a, 2)", 1],
    ["try([][0], null)", null],
    ["can({ a = 1 }.b)", false],
    ["can({ a = 1 }.a)", true],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  test("a part of something unknown may be missing, so nobody knows which one it is", async () => {
    expect(await value('try(var.settings.sku, "B1")', 'variable "settings" {}')).toBe(
      '«try(var.settings.sku, "B1")»',
    );
  });

  test("a mistake in one case takes the next in that case", async () => {
    const source = `
      variable "on" { type = bool }
      locals { list = var.on ? ["x"] : [] }
      output "it" { value = try(local.list[0], "none") }`;
    expect(await output(source)).toEqual({ if: "var.on", then: "x", else: "none" });
  });
});

describe("functions that azurerm brings along", () => {
  const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub/subnets/app";

  test("take a resource id apart", async () => {
    expect(await value(`provider::azurerm::parse_resource_id("${id}")`)).toEqual({
      full_resource_type: "Microsoft.Network/virtualNetworks/subnets",
      parent_resources: { virtualNetworks: "hub" },
      resource_group_name: "rg",
      resource_name: "app",
      resource_provider: "Microsoft.Network",
      resource_scope: null,
      resource_type: "subnets",
      subscription_id: "s",
    });
  });

  test("bring its fixed segments into Azure's spelling", async () => {
    const folded = id.replace("resourceGroups", "RESOURCEGROUPS");
    expect(await value(`provider::azurerm::normalise_resource_id("${folded}")`)).toBe(id);
  });

  test("of other providers are unknown, and the same for the same arguments", async () => {
    expect(await value('provider::x::f("a") == provider::x::f("a")')).toBe(true);
  });
});

test("keys that are mistakes are told once each, and are no members of one name", async () => {
  const { diagnostics } = await evaluated(`output "it" {
  value = { for one in ["a", "b"] : missing(one) => one }
}
`);
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-function"]);
});
