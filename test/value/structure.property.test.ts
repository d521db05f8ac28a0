import {
  ABSENT,
  choose,
  concatenate,
  fromPlain,
  isWhollyKnown,
  item,
  itemsOf,
  keyOf,
  lift,
  list,
  listOf,
  literal,
  mapArms,
  member,
  namedSymbol,
  object,
  partsOf,
  splitString,
  toPlain,
  type Value,
} from "../../src/value/index.ts";
import fc from "../random.ts";

const SYMBOLS = ["x", "y"].map((name) => namedSymbol("input", "", name, { segment: true }));
const CONDITIONS = ["p", "q", "r"].map((name) => namedSymbol("input", "", name, { type: "bool" }));

const HANDLE = { address: "azurerm_subnet.app", attribute: () => ABSENT, attributeNames: () => [] };

const symbol = fc.constantFrom(...SYMBOLS);
const text = fc.constantFrom("", "a", "b", "/", "a/b", "//").map((one) => literal(one));
const part = fc.oneof(text, symbol);
const parts = fc.array(part, { maxLength: 6 });

type World = ReadonlyMap<string, boolean>;
const WORLDS: readonly World[] = CONDITIONS.reduce<readonly World[]>(
  (worlds, { key }) =>
    worlds.flatMap((world) => [true, false].map((value) => new Map(world).set(key, value))),
  [new Map()],
);

/** The value with every choice decided. */
function inWorld(value: Value, world: World): Value {
  switch (value.kind) {
    case "choice":
      return inWorld(world.get(keyOf(value.condition)) ? value.then : value.otherwise, world);
    case "list":
      return list(value.items.map((one) => inWorld(one, world)).filter((one) => one.kind !== "absent"));
    case "object":
      return object(new Map([...value.entries].map(([key, entry]) => [key, inWorld(entry, world)])));
    case "template":
      return concatenate(value.parts.map((one) => inWorld(one, world)));
    default:
      return value;
  }
}

function chosen(leaf: fc.Arbitrary<Value>, depth = 3): fc.Arbitrary<Value> {
  if (depth === 0) return leaf;
  const arm = chosen(leaf, depth - 1);
  return fc.oneof(
    leaf,
    fc.tuple(fc.constantFrom(...CONDITIONS), arm, arm).map(([condition, a, b]) => choose(condition, a, b)),
  );
}

const data = fc.jsonValue({ maxDepth: 3 });

describe("strings", () => {
  test("are the same however they were put together", () => {
    fc.assert(
      fc.property(parts, fc.nat(6), fc.nat(6), (all, from, length) => {
        const inner = concatenate(all.slice(from, from + length));
        const outer = concatenate([...all.slice(0, from), inner, ...all.slice(from + length)]);
        const named = { ...inner, via: { resource: HANDLE, attribute: "id" } };
        const read = concatenate([...all.slice(0, from), named, ...all.slice(from + length)]);
        expect(keyOf(outer)).toBe(keyOf(concatenate(all)));
        expect(keyOf(read)).toBe(keyOf(concatenate(all)));
      }),
    );
  });

  test("differ when their texts or unknown parts do", () => {
    const canonical = (all: readonly Value[]): string =>
      all.map((one) => (one.kind === "literal" ? String(one.value) : `<${keyOf(one)}>`)).join("");
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = keyOf(concatenate(a)) === keyOf(concatenate(b));
        expect(same).toBe(canonical(a) === canonical(b));
      }),
    );
  });

  test("come back from being split and joined", () => {
    fc.assert(
      fc.property(parts, fc.constantFrom("/", "a", "b/"), (all, separator) => {
        const whole = concatenate(all);
        const pieces = splitString(whole, separator, { wholeSymbols: true }) ?? [];
        const back = concatenate(
          pieces.flatMap((piece, at) => (at > 0 ? [literal(separator), piece] : [piece])),
        );
        expect(keyOf(back)).toBe(keyOf(whole));
        expect(pieces.every((piece) => !JSON.stringify(textsOf(piece)).includes(separator))).toBe(true);
      }),
    );
  });

  test("with a choice among their parts are a choice of whole strings", () => {
    fc.assert(
      fc.property(fc.array(chosen(part, 2), { maxLength: 3 }), (all) => {
        const whole = concatenate(all);
        for (const world of WORLDS) {
          const here = concatenate(all.map((one) => inWorld(one, world)));
          expect(keyOf(inWorld(whole, world))).toBe(keyOf(here));
        }
      }),
    );
  });
});

