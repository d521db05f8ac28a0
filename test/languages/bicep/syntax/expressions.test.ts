// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep writes expressions in strings as JavaScript does.
import { expression, spanText, valid } from "./parsed.ts";

describe("Bicep expressions", () => {
  test.each([
    ["1 + 2 * 3 - 4", "sub(add(1, mul(2, 3)), 4)"],
    ["a == b && c != d || !e", "or(and(equals(a, b), notEquals(c, d)), not(e))"],
    ["a ?? b || c", "coalesce(a, or(b, c))"],
    ["a =~ 'x' && b !~ 'y'", 'and(equalsInsensitive(a, "x"), notEqualsInsensitive(b, "y"))'],
    ["a >= 1 == b < 2", "equals(greaterOrEquals(a, 1), less(b, 2))"],
    ["10 % 3 / 1", "div(mod(10, 3), 1)"],
    ["-5 + -a", "add(-5, negate(a))"],
    ["a! + 1", "add(assertNotNull(a), 1)"],
    ["a ? b : c ? d : e", "(a ? b : (c ? d : e))"],
    ["a ?? b ? c : d", "(coalesce(a, b) ? c : d)"],
    ["(a + b) * c", "mul(add(a, b), c)"],
    ["null", "null"],
  ])("%s", (text, meaning) => {
    expect(expression(text)).toBe(meaning);
  });

  test.each([
    ["a.b.c[0]['d']", 'a.b.c[0]["d"]'],
    ["a.?b.?c", "a.?b.?c"],
    ["a[?0][^1][?^2]", "a[?0][^1][?^2]"],
    ["vnet::app.id", "vnet::app.id"],
    ["storage.listKeys().keys[0].value", "storage.listKeys().keys[0].value"],
    ["az.resourceGroup().location", "az.resourceGroup().location"],
    ["shared.name(a, b)", "shared.name(a, b)"],
  ])("access: %s", (text, meaning) => {
    expect(expression(text)).toBe(meaning);
  });

  test.each([
    ["map(a, x => x.id)", "map(a, (x) => x.id)"],
    ["map(a, (x, i) => i)", "map(a, (x, i) => i)"],
    ["map(a, () => 1)", "map(a, () => 1)"],
    ["reduce(a, {}, (sum, next) =>\n  union(sum, next))", "reduce(a, {}, (sum, next) => union(sum, next))"],
    ["[for x in range(0, 3): x]", "[for x in range(0, 3): x]"],
    ["[for (x, i) in a: {\n  name: x\n}]", '[for (x, i) in a: {"name": x}]'],
    ["[\n  for x in a: x\n]", "[for x in a: x]"],
    ["[...a, b, ...c]", "[...a, b, ...c]"],
    ["{\n  ...a\n  b: 1\n  'c-d': 2\n  '${e}': 3\n}", '{...a, "b": 1, "c-d": 2, "${e}": 3}'],
    ["{ a: 1, b: [1, 2] }", '{"a": 1, "b": [1, 2]}'],
    ["{}", "{}"],
    ["[\n]", "[]"],
  ])("makes: %s", (text, meaning) => {
    expect(expression(text)).toBe(meaning);
  });

  test("a conditional may go on at the beginning of the next lines", () => {
    expect(expression("a\n  ? b\n  : c")).toBe("(a ? b : c)");
    expect(expression("a\n  // why\n  ? b // yes\n  /* no */ : c")).toBe("(a ? b : c)");
  });

  test("arguments and parentheses may stand on lines of their own, with comments", () => {
    expect(expression("union(\n  a, // first\n  b\n)")).toBe("union(a, b)");
    expect(expression("(\n  a\n  && b\n)".replace("\n  &&", " &&"))).toBe("and(a, b)");
  });

  test("words that begin declarations can name properties", () => {
    expect(expression("{\n  resource: 1\n  type: 2\n  param: 3\n  if: 4\n  for: 5\n}")).toBe(
      '{"resource": 1, "type": 2, "param": 3, "if": 4, "for": 5}',
    );
  });

  test("every node knows its range", () => {
    const [declaration] = valid("var x = union({ a: 1 }, [b.?c, 'd${e}f'])");
    if (declaration?.kind !== "var" || declaration.value.kind !== "call") throw new Error("no call");
    const { value } = declaration;
    expect(spanText(declaration.span)).toBe("var x = union({ a: 1 }, [b.?c, 'd${e}f'])");
    expect(spanText(declaration.nameSpan)).toBe("x");
    expect(spanText(value.span)).toBe("union({ a: 1 }, [b.?c, 'd${e}f'])");
    const [object, array] = value.args;
    expect(object?.kind === "object" && object.properties.map((one) => spanText(one.span))).toEqual(["a: 1"]);
    expect(array?.kind === "array" && array.items.map((one) => spanText(one.span))).toEqual([
      "b.?c",
      "'d${e}f'",
    ]);
  });
});

describe("Bicep strings", () => {
  test.each([
    ["'plain'", '"plain"'],
    ["''", '""'],
    ["'it\\'s \\n \\t \\\\ \\$ \\${x} \\u{1F600}'", JSON.stringify("it's \n \t \\ $ ${x} 😀")],
    ["'a${b}c'", '"a${b}c"'],
    ["'${a}${b}'", '"${a}${b}"'],
    ["'${a ? 'x' : 'y${z}'}'", '"${(a ? "x" : "y${z}")}"'],
    ["'${map(a, x => { b: '}' })}'", '"${map(a, (x) => {"b": "}"})}"'],
    ["'$a $ {b}'", '"$a $ {b}"'],
    ["'grüße — 漢字'", '"grüße — 漢字"'],
    ["'${'x'}'", '"x"'],
    ["'${1}'", '"1"'],
  ])("%s", (text, meaning) => {
    expect(expression(text)).toBe(meaning);
  });

  test("three quotes hold several lines as they are, without the first line break", () => {
    expect(expression("'''\n  a 'b' ${c} \\n\n'''")).toBe(JSON.stringify("  a 'b' ${c} \\n\n"));
    expect(expression("''''quoted''''")).toBe(JSON.stringify("'quoted'"));
    expect(expression("''''''")).toBe('""');
  });

  test("dollars before three quotes say how many begin an expression", () => {
    expect(expression("$'''\na ${b}\n'''")).toBe('"a ${b}\n"');
    expect(expression("$$'''${a} $${b} $$${c}'''")).toBe('"${a} ${b} $${c}"');
  });
});
