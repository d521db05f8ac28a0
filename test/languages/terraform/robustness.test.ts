// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates with the same braces.

import { keyOf, outcomeOf, truthOf, type Value } from "../../../src/value/index.ts";
import fc from "../../random.ts";
import { evaluated, plain } from "./stack.ts";

const atoms = [
  "1",
  "0",
  '"a"',
  '""',
  "null",
  "true",
  "var.unknown",
  "var.on",
  "var.map",
  "var.env",
  "local.list",
  "local.choice",
  "x_y.single",
  "x_y.single.id",
  "x_y.counted[0].name",
  "x_y.counted",
  'x_y.each["a"]',
  "x_y.many",
  "module.net",
  "module.net.id",
  "data.x_y.d.name",
];

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const e = tie("expression");
  const two = fc.tuple(e, e);
  return {
    expression: fc.oneof(
      { depthSize: "medium", withCrossShrink: true },
      fc.constantFrom(...atoms),
      two.map(([a, b]) => `(${a} == ${b})`),
      two.map(([a, b]) => `(${a} && ${b})`),
      two.map(([a, b]) => `(${a} < ${b})`),
      two.map(([a, b]) => `(${a} + ${b})`),
      fc.tuple(e, e, e).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      two.map(([a, b]) => `[${a}, ${b}]`),
      two.map(([a, b]) => `{ a = ${a}, (${b}) = 1 }`),
      two.map(([a, b]) => `[for k, v in ${a} : [k, v, ${b}] if v != null]`),
      two.map(([a, b]) => `{ for k, v in ${a} : k => ${b}... }`),
      e.map((a) => `${a}[*].name`),
      two.map(([a, b]) => `(${a})[${b}]`),
      e.map((a) => `(${a}).name`),
      e.map((a) => `"x-\${${a}}"`),
      two.map(([a, b]) => `try(${a}, ${b})`),
      e.map((a) => `can(${a})`),
      e.map((a) => `toset(${a})`),
      two.map(([a, b]) => `merge(${a}, ${b})`),
      two.map(([a, b]) => `concat(${a}, ${b})`),
      e.map((a) => `length(${a})`),
      e.map((a) => `one(${a})`),
      two.map(([a, b]) => `lookup(${a}, ${b}, null)`),
    ),
  };
});

const around = (source: string): string => `
variable "unknown" {}
variable "on" {
  type = bool
}
variable "map" {
  type = map(object({ name = string }))
}
variable "env" {
  validation {
    condition     = contains(["dev", "prod"], var.env)
    error_message = ""
  }
}
locals {
  list   = var.on ? ["x"] : []
  choice = var.on ? { name = "a" } : null
  it     = ${source}
}
resource "x_y" "single" {
  name = "s"
}
resource "x_y" "counted" {
  count = var.on ? 1 : 0
  name  = "c"
}
resource "x_y" "each" {
  for_each = { a = 1, b = 2 }
  name     = each.key
}
resource "x_y" "many" {
  for_each = var.map
  name     = each.value.name
}
data "x_y" "d" {
  name = "d"
}
module "net" {
  source = "example/net"
}
resource "x_y" "made" {
  for_each = local.it
  name     = each.value
  dynamic "block" {
    for_each = local.it
    content {
      name = block.value
    }
  }
}
resource "x_y" "numbered" {
  count = local.it
}
output "it" {
  value = local.it
}`;

test("whatever is written, evaluation ends with a value that has an identity", async () => {
  await fc.assert(
    fc.asyncProperty(expression, async (source) => {
      const stack = await evaluated(around(source));
      const value = stack.outputs.get("it") as Value;
      expect(typeof keyOf(value)).toBe("string");
      plain(value);
      for (const resource of stack.resources) {
        outcomeOf(truthOf(resource.condition));
        plain(resource.body);
      }
    }),
    { numRuns: 100 },
  );
});

test("the same input gives the same result", async () => {
  await fc.assert(
    fc.asyncProperty(expression, async (source) => {
      const [one, other] = [await evaluated(around(source)), await evaluated(around(source))];
      expect(keyOf(one.outputs.get("it") as Value)).toBe(keyOf(other.outputs.get("it") as Value));
      expect(one.diagnostics.map(({ message }) => message)).toEqual(
        other.diagnostics.map(({ message }) => message),
      );
    }),
    { numRuns: 20 },
  );
});