function textsOf(value: Value): readonly string[] {
  if (value.kind !== "literal" && value.kind !== "template") return [];
  return partsOf(value).flatMap((one) => (one.kind === "literal" ? [String(one.value)] : []));
}

describe("choices", () => {
  const leaf = fc.oneof(
    data.map((one) => fromPlain(one)),
    symbol,
    fc.constant(ABSENT),
  );

  test("are what their arms are in every world", () => {
    fc.assert(
      fc.property(chosen(leaf), fc.constantFrom(...CONDITIONS), chosen(leaf), (a, condition, b) => {
        const value = choose(condition, a, b);
        for (const world of WORLDS) {
          const arm = world.get(condition.key) ? a : b;
          expect(keyOf(inWorld(value, world))).toBe(keyOf(inWorld(arm, world)));
        }
      }),
    );
  });

  test("hand their arms to functions", () => {
    const name = (...values: readonly Value[]): Value => literal(values.map(keyOf).join(" "));
    fc.assert(
      fc.property(chosen(leaf), chosen(leaf), (a, b) => {
        const mapped = mapArms(a, (one) => name(one));
        const lifted = lift([a, b], (values) => name(...values));
        for (const world of WORLDS) {
          expect(inWorld(mapped, world)).toEqual(name(inWorld(a, world)));
          expect(lifted && inWorld(lifted, world)).toEqual(name(inWorld(a, world), inWorld(b, world)));
        }
      }),
    );
  });

  test("of lists are one list with items under conditions", () => {
    const lists = chosen(fc.array(chosen(leaf, 1), { maxLength: 3 }).map((items) => list(items)));
    fc.assert(
      fc.property(lists, (value) => {
        const whole = listOf(value);
        for (const world of WORLDS) {
          const here = inWorld(value, world);
          expect(whole && keyOf(inWorld(whole, world))).toBe(keyOf(here));
          const items = itemsOf(value).items.map((one) => inWorld(one, world));
          expect(keyOf(list(items))).toBe(keyOf(here));
        }
      }),
    );
  });

  test("of lists and objects are read by position and by name", () => {
    const lists = chosen(
      fc.array(chosen(leaf, 1), { maxLength: 4 }).map((items) => list(items)),
      2,
    );
    const objects = chosen(
      fc.dictionary(fc.constantFrom("a", "b"), chosen(leaf, 1)).map((entries) => object(entries)),
    );
    fc.assert(
      fc.property(lists, fc.nat(3), objects, (positions, index, names) => {
        for (const world of WORLDS) {
          const here = inWorld(positions, world);
          const expected = here.kind === "list" ? here.items[index] : undefined;
          expect(keyOf(inWorld(item(positions, index), world))).toBe(keyOf(expected ?? ABSENT));
          const entry = member(inWorld(names, world), "a");
          expect(keyOf(inWorld(member(names, "a"), world))).toBe(keyOf(entry));
        }
      }),
    );
  });
});

describe("plain data", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(data, (plain) => {
        const value = fromPlain(plain);
        expect(isWhollyKnown(value)).toBe(true);
        expect(JSON.stringify(toPlain(value))).toBe(JSON.stringify(plain));
      }),
    );
  });

  test("has the same key exactly when it is the same, whatever the order of its names", () => {
    const sorted = (one: unknown): unknown => {
      if (Array.isArray(one)) return { list: one.map(sorted) };
      if (typeof one !== "object" || one === null) return one;
      const entries = Object.entries(one).map(([key, entry]) => [key, sorted(entry)] as const);
      return { object: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
    };
    const small = fc.jsonValue({ maxDepth: 2, stringUnit: fc.constantFrom("a", '"', ",", "'") });
    fc.assert(
      fc.property(small, small, (a, b) => {
        const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
        expect(keyOf(fromPlain(a)) === keyOf(fromPlain(b))).toBe(same);
      }),
    );
  });
});
