import {
  appliedSymbol,
  casesOf,
  choose,
  equal,
  isEffortSpent,
  isFalse,
  isSet,
  literal,
  namedSymbol,
  outcomeOf,
  renewEffort,
  sameness,
  truthOf,
  type Value,
} from "../../src/value/index.ts";

const input = (name: string): Value => namedSymbol("input", "", `var.${name}`, { type: "bool" });

/** One of many names, each under conditions of its own. */
function named(prefix: string, many: number): Value {
  return Array.from({ length: many }).reduce<Value>(
    (rest, _, at) => choose(input(`${prefix}${at}`), literal(`${prefix}${at}`), rest),
    literal(prefix),
  );
}

/** A formula that has another value in nearly every world. */
function formula(many: number): Value {
  const differs = (a: Value, b: Value): Value => appliedSymbol("!=", [a, b], "a != b", { type: "bool" });
  return Array.from({ length: many }).reduce<Value>(
    (all, _, at) =>
      choose(differs(input(`a${at}`), input(`b${at}`)), all, choose(input(`c${at}`), input(`d${at}`), all)),
    input("e"),
  );
}

describe("what values with very many cases take is bounded", () => {
  afterEach(() => renewEffort());

  test("names with dozens of cases each are told apart", () => {
    expect(sameness(named("a", 30), named("b", 30))).toBe("false");
    expect(sameness(named("a", 30), choose(input("x"), literal("a7"), named("b", 30)))).toBe("unknown");
  });

  test("a choice with very many cases has few that are told apart, and one for the others", () => {
    const cases = casesOf(named("a", 500));
    expect(cases.length).toBeLessThan(100);
    expect(cases.filter(({ value }) => value.kind === "symbol")).toHaveLength(1);
    expect(cases.filter(({ holds }) => isFalse(holds))).toEqual([]);
  });

  test("whether one of very many cases is set is not known", () => {
    const many = casesOf(choose(input("x"), literal(null), named("a", 500))).find(
      ({ value }) => value.kind === "symbol",
    );
    expect(outcomeOf(isSet(many?.value ?? literal(1)))).toBe("unknown");
  });

  test("truths that were given up are worked out when the effort is renewed", () => {
    const both = appliedSymbol("&&", [input("p"), input("q")], "p && q", { type: "bool" });
    const never = appliedSymbol("&&", [both, appliedSymbol("!", [input("p")], "!p")], "never", {
      type: "bool",
    });
    renewEffort(0);
    expect(outcomeOf(truthOf(never))).toBe("unknown");
    renewEffort();
    expect(outcomeOf(truthOf(never))).toBe("false");
  });

  test("truths are given up when the effort is spent, and worked out again when it is renewed", () => {
    const on = choose(input("f"), input("g"), input("h"));
    renewEffort(1);
    expect(outcomeOf(equal(on, choose(input("f"), input("g"), input("h"))))).toBe("unknown");
    expect(isEffortSpent()).toBe(true);
    renewEffort();
    expect(isEffortSpent()).toBe(false);
    expect(outcomeOf(equal(named("a", 3), named("b", 3)))).toBe("false");
  });

  test("a formula over hundreds of inputs is unknown, and costs no more than the bound", () => {
    expect(outcomeOf(truthOf(formula(300)))).toBe("unknown");
  });
});
