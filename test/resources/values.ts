import { fromPlain, list, namedSymbol, type Origin, object, type Value } from "../../src/value/index.ts";

export * from "../../src/value/index.ts";

const KINDS = new Set(["absent", "literal", "list", "object", "symbol", "template", "choice", "resource"]);

function isValue(given: unknown): given is Value {
  return typeof given === "object" && given !== null && "kind" in given && KINDS.has(String(given.kind));
}

/** Plain data with values anywhere in it, as a value; what is plain gets the origin. */
export function formatted(given: unknown, origin: Origin): Value {
  if (isValue(given)) return given;
  if (Array.isArray(given))
    return list(
      given.map((item) => formatted(item, origin)),
      { origin },
    );
  if (typeof given === "object" && given !== null) {
    const entries = Object.entries(given);
    return object(new Map(entries.map(([name, item]) => [name, formatted(item, origin)])), {
      origin,
      ranges: new Map(entries.map(([name]) => [name, origin.span])),
    });
  }
  return fromPlain(given, origin);
}

/** An input without a value. */
export function input(name: string): Value {
  return namedSymbol("input", "", `var.${name}`);
}
