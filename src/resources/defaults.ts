import type { Resource } from "../model/index.ts";
import { firstLine, type Span } from "../source/index.ts";
import {
  isUnset,
  listOf,
  literal,
  mapArms,
  memberIgnoringCase,
  type ObjectValue,
  type Origin,
  type Value,
  withOrigin,
} from "../value/index.ts";
import type { ResourceDefinition, ServiceDefault } from "./define.ts";
import { pathParts } from "./table/index.ts";

/** What the service takes for a property that nobody sets; undefined when nothing is documented. */
export function serviceDefault(
  definition: ResourceDefinition | undefined,
  resource: Resource,
  path: string,
): Value | undefined {
  if (!definition) return undefined;
  const { byPath } = defaultsOf(definition);
  const stated = byPath.size > 0 ? (byPath.get(path) ?? byPath.get(path.toLowerCase())) : undefined;
  return stated && documented(stated, resource);
}

interface Defaults {
  /** By path as it is written in its table, and without case. */
  readonly byPath: ReadonlyMap<string, ServiceDefault>;
  /** Those of the items of lists, with the paths between the lists. */
  readonly ofItems: readonly {
    readonly parts: readonly (readonly string[])[];
    readonly stated: ServiceDefault;
  }[];
}

const compiled = new WeakMap<ResourceDefinition, Defaults>();

function defaultsOf(definition: ResourceDefinition): Defaults {
  const known = compiled.get(definition);
  if (known) return known;
  const entries = Object.entries(definition.defaults ?? {});
  const made: Defaults = {
    byPath: new Map(
      entries.flatMap(([path, stated]) => [
        [path, stated],
        [path.toLowerCase(), stated],
      ]),
    ),
    ofItems: entries.flatMap(([path, stated]) =>
      path.includes("[]") ? [{ parts: pathParts(path), stated }] : [],
    ),
  };
  compiled.set(definition, made);
  return made;
}

function documented({ value, basis }: ServiceDefault, resource: Resource): Value | undefined {
  const result = typeof value === "function" ? value(resource) : value;
  if (result === undefined) return undefined;
  const plain = typeof result === "object" && result !== null ? result : literal(result);
  const origin = resource.span && defaultOrigin(resource.span, basis);
  return origin ? mapArms(plain, (leaf) => (leaf.origin ? leaf : withOrigin(leaf, origin))) : plain;
}

function defaultOrigin(span: Span, basis: string): Origin {
  return { kind: "default", span: firstLine(span), label: "Azure's default", basis };
}

/** Fills the items of lists: `properties.routes[].name` in every item that there is. */
export function fillItems(
  body: ObjectValue,
  definition: ResourceDefinition | undefined,
  resource: Resource,
): ObjectValue {
  let filled: Value = body;
  for (const { parts, stated } of definition ? defaultsOf(definition).ofItems : []) {
    const value = documented(stated, resource);
    if (value) filled = fillAt(filled, parts, value);
  }
  return filled.kind === "object" ? filled : body;
}

function fillAt(value: Value, parts: readonly (readonly string[])[], missing: Value): Value {
  const [part, ...rest] = parts;
  if (!part) return value;
  return at(value, part, (found) => {
    if (rest.length === 0) return isUnset(found) ? missing : found;
    const items = listOf(found);
    if (!items || items.items.length === 0) return found;
    const filled = items.items.map((item) => mapArms(item, (leaf) => fillAt(leaf, rest, missing)));
    return { ...items, items: filled };
  });
}

/** An object with the value at a path replaced; anything that is no object on the way is left alone. */
function at(value: Value, path: readonly string[], replace: (found: Value) => Value): Value {
  const [name, ...rest] = path;
  if (name === undefined) return replace(value);
  return mapArms(value, (leaf) => {
    if (leaf.kind !== "object") return leaf;
    const before = memberIgnoringCase(leaf, name);
    if (rest.length > 0 && isUnset(before)) return leaf;
    const after = at(before, rest, replace);
    if (after === before) return leaf;
    const known = [...leaf.entries.keys()].find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
    return { ...leaf, entries: new Map(leaf.entries).set(known, after) };
  });
}
