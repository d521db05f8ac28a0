import { SourceFile, span } from "../../src/source/index.ts";
import {
  ABSENT,
  all,
  any,
  appliedSymbol,
  because,
  casesOf,
  choose,
  describe as describeValue,
  doubtsOf,
  equal,
  errorSymbol,
  evidenceOf,
  given,
  is,
  isBetween,
  isOneOf,
  isSet,
  judge,
  list,
  literal,
  NULL,
  namedSymbol,
  no,
  not,
  object,
  outcomeOf,
  type Truth,
  truthOf,
  unknown,
  type Value,
  when,
  yes,
} from "../../src/value/index.ts";

const input = (name: string, extra: Parameters<typeof namedSymbol>[3] = {}): Value =>
  namedSymbol("input", "", `var.${name}`, extra);
const among = (name: string, ...values: readonly string[]): Value =>
  input(name, { domain: values.map((value) => literal(value)) });
const same = (a: Value, b: Value): Value =>
  appliedSymbol("==", [a, b], `${describeValue(a)} == ${describeValue(b)}`);
const switchOf = (name: string): Value => input(name, { type: "bool" });

const notes = (truth: Truth, value?: boolean): readonly (string | undefined)[] =>
  evidenceOf(truth, value).map(({ note }) => note);
const doubts = (truth: Truth): readonly string[] => doubtsOf(truth).map(({ text }) => text);

describe("what is unknown", () => {
  const open = unknown("whether it is open");

  test("is decided by one false among all and by one true among any", () => {
    expect(outcomeOf(all(no(), open))).toBe("false");
    expect(outcomeOf(all(open, no()))).toBe("false");
    expect(outcomeOf(any(open, yes()))).toBe("true");
    expect(outcomeOf(all(yes(), open))).toBe("unknown");
    expect(outcomeOf(any(no(), open))).toBe("unknown");
    expect(outcomeOf(not(open))).toBe("unknown");
  });

  test("decides nothing when there is nothing to combine", () => {
    expect([outcomeOf(all()), outcomeOf(any())]).toEqual(["true", "false"]);
  });

  test("does not matter where both arms say the same", () => {
    expect(outcomeOf(when(open, yes(), yes()))).toBe("true");
    expect(outcomeOf(when(open, no(), no()))).toBe("false");
    expect(outcomeOf(when(open, yes(), no()))).toBe("unknown");
  });

  test("says why, each reason once", () => {
    expect(doubts(all(open, yes(), unknown("who gets in"), open))).toEqual([
      "whether it is open",
      "who gets in",
    ]);
    expect(doubts(any(open, yes()))).toEqual([]);
  });
});

describe("two things under one condition", () => {
  const enabled = truthOf(switchOf("enable_private_endpoint"));

  test("cancel out", () => {
    const publicAccess = not(enabled);
    expect(outcomeOf(all(enabled, publicAccess))).toBe("false");
    expect(outcomeOf(any(enabled, publicAccess))).toBe("true");
    expect(outcomeOf(given(publicAccess, enabled))).toBe("false");
  });

  test("are told apart from two under different ones", () => {
    const other = truthOf(switchOf("other"));
    expect(outcomeOf(all(enabled, not(other)))).toBe("unknown");
    expect(outcomeOf(given(other, enabled))).toBe("unknown");
  });

  test("are judged where the condition holds, however it is put", () => {
    const env = among("env", "dev", "test", "prod");
    const production = is(env, "prod");
    const small = any(is(env, "dev"), is(env, "test"));
    expect(outcomeOf(given(production, not(small)))).toBe("true");
    expect(outcomeOf(given(small, production))).toBe("false");
    expect(outcomeOf(given(is(env, "dev"), small))).toBe("unknown");
  });

  test("change nothing where the condition can never hold or nobody knows it", () => {
    expect(outcomeOf(given(enabled, no()))).toBe("unknown");
    expect(outcomeOf(given(yes(), no()))).toBe("true");
    expect(outcomeOf(given(enabled, unknown("whether it exists")))).toBe("unknown");
    expect(outcomeOf(given(no(), unknown("whether it exists")))).toBe("false");
  });

  test("name the condition as its author writes it, once, and only where it matters", () => {
    expect(doubts(not(enabled))).toEqual(["var.enable_private_endpoint"]);
    expect(doubts(when(enabled, is(input("sku"), "Basic"), no()))).toEqual([
      "var.enable_private_endpoint",
      'var.sku == "Basic"',
    ]);
    expect(
      doubts(when(truthOf(switchOf("any")), is(input("sku"), "Basic"), is(input("sku"), "Basic"))),
    ).toEqual(['var.sku == "Basic"']);
  });
});

