// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is what HCL is made of
import { parseTemplateText, unwrapped } from "../../../../src/languages/terraform/syntax/index.ts";
import { SourceFile } from "../../../../src/source/index.ts";
import { bare, expressionOf, parseText, reported } from "./tree.ts";

function template(text: string) {
  return parseTemplateText(new SourceFile("main.tftpl", text));
}

/** A string's value, or a template with sequences as `‹source›`. */
function value(text: string): string {
  const node = expressionOf(text);
  if (node.kind === "string") return node.value;
  if (node.kind !== "template") return node.kind;
  return node.parts
    .map((part) => (part.kind === "text" ? part.value : `‹${text.slice(part.start, part.end)}›`))
    .join("");
}

// The values are those that `terraform console` 1.11 gives.
test.each([
  ['"$${x}"', "${x}"],
  ['"$$${x}"', "$${x}"],
  ['"$$$${x}"', "$$${x}"],
  ['"%%{if x}"', "%{if x}"],
  ['"%%%{if x}"', "%%{if x}"],
  ['"$$%%{x}"', "$$%{x}"],
  ['"a$$"', "a$$"],
  ['"$%${1}"', "$%‹${1}›"],
  ['"%$${x}"', "%${x}"],
  ['"$\\u0041"', "$A"],
  ['"x$   ${~ 1}"', "x$‹${~ 1}›"],
  ['"${1 ~}  $ b"', "‹${1 ~}›$ b"],
  ['"${1 ~}  $${b}"', "‹${1 ~}›${b}"],
  ['"a  $  ${~ 1}"', "a  $‹${~ 1}›"],
  ['"\\\\${1}"', "\\‹${1}›"],
  ['"a \\n ${~ 1 ~} \\t b"', "a‹${~ 1 ~}›b"],
  ["<<A\n  x\n    y\n  A\n", "  x\n    y\n"],
  ["<<-A\n  x\n    y\n  A\n", "x\n  y\n"],
  ["<<-A\n    x\n\n  y\n  A\n", "  x\n\ny\n"],
  ["<<-A\n    ${1 ~}\n      x\n    y\n  A\n", "‹${1 ~}›      x\ny\n"],
  ["<<A\na  \n${~ 1}\nA\n", "a‹${~ 1}›\n"],
])("the value of %j", (text, expected) => {
  expect(value(text)).toBe(expected);
});

test("only a lone interpolation is unwrapped", () => {
  const inner = (text: string) => {
    const node = expressionOf(text);
    return node.kind === "template" ? unwrapped(node)?.kind : undefined;
  };
  expect(inner('"${x}"')).toBe("variable");
  expect(inner('" ${x}"')).toBeUndefined();
  expect(inner('" ${~ x}"')).toBeUndefined();
  expect(inner('"${x}${y}"')).toBeUndefined();
  expect(inner('"%{ if x }%{ endif }"')).toBeUndefined();
});

test("directives nest", () => {
  const node = expressionOf('"%{ for k, v in x }%{ if v }a%{ else }${k}%{ endif }b%{ endfor }"');
  expect(bare(node)).toMatchObject({
    kind: "template",
    parts: [
      {
        kind: "for",
        keyName: { text: "k" },
        valueName: { text: "v" },
        parts: [
          {
            kind: "if",
            then: [{ kind: "text", value: "a" }],
            otherwise: [{ kind: "interpolation", expression: { kind: "variable" } }],
          },
          { kind: "text", value: "b" },
        ],
      },
    ],
  });
});

test("a file as a template", () => {
  const { expression, diagnostics } = template(
    '#!/bin/sh\necho "${name}" $HOME \\n $${kept}\n%{ if x ~}\ny\n%{ endif ~}\n',
  );
  expect(diagnostics).toEqual([]);
  expect(bare(expression)).toMatchObject({
    kind: "template",
    form: "bare",
    parts: [
      { kind: "text", value: '#!/bin/sh\necho "' },
      { kind: "interpolation" },
      { kind: "text", value: '" $HOME \\n ${kept}\n' },
      { kind: "if", then: [{ kind: "text", value: "y\n" }] },
      { kind: "text", value: "" },
    ],
  });
});

test("a file without sequences is a string, an empty one too", () => {
  expect(template("plain $ text")).toMatchObject({ expression: { kind: "string", value: "plain $ text" } });
  expect(template("")).toMatchObject({ expression: { kind: "string", value: "" } });
});

test("a broken file is invalid and says why", () => {
  const parsed = template("a\nb ${c d}\n");
  expect(parsed.expression).toMatchObject({ kind: "invalid", start: 0, end: 11 });
  expect(reported(parsed)).toEqual([
    "2:7-2:8 Expected `}` to close this interpolation, found `d`. If `${` is meant for another language, write `$${` to keep it as it is.",
  ]);
});

test("a mistake in one sequence costs the argument, not the body", () => {
  const { body } = parseText('a = "${b c}"\nd = <<E\n${f g}\nE\nh = 1\n');
  expect(body.attributes.map(({ name, expression }) => [name, expression.kind])).toEqual([
    ["a", "invalid"],
    ["d", "invalid"],
    ["h", "number"],
  ]);
});
