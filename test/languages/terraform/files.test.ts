// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates with the same braces.
import { spanText } from "../../../src/source/index.ts";
import { evaluated, plain, resource, shown } from "./stack.ts";

test("override files change what the others declare", async () => {
  const stack = await evaluated({
    "main.tf":
      'resource "x_y" "z" {\n  name = "main"\n  kept = 1\n  rule {\n    n = 1\n  }\n  rule {\n    n = 2\n  }\n}\nlocals {\n  a = 1\n}',
    "x_override.tf":
      'resource "x_y" "z" {\n  name = "override"\n  rule {\n    n = 3\n  }\n}\nlocals {\n  a = 2\n}',
  });
  expect(stack.diagnostics).toEqual([]);
  expect(plain(resource(stack, "x_y.z").body)).toEqual({ name: "override", kept: 1, rule: [{ n: 3 }] });
});

test("a .tofu file takes the place of the .tf file of its name", async () => {
  const stack = await evaluated({
    "main.tf": 'resource "x_y" "tf" {}',
    "main.tofu": 'resource "x_y" "tofu" {}',
    "other.tf": 'resource "x_y" "other" {}',
  });
  expect(stack.resources.map((one) => one.address)).toEqual(["x_y.tofu", "x_y.other"]);
});

test("JSON configuration means the same as native syntax", async () => {
  const stack = await evaluated({
    "main.tf.json": JSON.stringify({
      variable: { env: { default: "dev" } },
      locals: { name: "n-${var.env}" },
      resource: {
        x_y: {
          z: {
            name: "${local.name}",
            count: 1,
            dynamic: { rule: { for_each: [1, 2], content: { n: "${rule.value}" } } },
          },
        },
      },
      output: { it: { value: "${x_y.z[0].name}" } },
    }),
  });
  expect(stack.diagnostics.map(shown)).toEqual([]);
  expect(plain(resource(stack, "x_y.z[0]").body)).toEqual({ name: "n-dev", rule: [{ n: 1 }, { n: 2 }] });
});

test("a single block in JSON is its own first one", async () => {
  const stack = await evaluated({
    "main.tf.json": JSON.stringify({
      resource: { x_y: { z: { rules: { action: "Deny" } } } },
      output: { it: { value: "${x_y.z.rules[0].action}" } },
    }),
  });
  expect(stack.diagnostics.map(shown)).toEqual([]);
  expect(plain(stack.outputs.get("it") as never)).toBe("Deny");
});

test("blocks that change no infrastructure are read and do nothing", async () => {
  const stack = await evaluated(`moved {
  from = x_y.old
  to   = x_y.new
}
removed {
  from = x_y.gone
}
import {
  to = x_y.new
  id = "x"
}
check "health" {
  assert {
    condition     = true
    error_message = ""
  }
}
resource "x_y" "new" {}`);
  expect(stack.diagnostics).toEqual([]);
  expect(stack.resources.map((one) => one.address)).toEqual(["x_y.new"]);
});

test("what is declared twice is reported", async () => {
  const stack = await evaluated({ "a.tf": 'resource "x_y" "z" {}', "b.tf": 'resource "x_y" "z" {}' });
  expect(stack.diagnostics.map(shown)).toEqual([
    'error duplicate-declaration at b.tf:1 resource "x_y" "z": This resource is declared twice; the first declaration counts (a.tf:1).',
  ]);
});

test("a comment belongs to the block whose first line it is", async () => {
  const stack = await evaluated(`# at the top
resource "x_y" "z" { # on the line
  # inside, first
  rule {
    // of the rule
    n = 1
  } 
  # later
}`);
  expect(stack.comments.map(({ text, block }) => [text, block && spanText(block).split(" ")[0]])).toEqual([
    ["at the top", undefined],
    ["on the line", "resource"],
    ["inside, first", "resource"],
    ["of the rule", "rule"],
    ["later", undefined],
  ]);
});

test("all files that were read are told", async () => {
  const stack = await evaluated({
    "main.tf": 'module "m" {\n  source = "./m"\n}',
    "m/main.tf": "",
    "terraform.tfvars": "",
    "unused/x.tf": "",
  });
  expect(stack.files.map((file) => file.path).sort()).toEqual(["m/main.tf", "main.tf", "terraform.tfvars"]);
});
