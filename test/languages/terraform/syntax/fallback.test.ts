// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is what HCL is made of
import {
  type ParsedFile,
  parseHcl,
  parseWithFallback,
} from "../../../../src/languages/terraform/syntax/index.ts";
import { SourceFile } from "../../../../src/source/index.ts";
import { outline, reported } from "./tree.ts";

const TEXT = `# a comment
resource "azurerm_subnet" "app" {
  name = "snet-\${var.name}"

  delegation {
    name = "d"
  }
}

resource "azurerm_subnet" data {}

locals { a = 1 }

  provider "azurerm" { features {
  } }
locals {
  b = "$\${kept}"
}
`.replace("{ features {\n  } }", "{\n    features {}\n  }");

/** A file with what our parser would say if it did not understand it. */
function rejected(text: string): ParsedFile {
  const file = new SourceFile("main.tf", text);
  const span = { file, start: 2, end: 3 };
  return {
    ...parseHcl(file),
    diagnostics: [{ severity: "error", code: "parse-error", message: "What is this?", span }],
  };
}

test("what the other parser accepts is read through JSON, and said", async () => {
  const own = rejected(TEXT);
  const parsed = await parseWithFallback(own.file, own);
  expect(outline(parsed.body)).toBe(
    "resource azurerm_subnet app {delegation name} resource azurerm_subnet data {} locals {a} provider azurerm {features} locals {b}",
  );
  expect(parsed.body.syntax).toBe("json");
  expect(parsed.comments).toEqual(own.comments);
  expect(parsed.diagnostics).toMatchObject([{ severity: "info", code: "fallback-parser" }]);
  expect(reported(parsed)).toEqual([
    "1:3-1:4 isolint read this file with HashiCorp's parser, so its findings point at whole blocks. Its own parser stumbled here: What is this?",
  ]);
});

test("blocks and all that is in them have the place of their header", async () => {
  const own = rejected(TEXT);
  const { body, file } = await parseWithFallback(own.file, own);
  const textOf = ({ start, end }: { start: number; end: number }): string => file.text.slice(start, end);
  expect(body.blocks.map(textOf).sort()).toEqual([
    "locals",
    "locals",
    'provider "azurerm"',
    'resource "azurerm_subnet" "app"',
    'resource "azurerm_subnet" data',
  ]);
  const [app] = body.blocks.filter(({ labels }) => labels[1]?.text === "app");
  expect(app?.body.attributes.map(({ expression }) => textOf(expression))).toEqual(
    Array(2).fill('resource "azurerm_subnet" "app"'),
  );
  const locals = body.blocks.filter(({ type }) => type === "locals");
  expect(locals.map(({ start }) => file.position(start).line)).toEqual([12, 17]);
});

test("what both reject keeps what our own parser found", async () => {
  const file = new SourceFile("main.tf", "a = [1 2]\nb = 2\n");
  const parsed = await parseWithFallback(file);
  expect(outline(parsed.body)).toBe("a? b");
  expect(parsed.diagnostics).toMatchObject([{ severity: "error", code: "parse-error" }]);
});
