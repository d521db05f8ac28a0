// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates with the same braces.
import { isFalse, isTrue, truthOf, type Value } from "../../../../src/value/index.ts";
import { evaluated, output } from "../stack.ts";

const INPUTS = `
variable "text" { type = string }
variable "count_of" { type = number }
variable "flag" { type = bool }
variable "list" { type = list(string) }
variable "map" { type = map(string) }
variable "env" {
  type = string
  validation {
    condition     = contains(["dev", "prod"], var.env)
    error_message = "dev or prod"
  }
}
variable "subnets" { type = map(object({ cidr = string })) }
resource "azurerm_virtual_network" "hub" {
  name = "hub"
}
resource "azurerm_subnet" "maybe" {
  count = var.flag ? 1 : 0
  name  = "maybe"
}
resource "azurerm_subnet" "each" {
  for_each = var.subnets
  name     = each.key
}
locals {
  known = { a = "x", b = "y" }
  maybe = var.flag ? ["p"] : []
}
`;

function value(expression: string): Promise<unknown> {
  return output(`${INPUTS}\noutput "it" {\n  value = ${expression}\n}\n`);
}

async function raw(expression: string): Promise<Value> {
  const stack = await evaluated(`${INPUTS}\noutput "it" {\n  value = ${expression}\n}\n`);
  return stack.outputs.get("it") as Value;
}

describe("collections of which a part is unknown", () => {
  it.each([
    ['length(["a", var.text])', 2],
    ["length(local.maybe)", { if: "var.flag", then: 1, else: 0 }],
    ["length(merge(local.known, var.flag ? { c = 1 } : {}))", { if: "var.flag", then: 3, else: 2 }],
    ["length(var.list)", "«length(var.list)»"],
    ['concat(["a"], local.maybe, ["z"])', ["a", { if: "var.flag", then: "p", else: undefined }, "z"]],
    ['concat(["a"], var.list)', ["a", "...«var.list»"]],
    ['flatten([["a"], var.list, [["b"]]])', ["a", "b", "...«var.list»"]],
    ['distinct(["a", var.text, "a", var.text])', ["a", "«var.text»"]],
    ['element(["a", var.text], 3)', "«var.text»"],
    ['slice(["a", var.text, "c"], 0, 2)', ["a", "«var.text»"]],
    ['reverse(["a", var.text])', ["«var.text»", "a"]],
    ["sort([var.text])", ["«var.text»"]],
    ['toset(["b", var.text, "a", "b"])', ["a", "b", "«var.text»"]],
    [
      'setproduct(["a", var.text], ["b"])',
      [
        ["a", "b"],
        ["«var.text»", "b"],
      ],
    ],
    ['zipmap(["a", "b"], [var.text, "y"])', { a: "«var.text»", b: "y" }],
    ['formatlist("%s-x", ["a", var.text])', ["a-x", '«"${var.text}-x"»']],
    ['index(["a", var.text], "a")', 0],
    ['chunklist(["a", var.text], 1)', [["a"], ["«var.text»"]]],
    ["keys(var.flag ? { a = 1 } : {})", { if: "var.flag", then: ["a"], else: [] }],
    ["values(merge(var.map, { a = 1 }))", [1, "...«var.map»"]],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });
});

describe("merging what is known with what is not", () => {
  it("keeps entries that come later than the unknown map", async () => {
    expect(await value("merge(var.map, local.known)")).toEqual({ a: "x", b: "y", "...": "«var.map»" });
  });

  it("does not claim to know an entry that the unknown map may replace", async () => {
    expect(await value("merge(local.known, var.map).a")).toBe('«lookup(var.map, "a", "x")»');
  });

  it("puts entries that are there in one case only under its condition", async () => {
    expect(await value('merge(local.known, var.flag ? { a = "z", c = "q" } : null)')).toEqual({
      a: { if: "var.flag", then: "z", else: "x" },
      b: "y",
      c: { if: "var.flag", then: "q", else: undefined },
    });
  });
});

