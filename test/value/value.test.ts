import { SourceFile, span } from "../../src/source/index.ts";
import {
  ABSENT,
  all,
  any,
  appliedSymbol,
  asSensitive,
  casesOf,
  chainOf,
  choose,
  concatenate,
  countArms,
  describe as describeValue,
  equal,
  follow,
  fromPlain,
  isString,
  isWhollyKnown,
  item,
  itemsOf,
  keyOf,
  lift,
  list,
  literal,
  mapArms,
  member,
  memberIgnoringCase,
  namedSymbol,
  type Origin,
  object,
  outcomeOf,
  readThrough,
  splitString,
  toPlain,
  truthOf,
  unknown,
  type Value,
  withVia,
} from "../../src/value/index.ts";

const input = (name: string, extra: Parameters<typeof namedSymbol>[3] = {}): Value =>
  namedSymbol("input", "", `var.${name}`, extra);
const segment = (name: string): Value => input(name, { segment: true });
const on = input("on", { type: "bool" });
const HANDLE = {
  address: "azurerm_virtual_network.hub",
  attribute: () => literal("vnet"),
  attributeNames: () => [],
};
const shown = (values: readonly Value[] | undefined): readonly string[] | undefined =>
  values?.map((one) => describeValue(one));

const file = new SourceFile("main.tf", "public = true\nlocal = var.on ? 1 : 2\nuse = local.x\n");
const step = (kind: Origin["kind"], start: number, end: number, label: string): Origin => ({
  kind,
  label,
  span: span(file, start, end),
});

describe("an id that nobody knows", () => {
  const id = concatenate([
    literal("/subscriptions/"),
    segment("subscription"),
    literal("/resourceGroups/"),
    segment("group"),
    literal("/providers/Microsoft.Network/virtualNetworks/"),
    segment("vnet"),
    literal("/subnets/app"),
  ]);

  test("is split at its slashes", () => {
    expect(shown(splitString(id, "/"))?.[8]).toBe("var.vnet");
    expect(shown(splitString(id, "/"))?.at(-1)).toBe('"app"');
    expect(splitString(id, "-")).toBeUndefined();
    expect(splitString(concatenate([input("any"), literal("/x")]), "/")).toBeUndefined();
  });

  test("is the id of a child when something is put behind it, and stays a reference", () => {
    const read = withVia(id, { resource: HANDLE, attribute: "id" });
    const child = concatenate([read, literal("/x")]);
    expect(child.kind === "template" && child.parts[0]?.via?.resource).toBe(HANDLE);
    expect(keyOf(child)).toBe(keyOf(concatenate([id, literal("/"), literal("x")])));
  });

  test("differs from others by what is known of both", () => {
    const named = (...parts: readonly Value[]): Value => concatenate(parts);
    const differ = (a: Value, b: Value): string => outcomeOf(equal(a, b, "ignore-case"));
    const prefix = input("prefix");
    expect(differ(named(prefix, literal("-hub")), named(prefix, literal("-spoke")))).toBe("false");
    expect(differ(named(literal("HUB-"), prefix), named(literal("hub-"), prefix))).toBe("true");
    expect(differ(named(literal("hub-"), prefix), named(literal("spoke-"), input("other")))).toBe("false");
    expect(differ(named(prefix, literal("-hub")), named(input("other"), literal("-hub")))).toBe("unknown");
    expect(differ(named(prefix, literal("-hub")), prefix)).toBe("false");
    expect(differ(named(literal("a"), prefix, literal("c")), literal("ac"))).toBe("unknown");
    expect(differ(named(literal("a"), prefix, literal("c")), literal("a"))).toBe("false");
    expect(differ(named(prefix, literal("x"), input("other")), literal("abc"))).toBe("false");
    expect(
      differ(id, concatenate([literal("/subscriptions/"), segment("s"), literal("/resourceGroups/x")])),
    ).toBe("false");
    expect(differ(named(segment("a"), literal("/b")), literal("x/y/b"))).toBe("false");
  });

  test("compared with a known one is a condition on its unknown part", () => {
    const name = concatenate([literal("vnet-"), input("env")]);
    const prod = appliedSymbol("==", [input("env"), literal("prod")], 'var.env == "prod"');
    expect(outcomeOf(all(equal(name, literal("vnet-dev")), truthOf(prod)))).toBe("false");
  });
});