describe("an input with a domain", () => {
  test("fails when every allowed value does, and passes when none does", () => {
    const access = among("access", "Enabled", "enabled");
    expect(outcomeOf(is(access, "Enabled"))).toBe("true");
    expect(outcomeOf(is(access, "Disabled"))).toBe("false");
    expect(outcomeOf(isOneOf(among("sku", "Basic", "Standard"), ["Basic", "Standard"]))).toBe("true");
    expect(outcomeOf(isOneOf(among("sku", "Basic", "Standard"), ["Basic", "Premium"]))).toBe("unknown");
  });

  test("is judged value by value where a question only has answers for known ones", () => {
    const ports = input("port", { domain: [literal(22), literal(3389)] });
    expect(outcomeOf(isBetween(ports, 1, 4000))).toBe("true");
    expect(outcomeOf(isBetween(ports, 4000, 5000))).toBe("false");
    expect(doubts(isBetween(ports, 1, 100))).toEqual(["var.port == 22"]);
    expect(outcomeOf(isBetween(input("port"), 1, 100))).toBe("unknown");
  });

  test("excludes its other values, with and without a domain", () => {
    for (const env of [input("env"), among("env", "dev", "prod", "test")]) {
      expect(outcomeOf(all(truthOf(same(env, literal("dev"))), truthOf(same(env, literal("prod")))))).toBe(
        "false",
      );
    }
  });
});

describe("comparisons with and without regard to case", () => {
  const sku = input("sku");
  const exactly = (value: string): Truth => truthOf(same(sku, literal(value)));

  test("know of each other", () => {
    expect(outcomeOf(given(is(sku, "disabled"), exactly("Disabled")))).toBe("true");
    expect(outcomeOf(given(exactly("Disabled"), not(is(sku, "disabled"))))).toBe("false");
    expect(outcomeOf(given(is(sku, "Enabled"), exactly("Disabled")))).toBe("false");
    expect(outcomeOf(given(exactly("Disabled"), is(sku, "disabled")))).toBe("unknown");
  });

  test("agree on what a function of the language folds", () => {
    const folded = same(appliedSymbol("lower", [sku], "lower(var.sku)"), literal("basic"));
    expect(outcomeOf(given(is(sku, "Basic"), truthOf(folded)))).toBe("true");
    expect(outcomeOf(truthOf(same(appliedSymbol("lower", [sku], "lower(var.sku)"), literal("Basic"))))).toBe(
      "false",
    );
  });

  test("take truths and numbers for what they are written as only where case does not count", () => {
    expect(outcomeOf(is(literal("True"), true))).toBe("true");
    expect(outcomeOf(is(literal(443), "443"))).toBe("true");
    expect(outcomeOf(is(literal("True"), true, "exact"))).toBe("false");
    expect(outcomeOf(is(literal(443), "443", "exact"))).toBe("false");
    expect(outcomeOf(is(literal("null"), null))).toBe("false");
  });

  test("take a switch for one condition, compared with true, with false, or not at all", () => {
    const on = switchOf("on");
    expect(outcomeOf(any(is(on, true), is(on, false)))).toBe("true");
    expect(outcomeOf(given(is(on, "Enabled"), truthOf(on)))).toBe("false");
    expect(outcomeOf(given(truthOf(same(on, literal(false))), not(truthOf(on))))).toBe("true");
    expect(outcomeOf(given(is(on, true), truthOf(same(on, literal(true)))))).toBe("true");
    expect(doubts(is(on, false))).toEqual(["var.on"]);
  });
});