describe("strings of which a part is unknown", () => {
  it.each([
    ['format("%s-%s", var.text, "x")', '«"${var.text}-x"»'],
    ['format("%03d-%s", 7, var.text)', '«"007-${var.text}"»'],
    ['join(",", ["a", var.text, "c"])', '«"a,${var.text},c"»'],
    ['join(",", local.maybe)', { if: "var.flag", then: "p", else: "" }],
    ['lower("${var.text}-ABC")', '«"${lower(var.text)}-abc"»'],
    ["lower(upper(var.text))", "«lower(var.text)»"],
    ['replace("${var.text}-x", "-", "")', '«"${replace(var.text, "-", "")}x"»'],
    ['replace("${var.text}-x", "-x", "")', '«replace("${var.text}-x", "-x", "")»'],
    ['substr("abcdef${var.text}", 0, 3)', "abc"],
    ['substr("ab${var.text}", 0, 24)', '«substr("ab${var.text}", 0, 24)»'],
    ['trimprefix("pre-${var.text}", "pre-")', "«var.text»"],
    ['trimsuffix("${var.text}.net", ".org")', '«"${var.text}.net"»'],
    ['trimspace(" a ${var.text} b ")', '«"a ${var.text} b"»'],
    ['startswith("pre-${var.text}", "pre")', true],
    ['startswith("pre-${var.text}", "post")', false],
    ['startswith(var.text, "post")', '«startswith(var.text, "post")»'],
    ['endswith("${var.text}.net", ".net")', true],
    ['strcontains("a.b.${var.text}", ".b.")', true],
    [
      'cidrsubnet(var.flag ? "10.0.0.0/16" : "10.1.0.0/16", 8, 1)',
      { if: "var.flag", then: "10.0.1.0/24", else: "10.1.1.0/24" },
    ],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });
});

describe("what was encoded", () => {
  it("is decoded again, though not all of it is known", async () => {
    expect(await value("jsondecode(jsonencode({ a = var.text, b = 1 })).a")).toBe("«var.text»");
  });

  it("can be looked into by whoever reads the symbol", async () => {
    expect(await raw("jsonencode({ a = var.text })")).toMatchObject({
      kind: "symbol",
      operator: "jsonencode",
      operands: [{ kind: "object" }],
    });
  });
});