describe("a way that a value took", () => {
  test("goes on from the choice to the arm that holds", () => {
    const arm = literal(1, step("written", 31, 32, "x"));
    const choice = choose(on, arm, literal(2));
    const written = readThrough(choice, step("written", 14, 36, "local"));
    const read = readThrough(written, step("reference", 43, 50, "local.x"));
    const [first] = casesOf(read);
    expect(chainOf(first?.value.origin).map(({ label, span: { start } }) => [label, start])).toEqual([
      ["local.x", 43],
      ["x", 31],
    ]);
  });

  test("keeps the reference and the secrecy of a choice in its arms", () => {
    const choice = asSensitive(
      withVia(choose(on, literal("a"), literal("b")), { resource: HANDLE, attribute: "name" }),
    );
    for (const { value } of casesOf(choice)) {
      expect([value.sensitive, value.via?.attribute]).toEqual([true, "name"]);
    }
    expect(describeValue(mapArms(choice, (leaf) => leaf))).not.toContain('"a"');
  });
});

describe("a choice", () => {
  const not = appliedSymbol("!", [on], "!var.on");

  test("is the same when its condition is negated and its arms are exchanged", () => {
    const choice = choose(not, literal("a"), literal("b"));
    expect(keyOf(choice)).toBe(keyOf(choose(on, literal("b"), literal("a"))));
    expect(describeValue(choice)).toBe('var.on ? "b" : "a"');
  });

  test("does not ask twice for its condition", () => {
    expect(describeValue(choose(on, choose(on, literal("a"), literal("b")), literal("c")))).toBe(
      'var.on ? "a" : "c"',
    );
    expect(describeValue(choose(on, choose(not, literal("a"), literal("b")), literal("c")))).toBe(
      'var.on ? "b" : "c"',
    );
    expect(describeValue(choose(on, literal("a"), choose(on, literal("b"), literal("a"))))).toBe('"a"');
  });
});

