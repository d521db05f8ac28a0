import { parseExpressionText } from "../../../../src/languages/terraform/syntax/index.ts";
import {
  convert,
  parseType,
  type Type,
  typeOf,
  unify,
} from "../../../../src/languages/terraform/types/index.ts";
import { SourceFile, spanText } from "../../../../src/source/index.ts";
import {
  ABSENT,
  choose,
  fromPlain,
  keyOf,
  list,
  literal,
  namedSymbol,
  object,
  resourceValue,
  toPlain,
  type Value,
} from "../../../../src/value/index.ts";
import fc from "../../../random.ts";
import { plain } from "../stack.ts";

function parsed(text: string) {
  const file = new SourceFile("type.tf", text);
  const { type, mistakes } = parseType(parseExpressionText(file).expression, (expression) => {
    return fromPlain(JSON.parse(file.text.slice(expression.start, expression.end)));
  });
  return {
    type,
    mistakes: mistakes.map(({ message, range }) => `${spanText({ file, ...range })}: ${message}`),
  };
}

function typed(text: string): Type {
  const { type, mistakes } = parsed(text);
  expect(mistakes).toEqual([]);
  return type;
}

function converted(value: Value, type: string): Value {
  const conversion = convert(value, typed(type));
  if ("error" in conversion) throw new Error(conversion.error);
  return conversion.value;
}

function refusal(data: unknown, type: string): string | undefined {
  const conversion = convert(fromPlain(data), typed(type));
  return "error" in conversion ? conversion.error : undefined;
}

const FLAG = namedSymbol("input", "", "var.flag", { type: "bool" });
const INPUT = namedSymbol("input", "", "var.x");

describe("a conversion that is not possible", () => {
  it.each([
    ["number", "x", "a number is required"],
    ["bool", "True", 'a bool is required; to convert from string, use lowercase "true"'],
    ["list(number)", ["1", "x"], "element 1: a number is required"],
    [
      "map(object({ port = number }))",
      { a: { port: "x" } },
      'element "a": attribute "port": a number is required',
    ],
    ["object({ a = string })", {}, 'attribute "a" is required'],
    ["list(any)", ["a", []], "all elements must have the same type"],
    ["tuple([string])", ["a", "b"], "a tuple is required"],
  ])("to %s says where and why", (type, data, message) => {
    expect(refusal(data, type)).toBe(message);
  });
});

describe("what is not known", () => {
  it("keeps its identity and takes on the type", () => {
    expect(converted(INPUT, "string")).toEqual({ ...INPUT, type: "string" });
    expect(keyOf(converted(INPUT, "list(string)"))).toBe(keyOf(INPUT));
  });

  it("is converted in each of its cases", () => {
    expect(plain(converted(choose(FLAG, literal(1), literal(true)), "string"))).toEqual({
      if: "var.flag",
      then: "1",
      else: "true",
    });
  });

  it("is a mistake only where it does not fit in any case", () => {
    expect(convert(choose(FLAG, literal("x"), literal("1")), typed("number"))).toMatchObject({
      value: { kind: "choice" },
    });
    expect(convert(choose(FLAG, literal("x"), literal("y")), typed("number"))).toHaveProperty("error");
  });

  it("takes the default of an attribute in the case in which it is not set", () => {
    const given = object({ a: choose(FLAG, literal("x"), ABSENT) });
    expect(plain(converted(given, 'object({ a = optional(string, "d") })'))).toEqual({
      a: { if: "var.flag", then: "x", else: "d" },
    });
  });

  it("leaves conditional items and open ends of a list as they are", () => {
    const given = list([literal(1), choose(FLAG, literal(2), ABSENT)], { rest: INPUT });
    expect(plain(converted(given, "list(string)"))).toEqual([
      "1",
      { if: "var.flag", then: "2", else: undefined },
      "...«var.x»",
    ]);
  });
});

describe("a value that is converted", () => {
  const via = {
    resource: { address: "azurerm_subnet.a", attribute: () => ABSENT, attributeNames: () => [] },
    attribute: "name",
  };

  it("still names the resource it was read from, and stays secret", () => {
    expect(converted({ ...literal(5), via, sensitive: true }, "string")).toMatchObject({
      value: "5",
      via,
      sensitive: true,
    });
  });

  it("is the resource itself where it was one", () => {
    const resource = resourceValue(via.resource);
    expect(converted(resource, "object({ id = string })")).toBe(resource);
    expect(convert(resource, typed("string"))).toHaveProperty("error");
  });

  it("is the same value when nothing had to be done", () => {
    const value = list([literal("a")], { collection: "list" });
    expect(converted(value, "list(string)")).toBe(value);
  });
});

describe("a type that is written wrong", () => {
  it.each([
    ["strin", "strin: There is no type `strin`."],
    ["list(strin)", "strin: There is no type `strin`."],
    ["list()", "list(): `list` as a type needs exactly one argument."],
    ["list(object)", "object: `object` needs its attributes in braces: `object({ name = type })`."],
    ["set", "set: `set` needs the type of its elements: `set(string)`."],
    ["object(string)", "string: `object` needs its attributes in braces: `object({ name = type })`."],
    ["list(optional(string))", "optional(string): `optional` can only stand for an attribute of an object."],
    [
      'object({ a = optional(number, "x") })',
      '"x": The default does not fit the type: a number is required.',
    ],
  ])("%s is reported where it is wrong, and the rest still counts", (text, message) => {
    expect(parsed(text).mistakes).toEqual([message]);
  });

  it("stands for anything in that place only", () => {
    expect(parsed("object({ a = strin, b = number })").type).toMatchObject({ kind: "object" });
    expect(
      "error" in convert(fromPlain({ a: [1], b: "x" }), parsed("object({ a = strin, b = number })").type),
    ).toBe(true);
    expect(
      "error" in convert(fromPlain({ a: [1], b: "1" }), parsed("object({ a = strin, b = number })").type),
    ).toBe(false);
  });
});

describe("conversion, whatever the data", () => {
  const data = fc.jsonValue({ maxDepth: 3 });
  const types = fc.constantFrom(
    ..."string number bool any list(any) set(any) map(any) list(string) set(string) map(string) list(list(any))".split(
      " ",
    ),
    "object({ a = optional(string), b = optional(list(number), []) })",
  );

  it("done twice gives what done once gives", () => {
    fc.assert(
      fc.property(data, types, (given, type) => {
        const once = convert(fromPlain(given), typed(type));
        if ("error" in once) return;
        const twice = convert(once.value, typed(type));
        expect("value" in twice && keyOf(twice.value)).toBe(keyOf(once.value));
      }),
      { numRuns: 400 },
    );
  });

  it("to strings and back gives the same scalars", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.boolean()), (scalar) => {
        const text = converted(literal(scalar), "string");
        expect(toPlain(converted(text, typeof scalar === "number" ? "number" : "bool"))).toBe(scalar);
      }),
    );
  });

  it("finds one type for values whatever their order", () => {
    fc.assert(
      fc.property(fc.array(data, { maxLength: 4 }), (values) => {
        const of = (given: readonly unknown[]) => unify(given.map((one) => typeOf(fromPlain(one))));
        expect(of(values) === undefined).toBe(of(values.toReversed()) === undefined);
      }),
      { numRuns: 300 },
    );
  });
});