describe("null, absent and unknown", () => {
  test("are three things", () => {
    expect([isSet(ABSENT), isSet(NULL), isSet(input("x"))].map(outcomeOf)).toEqual([
      "false",
      "false",
      "true",
    ]);
    expect([is(ABSENT, null), is(NULL, null), is(input("x"), null)].map(outcomeOf)).toEqual([
      "true",
      "true",
      "unknown",
    ]);
    expect(outcomeOf(equal(ABSENT, literal("")))).toBe("false");
  });

  test("a nullable switch compared with null is not decided, one that is never null is", () => {
    expect(outcomeOf(truthOf(same(switchOf("on"), NULL)))).toBe("unknown");
    expect(outcomeOf(is(input("on", { notNull: true }), null))).toBe("false");
    const either = any(
      truthOf(same(switchOf("on"), literal(true))),
      truthOf(same(switchOf("on"), literal(false))),
    );
    expect(outcomeOf(either)).toBe("unknown");
  });

  test("a mistake in the input is neither set nor unset, and no condition", () => {
    const file = new SourceFile("main.tf", "x = nothing()");
    const mistake = errorSymbol("nothing()", { kind: "written", label: "x", span: span(file, 4, 13) });
    expect(outcomeOf(isSet(mistake))).toBe("unknown");
    expect(doubtsOf(isSet(mistake))).toEqual([{ text: "whether nothing() is set", span: span(file, 4, 13) }]);
  });

  test("nothing but a truth is a condition", () => {
    const refused = [
      NULL,
      ABSENT,
      literal("yes"),
      list([]),
      input("n", { type: "number" }),
      among("e", "a", "b"),
    ];
    for (const value of refused) expect(outcomeOf(truthOf(value))).toBe("unknown");
    expect([truthOf(literal("true")), truthOf(literal(false))].map(outcomeOf)).toEqual(["true", "false"]);
  });
});

describe("unknowns compared with each other", () => {
  const [a, b] = [input("a"), input("b")];

  test("are the same when they are the same input, and otherwise neither equal nor different", () => {
    expect(outcomeOf(equal(a, input("a")))).toBe("true");
    expect(outcomeOf(equal(a, b))).toBe("unknown");
    expect(outcomeOf(not(equal(a, b)))).toBe("unknown");
    expect(doubts(equal(a, b))).toEqual(["var.a == var.b"]);
  });

  test("are the same condition whoever is named first", () => {
    expect(outcomeOf(all(equal(a, b), not(equal(b, a))))).toBe("false");
    expect(outcomeOf(given(equal(a, b, "ignore-case"), truthOf(same(b, a))))).toBe("true");
  });

  test("are compared without case where both are folded first, as Bicep compiles it", () => {
    const lower = (value: Value): Value => appliedSymbol("tolower", [value], "toLower(…)");
    expect(outcomeOf(given(equal(a, b, "ignore-case"), truthOf(same(lower(a), lower(b)))))).toBe("true");
    expect(outcomeOf(equal(lower(a), lower(input("a"))))).toBe("true");
  });

  test("differ when their domains have nothing in common", () => {
    expect(outcomeOf(equal(among("a", "x", "y"), among("b", "z")))).toBe("false");
    expect(outcomeOf(equal(among("a", "x", "y"), among("b", "Y"), "ignore-case"))).toBe("unknown");
  });

  test("are ordered one way or the other", () => {
    const less = truthOf(appliedSymbol("<", [a, b], "var.a < var.b"));
    expect(outcomeOf(all(less, truthOf(appliedSymbol(">=", [a, b], "var.a >= var.b"))))).toBe("false");
    expect(outcomeOf(given(truthOf(appliedSymbol(">", [b, a], "var.b > var.a")), less))).toBe("true");
  });
});

