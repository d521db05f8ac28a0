import fc from "../../../random.ts";
import { parse, where } from "./parsed.ts";

function outcome(text: string): { readonly kinds: readonly string[]; readonly mistakes: readonly string[] } {
  const { declarations, diagnostics } = parse(text);
  return { kinds: declarations.map(({ kind }) => kind), mistakes: diagnostics.map(where) };
}

describe("mistakes in Bicep", () => {
  test("cost the declaration they are in, and no other", () => {
    expect(
      outcome(`param a string
resource broken 'A.B/c@1' = {
  name: 'x'
  properties: {
    b: (1 +
  }
}
var after = 1
output o string = a`),
    ).toEqual({
      kinds: ["param", "broken", "var", "output"],
      mistakes: ["5:12 Expected a value, but found the end of the line."],
    });
  });

  test.each([
    ["var a = ", "1:9 Expected a value, but found the end of the file."],
    ["var a = [1, 2", "1:14 Expected a new line, ',' or ']', but found the end of the file."],
    ["var a = {\n  b 1\n}", "2:5 Expected ':', but found '1'."],
    [
      "var a = 'x",
      "1:9 The string is not closed on this line. A string over several lines stands between three quotes (''').",
    ],
    [
      "var a = 'x ${b\nvar c = 1",
      "1:15 The string is not closed on this line. A string over several lines stands between three quotes (''').",
    ],
    ["var a = '''x", "1:9 The string is not closed: three quotes (''') are missing at its end."],
    ['var a = "x"', "1:9 Expected a value, but found a double quote (strings stand in single quotes)."],
    [
      "var a = 'x\\q'",
      "1:11 Unknown escape in a string. There are \\\\, \\', \\n, \\r, \\t, \\$ and \\u{…}.",
    ],
    ["parm a string", "1:1 'parm' begins no declaration. Did you mean 'param'?"],
    ["var a = 1 var b = 2", "1:11 Expected a new line behind the declaration, but found 'var'."],
    ["param a", "1:8 Expected a type, but found the end of the file."],
    [
      "resource a = {}",
      "1:12 Expected the type of the resource as a string, such as 'Microsoft.Network/virtualNetworks@2024-05-01', but found '='.",
    ],
    ["module a './x.bicep' {\n}", "1:22 Expected '=', but found '{'."],
    ["@secure()", "1:10 Expected a new line behind the decorator, but found the end of the file."],
    [
      "var a = b ? c",
      "1:14 Expected ':' and the value for when the condition does not hold, but found the end of the file.",
    ],
    ["/* open", "1:1 The comment is not closed: */ is missing."],
    ["var a = foo(1,)", "1:15 Expected another argument, but found ')'."],
    ["using 'main.bicep'", "1:1 'using' begins no declaration."],
  ])("%j is told exactly", (text, message) => {
    expect(outcome(text).mistakes).toEqual([message]);
  });

  test("a comma at the end of a line is told, and costs nothing", () => {
    expect(outcome("var a = [\n  1,\n  2\n]")).toEqual({
      kinds: ["var"],
      mistakes: ["2:4 There may be no comma at the end of a line: a line break separates as well."],
    });
  });

  test("a broken declaration is known to exist", () => {
    const [broken] = parse("param a string = \nparam b string").declarations;
    expect(broken).toMatchObject({ kind: "broken", keyword: "param", name: "a" });
  });

  test("each broken declaration is told once", () => {
    expect(outcome("var a = )\nvar b = ]\nvar c = }\nvar d = 1")).toEqual({
      kinds: ["broken", "broken", "broken", "var"],
      mistakes: [
        "1:9 Expected a value, but found ')'.",
        "2:9 Expected a value, but found ']'.",
        "3:9 Expected a value, but found '}'.",
      ],
    });
  });

  test.each([
    ["parentheses", "(".repeat(50_000)],
    ["arrays", "[".repeat(50_000)],
    ["objects", "{a:".repeat(50_000)],
    ["operators", "!".repeat(50_000)],
    ["conditionals", "a?".repeat(50_000)],
    ["strings", "'${".repeat(50_000)],
    ["lambdas", "a=>".repeat(50_000)],
    ["calls", "a(".repeat(50_000)],
    ["indexes", "a[".repeat(50_000)],
  ])("deep nesting of %s is refused, not overflowed", (_what, text) => {
    const { diagnostics } = parse(`var x = ${text}\nvar y = 1`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
  });

  test("deep types are refused too", () => {
    expect(parse(`param x ${"{a:".repeat(50_000)}`).diagnostics).toMatchObject([{ code: "too-deep" }]);
    expect(parse(`param x ${"(".repeat(50_000)}`).diagnostics).toMatchObject([{ code: "too-deep" }]);
  });

  test("long chains are no deep nesting", () => {
    expect(outcome(`var x = ${"a + ".repeat(20_000)}a\nvar y = a${".b".repeat(20_000)}`).mistakes).toEqual(
      [],
    );
  });

  test("any text ends in declarations and diagnostics", () => {
    const words = [
      "resource",
      "param",
      "var",
      "'",
      "'''",
      "${",
      "}",
      "{",
      "[",
      "]",
      "(",
      ")",
      "=",
      "=>",
      "?",
      ":",
      "\n",
      " ",
      "for",
      "in",
      "if",
      "@",
      "/*",
      "*/",
      "//",
      "#",
      "$",
      "a",
      "1",
      "\u0000",
      "é",
      "\ud800",
      "|",
      "<",
      ">",
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 60 }), (parts) => {
        const { file, declarations, diagnostics, comments } = parse(parts.join(""));
        for (const { span } of [...declarations, ...comments])
          expect(span.end).toBeLessThanOrEqual(file.text.length);
        for (const { span } of diagnostics) expect(span && span.start <= span.end).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
