import {
  type Atom,
  appliedSymbol,
  choose,
  concatenate,
  equal,
  keyOf,
  type Literal,
  literal,
  namedSymbol,
  type Scalar,
  type SymbolValue,
  type Truth,
  type Value,
} from "../../src/value/index.ts";
import fc from "../random.ts";

/** What every input is in one deployment. */
export type World = ReadonlyMap<string, Scalar>;

interface Input {
  readonly symbol: SymbolValue;
  /** All that it can be, as far as the generated conditions can tell apart. */
  readonly values: readonly Scalar[];
}

const TEXTS = ["dev", "DEV", "prod", "Prod"] as const;

function input(
  text: string,
  values: readonly Scalar[],
  extra: Parameters<typeof namedSymbol>[3] = {},
): Input {
  return { symbol: namedSymbol("input", "", text, extra), values };
}

const domain = (...values: readonly Scalar[]): Value[] => values.map((value) => literal(value));

/** Inputs of every kind: switches, texts and numbers, with and without a type and a domain. */
const INPUTS = {
  on: input("on", [true, false], { type: "bool" }),
  other: input("other", [true, false], { domain: domain(true, false) }),
  maybe: input("maybe", [true, false, null], { type: "bool" }),
  text: input("text", ["dev", "DEV", "Dev", "prod", "Prod", "PROD", "x-dev", "x-prod"], {
    type: "string",
    notNull: true,
  }),
  free: input("free", ["dev", "DEV", "Dev", "prod", "Prod", "PROD", "else", 7, "7", true, null]),
  env: input("env", ["dev", "prod"], { domain: domain("dev", "prod"), type: "string" }),
  cased: input("cased", ["dev", "DEV", "prod"], { domain: domain("dev", "DEV", "prod") }),
  size: input("size", [1, 2, 3, 9], { type: "number" }),
} as const;

type Name = keyof typeof INPUTS;

/** A condition as a value, with what it comes to in a world. */
export interface Generated {
  readonly value: Value;
  readonly in: (world: World) => Scalar;
}

/** Every deployment that differs in the given inputs. */
export function worldsOf(names: readonly Name[]): readonly World[] {
  return names.reduce<readonly World[]>(
    (worlds, name) =>
      worlds.flatMap((world) =>
        INPUTS[name].values.map((value) => new Map(world).set(INPUTS[name].symbol.key, value)),
      ),
    [new Map()],
  );
}

/** An input as a value of its own. */
export function unknownNamed(name: Name): Generated {
  const { symbol } = INPUTS[name];
  return { value: symbol, in: (world) => world.get(symbol.key) ?? null };
}

export function constant(value: Scalar): Generated {
  return { value: literal(value), in: () => value };
}

const fold = (value: Scalar): Scalar => (value === null ? null : String(value).toLowerCase());

function applied(
  operator: string,
  operands: readonly Generated[],
  run: (values: readonly Scalar[]) => Scalar,
): Generated {
  const text = `${operator}(${operands.length})`;
  return {
    value: appliedSymbol(
      operator,
      operands.map(({ value }) => value),
      text,
      { type: "bool" },
    ),
    in: (world) => run(operands.map((operand) => operand.in(world))),
  };
}

const same = (a: Generated, b: Generated): Generated => applied("==", [a, b], ([x, y]) => x === y);
const alike = (a: Generated, b: Generated): Generated =>
  applied("=~", [a, b], ([x, y]) => fold(x as Scalar) === fold(y as Scalar));
const lower = (a: Generated): Generated => applied("lower", [a], ([x]) => String(x).toLowerCase());

export function joined(...parts: readonly Generated[]): Generated {
  return {
    value: concatenate(parts.map(({ value }) => value)),
    in: (world) => parts.map((part) => part.in(world) ?? "").join(""),
  };
}

export function either(condition: Generated, then: Generated, otherwise: Generated): Generated {
  return {
    value: choose(condition.value, then.value, otherwise.value),
    in: (world) => (condition.in(world) ? then : otherwise).in(world),
  };
}

const anyText = fc.constantFrom(...TEXTS).map(constant);