describe("lists and objects", () => {
  test("are the same when all that is in them is", () => {
    const x = input("x");
    expect(outcomeOf(equal(list([x, literal(1)]), list([x, literal(1)])))).toBe("true");
    expect(outcomeOf(equal(list([x, literal(1)]), list([x, literal(2)])))).toBe("false");
    expect(outcomeOf(equal(list([x]), list([x, x])))).toBe("false");
    expect(doubts(equal(list([x]), list([literal("a")])))).toEqual(['var.x == "a"']);
    expect(outcomeOf(equal(object({ a: x, b: ABSENT }), object({ a: x })))).toBe("true");
    expect(outcomeOf(equal(object({ a: x }), object({ a: x, b: literal(1) })))).toBe("false");
  });

  test("with an open end are different where what is known differs, and otherwise unknown", () => {
    const open = object({ a: literal(1) }, { rest: input("tags") });
    expect(outcomeOf(equal(open, object({ a: literal(2) })))).toBe("false");
    expect(outcomeOf(equal(open, object({ a: literal(1), b: literal(2) })))).toBe("unknown");
    expect(outcomeOf(equal(list([], { rest: input("more") }), list([literal(1)])))).toBe("unknown");
  });

  test("are no scalars", () => {
    expect(outcomeOf(is(list([]), "x"))).toBe("false");
    expect(outcomeOf(equal(object({}), list([])))).toBe("false");
    expect(outcomeOf(equal(switchOf("on"), list([])))).toBe("false");
    expect(outcomeOf(is(input("ids", { type: "list" }), "x"))).toBe("false");
  });
});

describe("a value with two arms", () => {
  const production = same(input("env"), literal("prod"));
  const access = choose(production, literal("Disabled"), literal("Enabled"));

  test("fails when every arm fails, passes when every arm passes, and otherwise names the condition", () => {
    expect(outcomeOf(isOneOf(access, ["enabled", "disabled"]))).toBe("true");
    expect(outcomeOf(is(access, "SecuredByPerimeter"))).toBe("false");
    expect(doubts(is(access, "Enabled"))).toEqual(['var.env == "prod"']);
  });

  test("is judged together with what stands under the same condition", () => {
    expect(outcomeOf(given(is(access, "Disabled"), truthOf(production)))).toBe("true");
    const inverse = choose(appliedSymbol("!", [production], "…"), literal("a"), literal("b"));
    expect(outcomeOf(all(is(access, "Disabled"), is(inverse, "a")))).toBe("false");
  });

  test("has no case that contradicts itself", () => {
    const development = same(input("env"), literal("dev"));
    const nested = choose(production, choose(development, literal(1), literal(2)), literal(3));
    expect(casesOf(nested).map(({ value }) => describeValue(value))).toEqual(["2", "3"]);
    expect(casesOf(literal(1)).map(({ holds }) => outcomeOf(holds))).toEqual(["true"]);
  });

  test("is asked of leaves only", () => {
    const asked: string[] = [];
    judge(choose(production, access, literal("x")), (leaf) => {
      asked.push(leaf.kind);
      return yes();
    });
    expect(asked).toEqual(["literal", "literal"]);
  });
});

describe("evidence", () => {
  const [first, second, third] = [{ note: "first" }, { note: "second" }, { note: "third" }] as const;

  test("of what is true is that of all conjuncts in their order, of what is false that of what decides", () => {
    const truths = [yes(first), yes(second), yes(third)];
    expect(notes(all(...truths))).toEqual(["first", "second", "third"]);
    expect(notes(all(yes(first), no(second)))).toEqual(["second"]);
    expect(notes(any(no(first), yes(second)))).toEqual(["second"]);
    expect(notes(any(no(first), no(second)))).toEqual(["first", "second"]);
  });

  test("of a decision is that of its condition and of the arm that holds", () => {
    expect(notes(when(yes(first), no(second), yes(third)))).toEqual(["first", "second"]);
  });

  test("keeps its order where conditions stand between, and is asked for by outcome", () => {
    const on = truthOf(switchOf("on"));
    const truth = all(because(on, first), yes(second));
    expect(notes(truth, true)).toEqual([undefined, "first", "second"]);
    expect(notes(truth, false)).toEqual([undefined, "first"]);
  });
});
