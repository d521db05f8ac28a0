// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is what HCL is made of

import type { BinaryOperator } from "../../../../src/languages/terraform/syntax/index.ts";
import fc from "../../../random.ts";

/**
 * Expressions that are made up together with their text: `tree` is what parsing `text` has to give, places aside. `binds` is how
 * tightly the outermost operation holds together, so that operands get parentheses exactly where they need them.
 */
export interface Made {
  readonly text: string;
  readonly tree: unknown;
  readonly binds: number;
}

const TERM = 9;

const name = fc
  .stringMatching(/^[a-z_é][a-z0-9_-]{0,6}$/)
  .filter((word) => !["true", "false", "null", "for", "if", "in"].includes(word));

const number = fc
  .oneof(fc.nat().map(String), fc.stringMatching(/^[0-9]{1,20}\.[0-9]{1,20}$/), fc.constant("12e-3"))
  .map((raw): Made => ({ text: raw, tree: { kind: "number", raw, value: Number(raw) }, binds: TERM }));

const word = fc.constantFrom<Made>(
  { text: "true", tree: { kind: "boolean", value: true }, binds: TERM },
  { text: "false", tree: { kind: "boolean", value: false }, binds: TERM },
  { text: "null", tree: { kind: "null" }, binds: TERM },
);

const variable = name.map((text): Made => {
  return { text, tree: { kind: "variable", root: { text }, steps: [] }, binds: TERM };
});

function quoted(value: string): string {
  return value
    .replace(/[\\"]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    .replace(/([$%]+)\{/g, (run: string, marks: string) => `${marks}${run.at(-2)}{`);
}

const characters = fc.constantFrom(...'ab {}$%"\\\n\r\t~é😀#/', "${", "%{", "$", "%");
const text = fc.array(characters, { maxLength: 8 }).map((parts) => parts.join(""));

const string = text.map((value): Made => {
  return { text: `"${quoted(value)}"`, tree: { kind: "string", value, form: "quoted" }, binds: TERM };
});

const POWERS: Readonly<Record<BinaryOperator, number>> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

function parenthesised(made: Made): Made {
  return { text: `(${made.text})`, tree: { kind: "parentheses", inner: made.tree }, binds: TERM };
}

function atLeast(made: Made, binds: number): Made {
  return made.binds < binds ? parenthesised(made) : made;
}

const operator = fc.constantFrom(...(Object.keys(POWERS) as BinaryOperator[]));
const gap = fc.constantFrom("", " ", "  ", "\t", " /* c */ ");
/** Where line breaks do not count. */
const wide = fc.oneof(gap, fc.constantFrom("\n", "\r\n", " # c\n", "// c\n  "));

export const expression: fc.Arbitrary<Made> = fc.letrec<{ any: Made }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    number,
    word,
    variable,
    string,
    binary(tie("any")),
    unary(tie("any")),
    conditional(tie("any")),
    stepped(tie("any")),
    tuple(tie("any")),
    object(tie("any")),
    call(tie("any")),
    forTuple(tie("any")),
    template(tie("any")),
  ),
})).any;

function binary(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  return fc.tuple(any, operator, any).map(([a, sign, b]) => {
    const power = POWERS[sign];
    const [left, right] = [atLeast(a, power), atLeast(b, power + 1)];
    return {
      text: `${left.text} ${sign} ${right.text}`,
      tree: { kind: "binary", operator: sign, left: left.tree, right: right.tree },
      binds: power,
    };
  });
}

function unary(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  return fc.tuple(fc.constantFrom("-", "!"), gap, any).map(([sign, space, made]) => {
    const operand = atLeast(made, 7);
    return {
      text: `${sign}${space}${operand.text}`,
      tree: { kind: "unary", operator: sign, operand: operand.tree },
      binds: 7,
    };
  });
}

function conditional(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  return fc.tuple(any, any, any).map(([made, then, otherwise]) => {
    const condition = atLeast(made, 1);
    return {
      text: `${condition.text} ? ${then.text} : ${otherwise.text}`,
      tree: { kind: "conditional", condition: condition.tree, then: then.tree, otherwise: otherwise.tree },
      binds: 0,
    };
  });
}

function stepped(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  return fc.tuple(any, name, any).map(([made, attribute, key]) => {
    const source = parenthesised(made);
    const steps = [
      { kind: "attribute", name: attribute },
      { kind: "index", key: key.tree, legacy: false },
    ];
    return {
      text: `${source.text}.${attribute}[${key.text}]`,
      tree: { kind: "relative", source: source.tree, steps },
      binds: TERM,
    };
  });
}

function tuple(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  return fc.tuple(fc.array(any, { maxLength: 4 }), wide, fc.boolean()).map(([items, space, trailing]) => ({
    text: `[${space}${items.map((item) => item.text + space).join(`,${space}`)}${trailing && items.length ? "," : ""}${space}]`,
    tree: { kind: "tuple", items: items.map((item) => item.tree) },
    binds: TERM,
  }));
}

function object(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  const item = fc.tuple(
    name,
    any,
    fc.constantFrom(" = ", "=", ": "),
    fc.constantFrom("\n", ",", ",\n", " # c\n"),
  );
  return fc.array(item, { maxLength: 4 }).map((items) => ({
    text: `{${items.map(([key, value, sign, end]) => ` ${key}${sign}${value.text}${end}`).join("")}}`,
    tree: {
      kind: "object",
      items: items.map(([key, value]) => ({
        name: key,
        key: { kind: "variable", root: { text: key }, steps: [] },
        value: value.tree,
      })),
    },
    binds: TERM,
  }));
}

function call(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  return fc.tuple(name, fc.array(any, { maxLength: 3 }), wide, fc.boolean()).map(([to, list, space, all]) => {
    const expandFinal = all && list.length > 0;
    return {
      text: `${to}(${space}${list.map((item) => item.text).join(`,${space}`)}${expandFinal ? "..." : ""}${space})`,
      tree: { kind: "call", name: to, arguments: list.map((item) => item.tree), expandFinal },
      binds: TERM,
    };
  });
}

function forTuple(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  return fc
    .tuple(name, any, any, fc.option(any, { nil: undefined }), wide)
    .map(([each, of, made, when, space]) => ({
      text: `[for ${each} in ${of.text} :${space} ${made.text}${when ? ` if ${when.text}` : ""}${space}]`,
      tree: {
        kind: "for",
        keyName: undefined,
        valueName: { text: each },
        collection: of.tree,
        key: undefined,
        value: made.tree,
        grouping: false,
        condition: when?.tree,
      },
      binds: TERM,
    }));
}

function template(any: fc.Arbitrary<Made>): fc.Arbitrary<Made> {
  return fc.tuple(text, any, wide, text).map(([before, inner, space, after]) => {
    // A mark right before a sequence would double its own.
    const lead = before.replace(/[$%]+$/, "");
    const parts = [
      ...(lead ? [{ kind: "text", value: lead }] : []),
      { kind: "interpolation", expression: inner.tree },
      ...(after ? [{ kind: "text", value: after }] : []),
    ];
    return {
      text: `"${quoted(lead)}\${${space}${inner.text}${space}}${quoted(after)}"`,
      tree: { kind: "template", form: "quoted", parts },
      binds: TERM,
    };
  });
}
