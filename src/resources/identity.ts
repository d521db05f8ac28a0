import { parseResourceId, type RawResource, RESOURCE_GROUP, type ResourceId } from "../model/index.ts";
import {
  appliedSymbol,
  describe,
  isUnset,
  literal,
  namedSymbol,
  type SymbolValue,
  type Value,
} from "../value/index.ts";
import type { Identity } from "./define.ts";
import { settled } from "./table/index.ts";

/** Which resource a Terraform block is, before anything is looked up. */
export interface Identified {
  readonly id: ResourceId;
  /** The id of the resource above, where that is how it is named. */
  readonly parentId?: Value;
  /** The name of the resource above: a value read from it leads to it. */
  readonly parentName?: Value;
}

const DEFAULT_IDENTITY: Identity = {};

/** Takes the identity of an azurerm resource from its arguments. */
export function identify(raw: RawResource, type: string, identity: Identity = DEFAULT_IDENTITY): Identified {
  const name = named(raw, identity.name ?? "name");
  const scope = identity.scope === undefined ? undefined : set(raw, identity.scope);
  if (scope) {
    const above = parseResourceId(scope);
    return { id: { ...(above && { extends: above }), type, names: [name] }, parentId: scope };
  }
  const parentId = identity.parent
    ?.map((argument) => set(raw, argument))
    .find((value) => value !== undefined);
  if (parentId) return belowId(parentId, type, name, identity);
  const names = (identity.names ?? []).map((argument) => named(raw, argument));
  const last = identity.names?.findLast((argument) => !argument.startsWith("="));
  const parentName = last === undefined ? undefined : set(raw, last);
  const complete = padded([...names, name], type, raw.address);
  return { id: { ...place(raw, type, identity), type, names: complete }, ...(parentName && { parentName }) };
}

/** The same where no table says how: an argument with the id of a resource that the type's own name continues. */
export function guessIdentity(raw: RawResource, type: string): Identified {
  if (type.split("/").length > 2) {
    for (const [argument, value] of raw.body.entries) {
      if (!argument.endsWith("_id") || isUnset(value)) continue;
      const above = parseResourceId(value);
      if (above && type.toLowerCase().startsWith(`${above.type.toLowerCase()}/`)) {
        return identify(raw, type, { parent: [argument], names: ["=default"] });
      }
    }
  }
  const above = type.split("/").length === 3 ? nameOfAbove(raw) : undefined;
  return identify(raw, type, above === undefined ? DEFAULT_IDENTITY : { names: [above] });
}

/** The one argument that names another resource, or the one of several that was read from a resource. */
function nameOfAbove(raw: RawResource): string | undefined {
  const names = [...raw.body.entries.keys()].filter(
    (argument) => argument.endsWith("_name") && argument !== "resource_group_name",
  );
  return names.length === 1 ? names[0] : names.find((name) => set(raw, name)?.via?.attribute === "name");
}

/** The subscription and group that a Terraform resource lies in. */
export function place(
  raw: RawResource,
  type: string,
  identity: Identity = DEFAULT_IDENTITY,
): Pick<ResourceId, "subscription" | "resourceGroup"> {
  const subscription = raw.scope?.subscription ?? subscriptionOf(raw);
  if (identity.ungrouped || type === RESOURCE_GROUP) return { subscription };
  const group = set(raw, "resource_group_name") ?? groupOfNamed(raw, identity) ?? raw.scope?.resourceGroup;
  return { subscription, ...(group && { resourceGroup: group }) };
}

/** Where no group is given, the resource above was named by reading its name: it lies in the same one. */
function groupOfNamed(raw: RawResource, { names = [] }: Identity): Value | undefined {
  for (const argument of names) {
    const named = set(raw, argument)?.via?.resource;
    if (named?.attributeNames().includes("resource_group_name"))
      return named.attribute("resource_group_name");
  }
  return undefined;
}

/** The id in its whole shape, with a symbol for a group that nobody names. */
export function withGroup(
  id: ResourceId,
  raw: RawResource,
  identity: Identity = DEFAULT_IDENTITY,
): ResourceId {
  const grouped = id.resourceGroup || id.extends || id.managementGroup || identity.ungrouped;
  return grouped || id.type.startsWith("Microsoft.Resources/")
    ? id
    : { ...id, resourceGroup: unknownGroup(raw) };
}

/** Where nobody says, a provider configuration still deploys into one subscription. */
function subscriptionOf(raw: RawResource): SymbolValue {
  const provider = raw.provider?.name ?? "azurerm";
  return namedSymbol("computed", "provider", `subscription of ${provider}`, {
    type: "string",
    segment: true,
  });
}

function unknownGroup(raw: RawResource): SymbolValue {
  return namedSymbol("computed", raw.address, "resource_group_name", { type: "string", segment: true });
}

function belowId(parentId: Value, type: string, name: Value, identity: Identity): Identified {
  const depth = type.split("/").length - 2;
  const fixed = (identity.names ?? [])
    .filter((text) => text.startsWith("="))
    .map((text) => literal(text.slice(1)));
  const above = parseResourceId(parentId);
  if (!above) {
    const names: Value[] = [];
    for (let at = 0; at < depth - fixed.length; at++) names.push(partOfId(parentId, at));
    return { id: { type, names: [...names, ...fixed, name].slice(-(depth + 1)) }, parentId };
  }
  const missing = depth - above.names.length;
  const { extends: extended, subscription, resourceGroup, managementGroup } = above;
  const names = [...above.names.slice(0, depth), ...(missing > 0 ? fixed.slice(-missing) : []), name];
  return {
    id: {
      ...(extended && { extends: extended }),
      ...(subscription && { subscription }),
      ...(resourceGroup && { resourceGroup }),
      ...(managementGroup && { managementGroup }),
      type,
      names,
    },
    parentId,
  };
}

/** A name that stands in an id nobody knows: the same id gives the same name. */
export function partOfId(id: Value, at: number): SymbolValue {
  return appliedSymbol("nameInId", [id, literal(at)], `name ${at + 1} in ${describe(id)}`, {
    type: "string",
    segment: true,
  });
}

/** One name for each segment of the type, so that an id always has its shape. */
function padded(names: readonly Value[], type: string, address: string): readonly Value[] {
  const wanted = type.split("/").length - 1;
  if (names.length >= wanted) return names.slice(-wanted);
  const missing = Array.from({ length: wanted - names.length }, (_, at) =>
    namedSymbol("computed", address, `name ${at + 1}`, { type: "string", segment: true }),
  );
  return [...missing, ...names];
}

function named(raw: RawResource, argument: string): Value {
  if (argument.startsWith("=")) return literal(argument.slice(1));
  return (
    set(raw, argument) ?? namedSymbol("computed", raw.address, argument, { type: "string", segment: true })
  );
}

/** An argument's value where it is set. */
export function set(raw: RawResource, argument: string): Value | undefined {
  const written = raw.body.entries.get(argument);
  const value = written && settled(written);
  return value === undefined || isUnset(value) ? undefined : value;
}