describe("what is read from a value", () => {
  const body = object({ Name: literal("x"), list: list([literal(1), literal(2)]) }, { rest: input("tags") });

  test("is an entry, an item, or unknown where it may be among what nobody knows", () => {
    expect(describeValue(member(body, "Name"))).toBe('"x"');
    expect(describeValue(member(body, "name"))).toBe("var.tags.name");
    expect(describeValue(memberIgnoringCase(body, "name"))).toBe('"x"');
    expect(describeValue(follow(body, "LIST[1]"))).toBe("2");
    expect(follow(body, "list[2]")).toBe(ABSENT);
    expect(member(literal("x"), "length")).toBe(ABSENT);
  });

  test("never comes from the prototype of an object", () => {
    expect(member(object({}), "constructor")).toBe(ABSENT);
    expect(member(fromPlain(JSON.parse('{"__proto__": {"a": 1}}')), "a")).toBe(ABSENT);
    const back = toPlain(fromPlain(JSON.parse('{"__proto__": {"a": 1}}'))) as object;
    expect([Object.getPrototypeOf(back), Object.keys(back)]).toEqual([null, ["__proto__"]]);
  });

  test("of a symbol is the same symbol each time", () => {
    expect(keyOf(member(input("net"), "id"))).toBe(keyOf(member(input("net"), "id")));
    expect(keyOf(member(input("net"), "id"))).not.toBe(keyOf(member(input("net"), "name")));
    expect(describeValue(item(input("ids"), 0))).toBe("var.ids[0]");
  });

  test("of a secret is a secret", () => {
    const secret = asSensitive(object({ key: literal("x") }));
    expect(member(secret, "key").sensitive).toBe(true);
    expect(item(asSensitive(list([literal("x")])), 0).sensitive).toBe(true);
    expect(splitString(asSensitive(literal("a/b")), "/")?.every(({ sensitive }) => sensitive)).toBe(true);
    expect(concatenate([literal("a"), asSensitive(literal("b"))]).sensitive).toBe(true);
    expect(member(asSensitive(input("secret")), "key").sensitive).toBe(true);
  });

  test("does not count items that are not there", () => {
    const maybe = list([choose(on, literal("a"), ABSENT), literal("b")]);
    expect(describeValue(item(maybe, 0))).toBe('var.on ? "a" : "b"');
    expect(describeValue(item(maybe, 1))).toBe('var.on ? "b" : (not set)');
    expect(item(maybe, 2)).toBe(ABSENT);
    expect(item(list([literal("a")], { rest: input("more") }), 1).kind).toBe("symbol");
    expect(item(list([literal("a")]), -1)).toBe(ABSENT);
  });

  test("an item behind others of many cases each is looked for once", () => {
    const cases = (name: string): Value =>
      [1, 2, 3, 4, 5, 6, 7, 8].reduce<Value>(
        (rest, at) => choose(input(`${name}${at}`), rest, at === 1 ? literal(name) : ABSENT),
        ABSENT,
      );
    const found = item(list(["a", "b", "c", "d", "e", "f"].map(cases)), 0);
    expect(found.kind).not.toBe("absent");
  });

  test("is listed as far as it is known", () => {
    expect(itemsOf(ABSENT)).toEqual({ items: [] });
    expect(itemsOf(input("ids"))).toEqual({ items: [], rest: input("ids") });
    expect(itemsOf(choose(on, list([literal(1)]), ABSENT)).items.map((one) => describeValue(one))).toEqual([
      "var.on ? 1 : (not set)",
    ]);
    expect(itemsOf(choose(on, list([literal(1)]), input("ids")))).toMatchObject({ items: [] });
  });
});

describe("a description", () => {
  test("is on one line, without control characters and secrets", () => {
    const value = list([
      literal('a"\n\u001b[31m'),
      asSensitive(literal("password")),
      concatenate([literal("\u0007"), input("x")]),
      object({ "a\nb": literal(null), "ok-1": ABSENT }),
    ]);
    expect(describeValue(value)).toBe(
      '["a\\"\\n\\u001b[31m", (sensitive), "\\u0007$' + '{var.x}", {"a\\nb" = null, ok-1 = (not set)}]',
    );
  });

  test("stays short", () => {
    const deep = list([
      list([list([literal(1)])]),
      literal("x".repeat(1000)),
      ...Array(100).fill(literal(7)),
    ]);
    expect(describeValue(deep)).toMatch(/^\[\[\[…\]\], "x+…", 7, (7, )+…\]$/);
    expect(describeValue(deep).length).toBeLessThan(400);
  });
});

