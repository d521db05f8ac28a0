import {
  all,
  any,
  type Case,
  casesOf,
  decided,
  equal,
  given,
  judge,
  not,
  outcomeOf,
  sameness,
  truthOf,
  unknown,
  when,
} from "../../src/value/index.ts";
import fc from "../random.ts";
import {
  conditions,
  constant,
  either,
  type Generated,
  joined,
  plainAtoms,
  RELATIONS,
  scalarIn,
  unknownNamed,
  valueIn,
  type World,
  worldsOf,
} from "./worlds.ts";

/** Every world of these inputs is tried on every condition, so there are only a few of them at a time. */
const GROUPS = [
  ["on", "text"],
  ["on", "other", "env"],
  ["maybe", "cased", "on"],
  ["free", "on"],
  ["size", "env", "maybe"],
] as const;

/** What is the same in all worlds, undefined when they differ. */
function agreed(values: readonly (boolean | undefined)[]): string {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? String(first) : "unknown";
}

describe.each(GROUPS.map((names) => [names.join(", "), names] as const))("conditions on %s", (_, names) => {
  const worlds = worldsOf(names);
  const tree = conditions(plainAtoms(names));
  const inAll = (condition: Generated): readonly boolean[] =>
    worlds.map((world) => Boolean(condition.in(world)));

  test("come to what they say in every world, and are decided when all worlds agree", () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const truth = truthOf(condition.value);
        expect(worlds.map((world) => valueIn(truth, world))).toEqual(inAll(condition));
        expect(outcomeOf(truth)).toBe(agreed(inAll(condition)));
      }),
    );
  });

  test("combine as they do in every world", () => {
    fc.assert(
      fc.property(tree, tree, tree, (a, b, c) => {
        const [x, y, z] = [truthOf(a.value), truthOf(b.value), truthOf(c.value)] as const;
        for (const [truth, expected] of [
          [all(x, y, z), (world: World) => a.in(world) && b.in(world) && c.in(world)],
          [any(x, y, z), (world: World) => a.in(world) || b.in(world) || c.in(world)],
          [not(x), (world: World) => !a.in(world)],
          [when(x, y, z), (world: World) => (a.in(world) ? b : c).in(world)],
        ] as const) {
          const inWorlds = worlds.map((world) => Boolean(expected(world)));
          expect(worlds.map((world) => valueIn(truth, world))).toEqual(inWorlds);
          expect(outcomeOf(truth)).toBe(agreed(inWorlds));
        }
      }),
    );
  });

  test("are judged in the worlds where a premise holds, and in no others", () => {
    fc.assert(
      fc.property(tree, tree, tree, (condition, premise, further) => {
        const truth = given(truthOf(condition.value), all(truthOf(premise.value), truthOf(further.value)));
        const possible = worlds.filter((world) => premise.in(world) && further.in(world));
        fc.pre(possible.length > 0);
        const expected = possible.map((world) => Boolean(condition.in(world)));
        expect(possible.map((world) => valueIn(truth, world))).toEqual(expected);
        expect(outcomeOf(truth)).toBe(agreed(expected));
      }),
    );
  });
});

describe("conditions on what is not known of two unknowns", () => {
  const names = ["text", "free", "env", "size"] as const;
  const worlds = worldsOf(names);
  const tree = conditions(fc.oneof(fc.constantFrom(...RELATIONS), plainAtoms(["text", "size"])));

  test("are decided only when all worlds agree", () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const outcome = outcomeOf(truthOf(condition.value));
        const expected = agreed(worlds.map((world) => Boolean(condition.in(world))));
        expect(["unknown", expected]).toContain(outcome);
      }),
    );
  });

  test("cancel out where they are the same", () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const truth = truthOf(condition.value);
        expect(outcomeOf(any(truth, not(truth)))).toBe("true");
        expect(outcomeOf(all(truth, not(truth)))).toBe("false");
      }),
    );
  });
});

/** These try every pair of cases in every world. */
const FEW = { numRuns: 40 };

describe("values with cases", () => {
  const names = ["on", "text", "env"] as const;
  const worlds = worldsOf(names);
  const tree = conditions(plainAtoms(names));
  const leaf = fc.oneof(
    fc.constantFrom("dev", "DEV", "prod", "x-dev", true, 7, null).map(constant),
    fc.constantFrom("text" as const, "env" as const).map(unknownNamed),
    fc
      .constantFrom("text" as const, "env" as const)
      .map((name) => joined(constant("x-"), unknownNamed(name))),
  );
  const value = fc
    .tuple(tree, tree, leaf, leaf, leaf)
    .map(([first, second, a, b, c]) => either(first, a, either(second, b, c)));

  test("have one case in every world, and it is the value there", () => {
    fc.assert(
      fc.property(value, (cases) => {
        for (const world of worlds) {
          const here = casesOf(cases.value).filter(({ holds }) => valueIn(holds, world));
          expect(here.map((one: Case) => scalarIn(one.value, world))).toEqual([cases.in(world)]);
        }
      }),
      FEW,
    );
  });

  test("are equal in the worlds where they are", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const pairs = worlds.map((world) => [a.in(world), b.in(world), world] as const);
        for (const [spelling, same] of [
          ["exact", (x: unknown, y: unknown) => x === y],
          ["ignore-case", (x: unknown, y: unknown) => folded(x) === folded(y)],
        ] as const) {
          const truth = equal(a.value, b.value, spelling);
          for (const [x, y, world] of pairs) expect([undefined, same(x, y)]).toContain(valueIn(truth, world));
          expect(["unknown", agreed(pairs.map(([x, y]) => same(x, y)))]).toContain(outcomeOf(truth));
          expect(sameness(a.value, b.value, spelling)).toBe(outcomeOf(truth));
        }
      }),
      FEW,
    );
  });

  test("are equal to a known one exactly where they are", () => {
    fc.assert(
      fc.property(value, fc.constantFrom("dev", "DEV", "x-dev", "x-prod", true, null), (cases, known) => {
        const truth = equal(cases.value, constant(known).value);
        const expected = worlds.map((world) => cases.in(world) === known);
        expect(worlds.map((world) => valueIn(truth, world))).toEqual(expected);
        expect(outcomeOf(truth)).toBe(agreed(expected));
      }),
      FEW,
    );
  });

  test("are judged case by case, an unknown with a domain value by value", () => {
    const known = fc.constantFrom("dev", "prod", 7, true).map(constant);
    const among = fc.oneof(known, fc.constant(unknownNamed("env")));
    const judged = fc.tuple(tree, among, among).map(([condition, a, b]) => either(condition, a, b));
    fc.assert(
      fc.property(judged, fc.constantFrom(/^d/, /./, /x/), (cases, pattern) => {
        const truth = judge(cases.value, (one) =>
          one.kind === "literal" ? decided(pattern.test(String(one.value))) : unknown("what it is"),
        );
        const expected = worlds.map((world) => pattern.test(String(cases.in(world))));
        expect(worlds.map((world) => valueIn(truth, world))).toEqual(expected);
        expect(outcomeOf(truth)).toBe(agreed(expected));
      }),
      FEW,
    );
  });
});

function folded(value: unknown): unknown {
  return value === null ? null : String(value).toLowerCase();
}
