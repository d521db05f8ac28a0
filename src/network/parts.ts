import type { Value } from "../value/index.ts";

/**
 * A value and all that it is put together from, what unknowns were made from included. Parts that are shared come once: a
 * stranger's expressions may reach one in more ways than anybody could walk. A part that `into` refuses is not looked into.
 */
export function* partsBelow(value: Value, into: (part: Value) => boolean = () => true): Iterable<Value> {
  const seen = new Set<Value>([value]);
  const pending: Value[] = [value];
  for (let at = pending.pop(); at; at = pending.pop()) {
    yield at;
    if (!into(at)) continue;
    for (const part of partsOf(at)) {
      if (seen.has(part)) continue;
      seen.add(part);
      pending.push(part);
    }
  }
}

function partsOf(value: Value): Iterable<Value> {
  switch (value.kind) {
    case "list":
      return value.rest ? [...value.items, value.rest] : value.items;
    case "object":
      return value.rest ? [...value.entries.values(), value.rest] : value.entries.values();
    case "template":
      return value.parts;
    case "choice":
      return [value.then, value.otherwise];
    case "symbol":
      return value.operands ?? [];
    default:
      return [];
  }
}
