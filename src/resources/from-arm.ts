import { parseResourceId, type RawResource, type ResourceId } from "../model/index.ts";
import { literal, memberIgnoringCase, truthOf, type Value, yes } from "../value/index.ts";
import type { Made, PatchRequest } from "./made.ts";
import { Node } from "./node.ts";
import type { ResourceRegistry } from "./registry.ts";

/** A resource of a template: its body is ARM's already. */
export function fromArm(raw: RawResource, registry: ResourceRegistry): Made {
  const type = registry.officialType(raw.type);
  const definition = registry.definition(type);
  const existing = raw.mode === "existing";
  const node = new Node({
    type,
    id: idOfTemplateResource(raw, type),
    address: raw.address,
    mode: raw.mode,
    symbolic: raw.symbolic ?? false,
    exists: existing ? yes() : truthOf(raw.condition),
    apiVersion: raw.apiVersion,
    raws: [raw],
    span: raw.span,
    definition,
    bodies: { written: () => raw.body },
  });
  const patch = existing ? undefined : settingsOf(raw, node, registry);
  return {
    nodes: [{ node, above: raw.parent && isChild(raw, type) ? { handle: raw.parent } : {} }],
    patches: patch ? [patch] : [],
  };
}

/** The id that a template's resource has, by its names and the scope it is deployed to. */
export function idOfTemplateResource(raw: RawResource, type: string): ResourceId {
  const wanted = type.split("/").length - 1;
  const name = memberIgnoringCase(raw.body, "name");
  const names = raw.names ?? [name.kind === "absent" ? literal("") : name];
  const extended = raw.parent && !isChild(raw, type) ? extendedId(raw.parent.attribute("id")) : undefined;
  const { subscription, resourceGroup, managementGroup } = raw.scope ?? {};
  return {
    ...(extended
      ? { extends: extended }
      : {
          ...(subscription && { subscription }),
          ...(resourceGroup && { resourceGroup }),
          ...(managementGroup && { managementGroup }),
        }),
    type,
    names: names.slice(-wanted),
  };
}

function extendedId(value: Value): ResourceId | undefined {
  return parseResourceId(value);
}

/** The declared parent is one by type, and not what an extension resource lies on. */
function isChild(raw: RawResource, type: string): boolean {
  const parent = raw.parent && "type" in raw.parent ? String(raw.parent.type) : undefined;
  if (parent === undefined) return true;
  return type.toLowerCase().startsWith(`${parent.toLowerCase()}/`);
}

/** Some ARM resources are no more than settings of their parent (`sites/config` named `web`). */
function settingsOf(raw: RawResource, node: Node, registry: ResourceRegistry): PatchRequest | undefined {
  const merges = registry.definition(node.type)?.mergesInto;
  const name = node.name;
  const rule = merges?.find(
    ({ named }) => name.kind === "literal" && String(name.value).toLowerCase() === named.toLowerCase(),
  );
  if (!rule) return undefined;
  const from = memberIgnoringCase(raw.body, "properties");
  const said = rule.take ? rule.take(from) : from;
  const range = raw.body.ranges?.get("properties");
  const body = nested(rule.to.split("."), said, range);
  const parentType = node.type.slice(0, node.type.lastIndexOf("/"));
  const make = (_: ResourceId | undefined, when: Value | undefined) => {
    const patch = { body, ...(when && { when }) };
    return { written: patch, filled: patch };
  };
  const id: ResourceId = { ...node.id, type: parentType, names: node.id.names.slice(0, -1) };
  return { raw, type: parentType, target: { id }, make };
}

function nested(path: readonly string[], value: Value, range: RawResource["span"] | undefined) {
  return path.reduceRight<Value>(
    (inner, name) => ({
      kind: "object",
      entries: new Map([[name, inner]]),
      ...(range && { ranges: new Map([[name, range]]) }),
    }),
    value,
  ) as Value & { kind: "object" };
}
