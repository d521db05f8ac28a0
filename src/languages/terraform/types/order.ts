import { isWhollyKnown, keyOf, mayBeAbsent, type Value } from "../../../value/index.ts";

/** Orders texts by their code points, as Terraform does; JavaScript's own order is by UTF-16 code units. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/**
 * Items as the members of a set: equal ones once, in Terraform's order. Those that are not known follow the known ones; two of
 * them may still turn out to be equal.
 */
export function membersOf(items: readonly Value[]): readonly Value[] {
  const members = new Map<string, Value>();
  for (const item of items) {
    const key = keyOf(item);
    if (!members.has(key)) members.set(key, item);
  }
  const known: Value[] = [];
  const unknown: Value[] = [];
  for (const member of members.values())
    (isWhollyKnown(member) && !mayBeAbsent(member) ? known : unknown).push(member);
  if (known.every((member) => member.kind === "literal")) known.sort(compareScalars);
  else sortByText(known);
  return [...known, ...unknown];
}

/** Null last, false before true, numbers by size, texts by code points. */
function compareScalars(a: Value, b: Value): number {
  if (a.kind !== "literal" || b.kind !== "literal") return 0;
  const x = a.value;
  const y = b.value;
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  if (typeof x === "string" && typeof y === "string") return compareTexts(x, y);
  return Number(x) - Number(y);
}

/** Sets of collections have an order, too, which Terraform takes from a serialisation of their members. */
function sortByText(members: Value[]): void {
  const texts = new Map(members.map((member) => [member, serialised(member)]));
  members.sort((a, b) => {
    const nulls = Number(texts.get(a) === "~") - Number(texts.get(b) === "~");
    return nulls || compareTexts(texts.get(a) as string, texts.get(b) as string);
  });
}

function serialised(value: Value): string {
  switch (value.kind) {
    case "literal":
      if (value.value === null) return "~";
      if (typeof value.value === "boolean") return value.value ? "T" : "F";
      return typeof value.value === "number" ? shortNumber(value.value) : JSON.stringify(value.value);
    case "list": {
      const items = value.items.map((item) => `${serialised(item)};`).join("");
      return value.collection === "list" || value.collection === "set" ? `[${items}]` : `<${items}>`;
    }
    case "object": {
      const names = [...value.entries.keys()].sort(compareTexts);
      const entry = (name: string): string => serialised(value.entries.get(name) as Value);
      if (value.collection === "map")
        return `{${names.map((name) => `${JSON.stringify(name)}:${entry(name)};`).join("")}}`;
      return `<${names.map((name) => `${entry(name)};`).join("")}>`;
    }
    default:
      return "?";
  }
}

/** Ten significant digits, with an exponent from 1e10 upwards and from 1e-5 downwards. */
function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e10)) return String(Number(value.toPrecision(10)));
  const [mantissa, power = "0"] = Number(value.toPrecision(10)).toExponential().split("e");
  return `${mantissa}e${power.slice(0, 1)}${power.slice(1).padStart(2, "0")}`;
}
