import {
  callFunction,
  type FunctionContext,
  type FunctionResult,
} from "../../../../src/languages/terraform/functions/index.ts";
import { FUNCTIONS } from "../../../../src/languages/terraform/functions/registry.ts";
import { MemoryReader } from "../../../../src/source/index.ts";
import {
  appliedSymbol,
  fromPlain,
  keyOf,
  list,
  literal,
  namedSymbol,
  type Value,
} from "../../../../src/value/index.ts";
import fc from "../../../random.ts";

const CONTEXT: FunctionContext = {
  reader: new MemoryReader({ "main.tf": "", "modules/a.txt": "a", "modules/b/c.txt": "c" }),
  folder: ".",
  renderTemplate: (template) => literal(template.text),
  entryName: (key) => (key.kind === "literal" ? String(key.value) : keyOf(key)),
  hasSymbolicKeys: false,
  keyValue: (name) => literal(name),
  representative: () => undefined,
  notRead: () => undefined,
};

function call(name: string, ...args: readonly unknown[]): FunctionResult {
  return callFunction(
    name,
    args.map((arg) => fromPlain(arg)),
    CONTEXT,
  );
}

function messageOf(result: FunctionResult): string | undefined {
  return result.kind === "mistake" ? result.message : undefined;
}

describe("arguments made to blow up", () => {
  const long = "a".repeat(5_000_000);
  const many = Array.from({ length: 1000 }, (_, at) => String(at));

  it.each<[string, FunctionResult, RegExp]>([
    ["a range without end", call("range", 1e9), /more than 1024/],
    ["a product of lists", call("setproduct", many, many, many), /combinations/],
    ["a wide format", call("format", "%1000000000d", 1), /too large/],
    ["a format of many widths", call("format", "%9999d%9999d", 1, 2), /too large/],
    ["one long text many times over", call("format", "%[1]s%[1]s%[1]s%[1]s%[1]s", long), /too large/],
    ["a long separator", call("join", long, many), /too large/],
    ["a long replacement", call("replace", "a".repeat(100), "a", long), /too large/],
    ["an indentation", call("indent", 1e8, "a\nb"), /too large/],
    ["a list of characters", call("split", "", long), /too many/],
    ["a pattern over a long text", call("regex", "(a|b|ab)*c".repeat(50), long), /too long/],
    [
      "a span of time of a million digits",
      call("timeadd", "2024-01-01T00:00:00Z", `${"9".repeat(1_000_000)}h`),
      /no span of time/,
    ],
    ["JSON nested a hundred thousand deep", call("jsondecode", "[".repeat(100_000)), /not JSON/],
    ["YAML whose aliases multiply", call("yamldecode", bomb()), /too often/],
    ["YAML that holds itself", call("yamldecode", "&a [*a]"), /itself|anchor/],
  ])("%s is a mistake, at once", (_, result, message) => {
    expect(messageOf(result)).toMatch(message);
  });

  it("a pattern that makes other engines hang takes no time", () => {
    const start = performance.now();
    expect(call("regexall", "(a+)+$", `${"a".repeat(5000)}!`)).toMatchObject({ kind: "list", items: [] });
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("names from the input never become prototypes", () => {
    expect(call("jsondecode", '{"__proto__": {"polluted": true}}')).toMatchObject({ kind: "object" });
    expect(call("merge", JSON.parse('{"__proto__": {"polluted": true}}'))).toMatchObject({ kind: "object" });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("files outside the configuration are not read", () => {
    expect(call("file", "../../etc/passwd")).toMatchObject({ kind: "symbol", reason: "function" });
    expect(call("file", "~/.ssh/id_rsa")).toMatchObject({ kind: "symbol", reason: "function" });
    expect(call("fileset", "modules", "**/*.txt")).toMatchObject({
      items: [{ value: "a.txt" }, { value: "b/c.txt" }],
    });
  });
});

/** Ten levels of ten aliases each. */
function bomb(): string {
  const lines = ["l0: &l0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 10; level++)
    lines.push(
      `l${level}: &l${level} [${Array(10)
        .fill(`*l${level - 1}`)
        .join(", ")}]`,
    );
  return lines.join("\n");
}

describe("any function with any arguments", () => {
  const scalar = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.integer({ min: -20, max: 300 }),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const symbol = fc.constantFrom<Value>(
    namedSymbol("input", "", "var.x"),
    namedSymbol("input", "", "var.l", { type: "list" }),
    namedSymbol("computed", "", "a.b", { type: "string" }),
    appliedSymbol("==", [namedSymbol("input", "", "var.x"), literal("a")], 'var.x == "a"', { type: "bool" }),
  );
  const plain = fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(scalar, { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 4 }), scalar, { maxKeys: 3 }),
  );
  const value: fc.Arbitrary<Value> = fc.oneof(
    { weight: 4, arbitrary: plain.map((data) => fromPlain(data)) },
    { weight: 1, arbitrary: symbol },
    {
      weight: 1,
      arbitrary: fc.tuple(symbol, plain, plain).map(
        ([condition, then, otherwise]): Value => ({
          kind: "choice",
          condition,
          then: fromPlain(then),
          otherwise: fromPlain(otherwise),
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.array(plain, { maxLength: 3 }), symbol).map(([items, rest]) =>
        list(
          items.map((item) => fromPlain(item)),
          { rest },
        ),
      ),
    },
  );

  it("gives a value or a mistake with words, and the same one each time", () => {
    const names = [...FUNCTIONS.keys()];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(value, { maxLength: 4 }), (name, args) => {
        const first = callFunction(name, args, CONTEXT);
        const second = callFunction(name, args, CONTEXT);
        if (first.kind === "mistake" || second.kind === "mistake") {
          expect(second).toEqual(first);
          expect(first.kind === "mistake" && first.message).not.toBe("");
        } else expect(keyOf(second)).toBe(keyOf(first));
      }),
      { numRuns: 1500 },
    );
  });
});

describe("names of functions", () => {
  it("that are not known come with the nearest", () => {
    expect(messageOf(call("tosett", []))).toContain("toset");
  });

  it("take exactly the arguments that they have", () => {
    expect(messageOf(call("upper"))).toMatch(/`str` is missing/);
    expect(messageOf(call("upper", "a", "b"))).toMatch(/takes 1 argument/);
  });
});