describe("a search for something unknown", () => {
  it("decides with the values that an input may have", async () => {
    expect(isTrue(truthOf(await raw('contains(["dev", "prod"], var.env)')))).toBe(true);
    expect(isFalse(truthOf(await raw('contains(["test"], var.env)')))).toBe(true);
    expect(isFalse(truthOf(await raw('contains(["TEST"], upper(var.env))')))).toBe(true);
  });

  it("is the condition itself where it depends on it", async () => {
    expect(await value('contains(["a", "b"], var.text)')).toBe('«var.text == "a" || var.text == "b"»');
    expect(await value('setsubtract(["a"], [var.text])')).toEqual([
      { if: 'var.text == "a"', then: undefined, else: "a" },
    ]);
  });

  it("finds a known value whatever else is in the list", async () => {
    expect(await value('contains(concat(["a"], var.list), "a")')).toBe(true);
    expect(await value('contains(concat(["b"], var.list), "a")')).toMatch(/^«contains\(/);
  });

  it("picks among the entries that a key may mean", async () => {
    expect(await value('lookup(local.known, var.text, "d")')).toEqual({
      if: 'var.text == "a"',
      then: "x",
      else: { if: 'var.text == "b"', then: "y", else: "d" },
    });
  });
});

describe("what stands in for something unset", () => {
  it("stands under the condition that it is unset", async () => {
    expect(await value('coalesce(var.text, "d")')).toEqual({
      if: 'var.text == null || var.text == ""',
      then: "d",
      else: "«var.text»",
    });
  });

  it("is never needed for the id of a resource", async () => {
    expect(await raw('coalesce(azurerm_virtual_network.hub.id, "d")')).toMatchObject({
      via: { attribute: "id" },
    });
  });

  it("counts in the case in which nothing is there", async () => {
    expect(await value('coalescelist(local.maybe, ["a"])')).toEqual({
      if: "var.flag",
      then: ["p"],
      else: ["a"],
    });
    expect(await value("one(azurerm_subnet.maybe[*].name)")).toEqual({
      if: "var.flag",
      then: "maybe",
      else: null,
    });
  });
});

describe("a value that is handed on", () => {
  it.each([
    "one([azurerm_virtual_network.hub.name])",
    "element([azurerm_virtual_network.hub.name], 0)",
    "coalesce(null, azurerm_virtual_network.hub.name)",
    "tostring(azurerm_virtual_network.hub.name)",
    'lookup({ a = azurerm_virtual_network.hub.name }, "a")',
    "lower(trimspace(azurerm_virtual_network.hub.name))",
    "try(azurerm_virtual_network.hub.name, null)",
    "values({ a = azurerm_virtual_network.hub.name })[0]",
    'merge({ a = azurerm_virtual_network.hub.name }, { b = "x" }).a',
    "flatten([[azurerm_virtual_network.hub.name]])[0]",
    "tolist(toset([azurerm_virtual_network.hub.name]))[0]",
  ])("still names its resource: %s", async (expression) => {
    const result = await raw(expression);
    expect(result).toMatchObject({ kind: "literal", value: "hub", via: { attribute: "name" } });
    expect(result.via?.resource.address).toBe("azurerm_virtual_network.hub");
  });

  it("is read from the instance that stands for all of an unknown number", async () => {
    const result = await raw('lookup(azurerm_subnet.each, "app").id');
    expect(result.via?.resource.address).toBe("azurerm_subnet.each[each.key]");
  });
});

describe("a secret", () => {
  it("makes what is computed from it one", async () => {
    expect((await raw('upper(sensitive("x"))')).sensitive).toBe(true);
    expect((await raw('jsonencode({ a = sensitive("x") })')).sensitive).toBe(true);
  });

  it("in a collection leaves the collection and its other items open", async () => {
    expect((await raw('length([sensitive("x"), "y"])')).sensitive).toBeUndefined();
    expect((await raw('element([sensitive("x"), "y"], 1)')).sensitive).toBeUndefined();
    expect((await raw('element([sensitive("x"), "y"], 0)')).sensitive).toBe(true);
  });

  it("can be declared none", async () => {
    expect(await raw('nonsensitive(sensitive("x"))')).toMatchObject({ value: "x" });
    expect((await raw('nonsensitive(sensitive("x"))')).sensitive).toBeUndefined();
  });
});

describe("a mistake in one case only", () => {
  it("is no mistake of the whole, and try mends it", async () => {
    expect(await value('try(tonumber(var.flag ? "1" : "x"), 7)')).toEqual({
      if: "var.flag",
      then: 1,
      else: 7,
    });
  });
});

describe("data in a text that is known in part", () => {
  it.each([
    ['jsondecode("{\\"name\\": \\"app-${var.text}\\", \\"n\\": 1}").name', '«"app-${var.text}"»'],
    ['jsondecode("{\\"name\\": \\"app-${var.text}\\", \\"n\\": 1}").n', 1],
    ['jsondecode("{\\"id\\": \\"${var.text}\\"}").id', "«var.text»"],
    ['jsondecode("{\\"n\\": ${var.count_of}}").n', "«var.count_of»"],
    ['jsondecode("{\\"list\\": ${jsonencode(["a", var.text])}}").list', ["a", "«var.text»"]],
    ['jsondecode("{\\"n\\": ${var.text}}").n', "«jsondecode(var.text)»"],
    [
      'yamldecode("name: app-${var.text}\\nsize: 1\\nid: ${var.text}")',
      { name: '«"app-${var.text}"»', size: 1, id: "«var.text»" },
    ],
  ])("%s", async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });
});

describe("an entry whose key is not known", () => {
  it("may be the one that is looked up", async () => {
    expect(await value('lookup({ (var.text) = "x", b = "y" }, "a", "d")')).toEqual({
      if: 'var.text == "a"',
      then: "x",
      else: "d",
    });
    expect(await value('lookup({ (var.text) = "x", b = "y" }, "b", "d")')).toBe("y");
  });
});

describe("a test on an input of a few values", () => {
  it("is the condition that it is one of those that pass", async () => {
    expect(await value('startswith(var.env, "p")')).toBe('«var.env == "prod"»');
    expect(await value('endswith(var.env, "x")')).toBe(false);
  });
});
