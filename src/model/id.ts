import { concatenate, isString, keyOf, literal, mapArms, splitString, type Value } from "../value/index.ts";

/** The containers have ids of another shape than what lies in them. */
export const RESOURCE_GROUP = "Microsoft.Resources/resourceGroups";
export const SUBSCRIPTION = "Microsoft.Resources/subscriptions";

/** Real ids have up to some twenty segments; what is longer is none. */
const MOST_SEGMENTS = 64;

/** An ARM resource id taken apart; every name may be a symbol. Types keep the case in which they are written. */
export interface ResourceId {
  readonly subscription?: Value;
  readonly resourceGroup?: Value;
  readonly managementGroup?: Value;
  /** For an extension resource: the id of what it lies on. */
  readonly extends?: ResourceId;
  /** `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  /** One name for each type segment after the namespace, outermost first. */
  readonly names: readonly Value[];
}

/**
 * Takes an id apart. Symbols count as one segment each, which is how ids are composed in practice. Undefined when the
 * text has no `/providers/<namespace>/<type>/<name>` in it or a type is not known.
 */
export function parseResourceId(value: Value): ResourceId | undefined {
  const pieces = splitString(value, "/", { wholeSymbols: true });
  if (!pieces || pieces.length > MOST_SEGMENTS) return undefined;
  const segments = pieces.filter(
    (piece, at) => !(isString(piece) && piece.value === "" && (at === 0 || at === pieces.length - 1)),
  );
  return parseSegments(segments);
}

function parseSegments(segments: readonly Value[]): ResourceId | undefined {
  let at = 0;
  let id: { -readonly [K in keyof ResourceId]?: ResourceId[K] } = {};
  const next = (): string | undefined => textOf(segments[at])?.toLowerCase();
  if (next() === "subscriptions" && segments[at + 1]) {
    id.subscription = segments[at + 1] as Value;
    at += 2;
  }
  if (next() === "resourcegroups" && segments[at + 1]) {
    id.resourceGroup = segments[at + 1] as Value;
    at += 2;
  }
  if (at === segments.length) return containerId(id);
  let parsed: ResourceId | undefined;
  while (at < segments.length) {
    if (next() !== "providers") return undefined;
    const namespace = textOf(segments[at + 1]);
    if (!namespace) return undefined;
    at += 2;
    const types: string[] = [namespace];
    const names: Value[] = [];
    while (at < segments.length && next() !== "providers") {
      const type = textOf(segments[at]);
      const name = segments[at + 1];
      if (!type || !name) return undefined;
      types.push(type);
      names.push(name);
      at += 2;
    }
    if (names.length === 0) return undefined;
    parsed = { ...id, ...(parsed && { extends: parsed }), type: types.join("/"), names };
    id = {};
  }
  return parsed;
}

/** `/subscriptions/x` and `/subscriptions/x/resourceGroups/y` are resources themselves. */
function containerId(id: Pick<ResourceId, "subscription" | "resourceGroup">): ResourceId | undefined {
  if (!id.subscription) return undefined;
  if (!id.resourceGroup) return { type: SUBSCRIPTION, names: [id.subscription] };
  return { subscription: id.subscription, type: RESOURCE_GROUP, names: [id.resourceGroup] };
}

function textOf(value: Value | undefined): string | undefined {
  return value && isString(value) ? value.value : undefined;
}

/** The id as a string value: a literal when every part is known, otherwise a template of path segments. */
export function formatResourceId(id: ResourceId): Value {
  const parts: Value[] = [];
  const push = (part: Value | string): void => {
    parts.push(typeof part === "string" ? literal(part) : asSegment(part));
  };
  if (sameType(id.type, SUBSCRIPTION))
    return concatenate([literal("/subscriptions/"), ...segments(id.names)]);
  if (sameType(id.type, RESOURCE_GROUP)) {
    const subscription = id.subscription ? [literal("/subscriptions/"), ...segments([id.subscription])] : [];
    return concatenate([...subscription, literal("/resourceGroups/"), ...segments(id.names)]);
  }
  if (id.extends) parts.push(formatResourceId(id.extends));
  else if (id.managementGroup) {
    push("/providers/Microsoft.Management/managementGroups/");
    push(id.managementGroup);
  } else {
    if (id.subscription) {
      push("/subscriptions/");
      push(id.subscription);
    }
    if (id.resourceGroup) {
      push("/resourceGroups/");
      push(id.resourceGroup);
    }
  }
  const [namespace, ...types] = id.type.split("/");
  push(`/providers/${namespace}`);
  types.forEach((type, at) => {
    push(`/${type}/`);
    push(id.names[at] ?? literal(""));
  });
  return concatenate(parts);
}

function segments(names: readonly Value[]): readonly Value[] {
  return names.map(asSegment);
}

/** A name holds no `/`, and so does none of what it is put together from. */
function asSegment(name: Value): Value {
  if (name.kind === "symbol") return { ...name, segment: true };
  if (name.kind === "choice") return mapArms(name, asSegment);
  return name.kind === "template" ? { ...name, parts: name.parts.map(asSegment) } : name;
}

/** Identity of a name for look-ups: names compare without case in ARM. */
export function nameKey(name: Value): string {
  return isString(name) ? JSON.stringify(name.value.toLowerCase()) : keyOf(name);
}

/** Identity of an id's type and names, without its scope. */
export function idKey(id: Pick<ResourceId, "type" | "names">): string {
  return `${id.type.toLowerCase()}|${id.names.map(nameKey).join("|")}`;
}

/** The id of the resource that holds this one as a child; undefined for a top-level one. */
export function parentId(id: ResourceId): ResourceId | undefined {
  if (id.names.length < 2) return undefined;
  return { ...id, type: id.type.slice(0, id.type.lastIndexOf("/")), names: id.names.slice(0, -1) };
}

export function sameType(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}
