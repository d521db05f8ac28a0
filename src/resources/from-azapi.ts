import {
  parseResourceId,
  type RawResource,
  RESOURCE_GROUP,
  type ResourceId,
  SUBSCRIPTION,
} from "../model/index.ts";
import {
  fromPlain,
  isString,
  literal,
  mapArms,
  member,
  namedSymbol,
  type ObjectValue,
  object,
  truthOf,
  type Value,
  yes,
} from "../value/index.ts";
import { place, set } from "./identity.ts";
import { type Made, NOTHING, type PatchRequest } from "./made.ts";
import { overlay } from "./merge.ts";
import { Node } from "./node.ts";
import type { ResourceRegistry } from "./registry.ts";

const WHOLE_RESOURCES = new Set(["azapi_resource", "azapi_data_plane_resource"]);

/** What an azapi resource comes to: its body is ARM's already, its envelope is Terraform's. */
export function fromAzapi(raw: RawResource, registry: ResourceRegistry): Made | undefined {
  const update = raw.type === "azapi_update_resource";
  if (!update && !WHOLE_RESOURCES.has(raw.type)) return undefined;
  const typeValue = set(raw, "type");
  if (!typeValue || !isString(typeValue)) return undefined;
  const [written = "", apiVersion] = typeValue.value.split("@");
  const type = registry.officialType(written);
  const resourceId = set(raw, "resource_id");
  if (update) {
    if (raw.mode === "existing") return NOTHING;
    return { nodes: [], patches: [updateOf(raw, type, resourceId)] };
  }
  const id = (resourceId && parseResourceId(resourceId)) || azapiId(raw, type);
  const existing = raw.mode === "existing";
  const parent = set(raw, "parent_id");
  const node = new Node({
    type,
    id,
    address: raw.address,
    mode: raw.mode,
    symbolic: raw.symbolic ?? false,
    exists: existing ? yes() : truthOf(raw.condition),
    apiVersion,
    raws: [raw],
    span: raw.span,
    definition: registry.definition(type),
    bodies: { written: () => (existing ? object(new Map()) : azapiBody(raw)) },
  });
  return { nodes: [{ node, above: parent && id.names.length > 1 ? { id: parent } : {} }], patches: [] };
}

function updateOf(raw: RawResource, type: string, resourceId: Value | undefined): PatchRequest {
  return {
    raw,
    type,
    target: resourceId ? { value: resourceId } : { id: azapiId(raw, type) },
    make: (_, when) => {
      const patch = { body: bodyOf(set(raw, "body")), ...(when && { when }) };
      return { written: patch, filled: patch };
    },
  };
}

/** The id of an azapi resource: below a group, a subscription, another resource, or on one. */
export function azapiId(raw: RawResource, type: string): ResourceId {
  const name =
    set(raw, "name") ?? namedSymbol("computed", raw.address, "name", { type: "string", segment: true });
  const parentValue = set(raw, "parent_id");
  const depth = type.split("/").length - 1;
  const parent = parentValue && parseResourceId(parentValue);
  if (!parent) {
    const unknown = Array.from({ length: depth - 1 }, (_, at) =>
      namedSymbol("computed", raw.address, `name ${at + 1}`, { type: "string", segment: true }),
    );
    return { ...place(raw, type), type, names: [...unknown, name] };
  }
  const { subscription } = parent;
  if (parent.type === RESOURCE_GROUP) {
    return { ...(subscription && { subscription }), resourceGroup: last(parent), type, names: [name] };
  }
  if (parent.type === SUBSCRIPTION) return { subscription: last(parent), type, names: [name] };
  if (type.toLowerCase().startsWith(`${parent.type.toLowerCase()}/`)) {
    return { ...parent, type, names: [...parent.names, name] };
  }
  return { extends: parent, type, names: [name] };
}

function last(id: ResourceId): Value {
  return id.names.at(-1) ?? literal("");
}

/** The body with what azapi keeps beside it. */
function azapiBody(raw: RawResource): ObjectValue {
  const envelope = new Map<string, Value>();
  const ranges = new Map<string, RawResource["span"]>();
  for (const name of ["name", "location", "tags"]) {
    const value = set(raw, name);
    const range = raw.body.ranges?.get(name);
    if (value) envelope.set(name, value);
    if (value && range) ranges.set(name, range);
  }
  return overlay(object(envelope, { ranges }), bodyOf(set(raw, "body")));
}

/** A body as an object, or as the JSON text of one. */
function bodyOf(value: Value | undefined): ObjectValue {
  const unknown = (rest: Value): ObjectValue => object(new Map(), { rest });
  if (!value) return object(new Map());
  const read = mapArms(value, (leaf) => {
    if (leaf.kind === "object") return leaf;
    if (leaf.kind === "symbol" && leaf.operator === "jsonencode") return leaf.operands?.[0] ?? leaf;
    if (!isString(leaf)) return leaf;
    return fromJson(leaf.value, leaf);
  });
  if (read.kind === "object") return read;
  const properties = member(read, "properties");
  return read.kind === "choice" ? object(new Map([["properties", properties]])) : unknown(read);
}

function fromJson(text: string, from: Value): Value {
  try {
    return fromPlain(JSON.parse(text), from.origin);
  } catch {
    return from;
  }
}