describe("what a stranger's input could do", () => {
  const LEVELS = 40;

  /** Every level holds the one below twice: few values, but without end when each is read for itself. */
  function doubled(start: Value, twice: (value: Value, level: number) => Value): Value {
    let value = start;
    for (let level = 0; level < LEVELS; level++) value = twice(value, level);
    return value;
  }

  test("lists within lists cost no more than what is written", () => {
    const value = doubled(literal("a"), (one) => list([one, one]));
    expect(keyOf(value)).toBe(keyOf(doubled(literal("a"), (one) => list([one, one]))));
    expect(isWhollyKnown(value)).toBe(true);
    expect(toPlain(value)).toBeUndefined();
    expect(describeValue(value).length).toBeLessThan(400);
    const other = doubled(input("x"), (one) => list([one, one]));
    expect(outcomeOf(equal(value, other))).toBe("unknown");
    expect(
      outcomeOf(
        equal(
          value,
          doubled(literal("b"), (one) => list([one, one])),
        ),
      ),
    ).toBe("false");
  });

  test("strings that are doubled again and again are given up", () => {
    const string = doubled(input("x"), (one) => concatenate([one, one]));
    expect(string.kind === "template" ? string.parts.length : 1).toBeLessThanOrEqual(1024);
    const read = (one: Value): Value => withVia(one, { resource: HANDLE, attribute: "name" });
    const value = doubled(input("x"), (one) => read(concatenate([one, literal("-"), one])));
    expect(keyOf(value).length).toBeLessThan(300);
    expect(isString(doubled(literal("a"), (one) => concatenate([one, one])))).toBe(false);
  });

  test("choices between choices are given up, and stay unknown", () => {
    const value = doubled(literal("a"), (one, level) =>
      choose(
        input(`c${level}`),
        one,
        mapArms(one, (leaf) => literal(`${keyOf(leaf)}${level}`)),
      ),
    );
    expect(countArms(value)).toBeLessThanOrEqual(1024);
    expect(outcomeOf(equal(value, literal("a")))).toBe("unknown");
    const wide = [0, 1, 2, 3, 4, 5].map((at) => choose(input(`c${at}`), literal(at), literal("a")));
    expect(lift(wide, () => literal(1))).toBeUndefined();
  });

  test("conditions that are doubled again and again are read once", () => {
    const value = doubled(on, (one, level) => appliedSymbol(level % 2 ? "&&" : "||", [one, one], "…"));
    expect(outcomeOf(truthOf(value))).toBe("unknown");
  });

  test("more conditions than anybody writes are unknown, but for what decides alone", () => {
    const many = Array.from({ length: 1_000 }, (_, at) => truthOf(input(`c${at}`)));
    expect(outcomeOf(all(...many))).toBe("unknown");
    expect(outcomeOf(any(...many, unknown("x")))).toBe("unknown");
    expect(outcomeOf(all(...many, any()))).toBe("false");
  });

  test("nothing is nested too deeply to be looked at", () => {
    const nested = (start: Value, deeper: (value: Value) => Value, levels = 20_000): Value => {
      let value = start;
      for (let level = 0; level < levels; level++) value = deeper(value);
      return value;
    };
    const lists = nested(literal("a"), (one) => list([one]));
    const others = nested(literal("b"), (one) => list([one]));
    expect(keyOf(lists)).not.toBe(keyOf(others));
    expect(isWhollyKnown(lists)).toBe(true);
    expect(toPlain(lists)).toBeUndefined();
    expect(outcomeOf(equal(lists, others))).toBe("unknown");
    const read = (one: Value): Value => withVia(one, { resource: HANDLE, attribute: "name" });
    const ids = nested(input("x"), (one) => read(concatenate([one, input("y")])), 2_000);
    expect(keyOf(ids).length).toBeLessThan(300);
    expect(outcomeOf(truthOf(nested(on, (one) => appliedSymbol("!", [one], "…"))))).toBe("unknown");
    let plain: unknown = 1;
    for (let level = 0; level < 20_000; level++) plain = [plain];
    expect(isWhollyKnown(fromPlain(plain))).toBe(false);
  });

  test("names that look like structure are names", () => {
    const tricky = ["a,b", "a", "b", '"', "(", "1'a", ")"].map((name) => namedSymbol("input", "", name));
    const keys = tricky.flatMap((x) =>
      tricky.flatMap((y) => [
        keyOf(list([x, y])),
        keyOf(concatenate([x, y])),
        keyOf(appliedSymbol("f", [x, y], "f")),
      ]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("digests of long keys do not collide", () => {
  const keys = new Set<string>();
  const count = 5_000;
  const filler = "x".repeat(240);
  for (let at = 0; at < count; at++) {
    keys.add(keyOf(literal(`${filler}${at}`)));
    keys.add(keyOf(literal(`${at.toString(2)}${filler}${filler}`)));
  }
  expect(keys.size).toBe(2 * count);
});