/** Comparisons that are understood down to the last input: what follows from them is always found. */
export function plainAtoms(names: readonly Name[]): fc.Arbitrary<Generated> {
  const kinds: Record<Name, readonly fc.Arbitrary<Generated>[]> = {
    on: [fc.constant(unknownNamed("on"))],
    other: [
      fc.constant(unknownNamed("other")),
      fc.boolean().map((value) => same(unknownNamed("other"), constant(value))),
    ],
    maybe: [fc.constantFrom(true, false, null).map((value) => same(unknownNamed("maybe"), constant(value)))],
    text: [
      anyText.map((text) => same(unknownNamed("text"), text)),
      anyText.map((text) => alike(unknownNamed("text"), text)),
      anyText.map((text) => same(lower(unknownNamed("text")), text)),
      anyText.map((text) => same(joined(constant("x-"), unknownNamed("text")), joined(constant("x-"), text))),
    ],
    free: [
      fc
        .constantFrom<Scalar>(...TEXTS, 7, true, null, "7")
        .map((value) => same(unknownNamed("free"), constant(value))),
      fc.constantFrom<Scalar>(...TEXTS).map((value) => alike(constant(value), unknownNamed("free"))),
    ],
    env: [
      anyText.map((text) => same(unknownNamed("env"), text)),
      anyText.map((text) => alike(unknownNamed("env"), text)),
      anyText.map((text) => same(joined(unknownNamed("env"), constant("/1")), joined(text, constant("/1")))),
    ],
    cased: [
      anyText.map((text) => same(unknownNamed("cased"), text)),
      anyText.map((text) => alike(unknownNamed("cased"), text)),
    ],
    size: [fc.constantFrom(1, 2, 9, "1").map((value) => same(unknownNamed("size"), constant(value)))],
  };
  return fc.oneof(...names.flatMap((name) => kinds[name]));
}

/** Comparisons of unknowns with each other: conditions of which not everything that follows is found. */
export const RELATIONS: readonly Generated[] = [
  same(unknownNamed("text"), unknownNamed("free")),
  same(unknownNamed("free"), unknownNamed("text")),
  alike(unknownNamed("text"), unknownNamed("free")),
  same(unknownNamed("env"), unknownNamed("text")),
  applied("<", [unknownNamed("size"), constant(3)], ([x, y]) => Number(x) < Number(y)),
  applied(">=", [unknownNamed("size"), constant(3)], ([x, y]) => Number(x) >= Number(y)),
  applied(">", [constant(3), unknownNamed("size")], ([x, y]) => Number(x) > Number(y)),
];

/** Conditions made of others with every operator there is. */
export function conditions(atoms: fc.Arbitrary<Generated>): fc.Arbitrary<Generated> {
  const { tree } = fc.letrec<{ tree: Generated }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthIdentifier: "condition" },
      atoms,
      fc.boolean().map(constant),
      tie("tree").map((a) => applied("!", [a], ([x]) => !x)),
      fc
        .tuple(tie("tree"), tie("tree"))
        .map(([a, b]) => applied("&&", [a, b], (values) => values.every(Boolean))),
      fc
        .tuple(tie("tree"), tie("tree"))
        .map(([a, b]) => applied("||", [a, b], (values) => values.some(Boolean))),
      fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([a, b, c]) => either(a, b, c)),
    ),
  }));
  return tree;
}

/** Pairs of unknowns under the keys of the conditions that compare them. */
const RELATED = new Map(
  RELATIONS.flatMap(({ value, in: holds }) => {
    const truth = value.kind === "symbol" ? relationOf(value) : undefined;
    return truth?.kind === "branch" ? [[truth.atom.key, holds] as const] : [];
  }),
);

function relationOf(value: SymbolValue): Truth | undefined {
  const [a, b] = value.operands ?? [];
  if (!a || !b || (value.operator !== "==" && value.operator !== "=~")) return undefined;
  return equal(a, b, value.operator === "==" ? "exact" : "ignore-case");
}

/** Whether a condition holds in a world; undefined when it is about something that the world does not say. */
function holdsIn({ key, is }: Atom, world: World): boolean | undefined {
  const relation = RELATED.get(key);
  if (relation) return Boolean(relation(world));
  if (!is || !world.has(is.subject)) return undefined;
  const value = world.get(is.subject) as Scalar;
  if (!is.anySpelling) return keyOf(literal(value)) === is.member.key;
  return value !== null && JSON.stringify(String(value).toLowerCase()) === is.member.folded;
}

/** What a truth comes to in a world. */
export function valueIn(truth: Truth, world: World): boolean | undefined {
  switch (truth.kind) {
    case "decided":
      return truth.value;
    case "unknown":
      return undefined;
    case "branch": {
      const holds = holdsIn(truth.atom, world);
      return holds === undefined ? undefined : valueIn(holds ? truth.then : truth.otherwise, world);
    }
  }
}

/** What a value of scalars comes to in a world, when it is built of inputs, strings and choices. */
export function scalarIn(value: Value, world: World): Literal["value"] | undefined {
  if (value.kind === "literal") return value.value;
  if (value.kind === "symbol") return world.get(value.key);
  if (value.kind !== "template") return undefined;
  return value.parts.map((part) => scalarIn(part, world) ?? "").join("");
}
