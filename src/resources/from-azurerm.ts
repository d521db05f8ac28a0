import type { RawResource, ResourceId } from "../model/index.ts";
import {
  all,
  describe,
  isBoolean,
  isUnset,
  itemsOf,
  judge,
  member,
  no,
  type ObjectValue,
  truthOf,
  type Value,
  yes,
} from "../value/index.ts";
import type { AzurermResource, ChildExpansion, Major } from "./define.ts";
import { guessIdentity, type Identified, identify, set } from "./identity.ts";
import { type Made, type MadeNode, NOTHING, type PatchRequest } from "./made.ts";
import type { Patch } from "./merge.ts";
import { type Bodies, Node } from "./node.ts";
import type { AzurermEntry, ResourceRegistry } from "./registry.ts";
import { convert, convertChild, inEach, type Readings, single } from "./table/index.ts";

/** What an azurerm resource comes to in ARM: a resource, some children of it, or something said of another one. */
export function fromAzurerm(
  raw: RawResource,
  { type, table }: AzurermEntry,
  major: Major,
  registry: ResourceRegistry,
): Made {
  if (table.merge)
    return raw.mode === "existing"
      ? NOTHING
      : { nodes: [], patches: [patchRequest(raw, type, table, major)] };
  const identified = identify(raw, type, table.identity);
  const bodies = once(() => convert(table, raw.body, conversion(raw, major, identified.id)));
  const existing = raw.mode === "existing";
  const node = new Node({
    type,
    id: identified.id,
    address: raw.address,
    mode: raw.mode,
    symbolic: raw.symbolic ?? false,
    exists: existing ? yes() : truthOf(raw.condition),
    raws: [raw],
    span: raw.span,
    definition: registry.definition(type),
    bodies: existing ? { written: bodies.written } : bodies,
  });
  const children = existing
    ? []
    : (table.children ?? []).map((child) => expansion(raw, node, child, major, registry));
  return { nodes: [{ node, above: aboveOf(identified) }, ...children.flat()], patches: [] };
}

/** An azurerm resource of which only the type is known. */
export function fromOtherAzurerm(raw: RawResource, type: string): Made {
  const identified = guessIdentity(raw, type);
  const node = bareNode(raw, type, identified.id);
  return { nodes: [{ node, above: aboveOf(identified) }], patches: [], unmapped: true };
}

/** A resource without a table: its body stays in its language's own words. */
export function bareNode(raw: RawResource, type: string, id: ResourceId): Node {
  return new Node({
    type,
    id,
    address: raw.address,
    mode: raw.mode,
    symbolic: raw.symbolic ?? false,
    exists: raw.mode === "existing" ? yes() : truthOf(raw.condition),
    raws: [raw],
    span: raw.span,
    bodies: { written: () => raw.body },
  });
}

function aboveOf({ parentId, parentName }: Identified): { id?: Value; name?: Value } {
  return { ...(parentId && { id: parentId }), ...(parentName && { name: parentName }) };
}

function conversion(raw: RawResource, major: Major, owner: ResourceId | undefined) {
  return { major, owner, address: raw.address, span: raw.span };
}

/** A body that is converted when first asked for, in both readings at once. */
function once(convertBody: () => Readings<ObjectValue>): Required<Bodies> {
  let made: Readings<ObjectValue> | undefined;
  const readings = (): Readings<ObjectValue> => {
    made ??= convertBody();
    return made;
  };
  return { written: () => readings().written, filled: () => readings().filled };
}

/** A child that an azurerm resource makes by a block of its own, or by a switch. */
function expansion(
  raw: RawResource,
  owner: Node,
  child: ChildExpansion,
  major: Major,
  registry: ResourceRegistry,
): readonly MadeNode[] {
  const body = child.block === undefined ? raw.body : single(member(raw.body, child.block));
  if (isUnset(body) || (child.block !== undefined && isEmptyBlock(raw, child.block))) return [];
  const asked = child.when === undefined ? undefined : member(raw.body, child.when);
  if (asked && (isUnset(asked) || (isBoolean(asked) && !asked.value))) return [];
  const there = judge(body, (leaf) => (isUnset(leaf) ? no() : yes()));
  const name: Value = child.name.startsWith("=")
    ? { kind: "literal", value: child.name.slice(1) }
    : member(body, child.name);
  const id: ResourceId = { ...owner.id, type: child.type, names: [...owner.id.names, name] };
  const collection = child.type.slice(child.type.lastIndexOf("/") + 1);
  const node = new Node({
    type: child.type,
    id,
    address: `${raw.address}/${collection}/${nameText(name)}`,
    mode: "declared",
    inline: true,
    symbolic: owner.symbolic,
    exists: all(owner.exists, there, asked ? truthOf(asked) : yes()),
    raws: [raw],
    span: body.origin?.span ?? raw.body.ranges?.get(child.block ?? "") ?? raw.span,
    definition: registry.definition(child.type),
    bodies: once(() => convertChild(child.arguments, body, conversion(raw, major, id))),
  });
  return [{ node, above: { node: owner } }];
}

function isEmptyBlock(raw: RawResource, block: string): boolean {
  const { items, rest } = itemsOf(member(raw.body, block));
  return items.length === 0 && !rest && member(raw.body, block).kind === "list";
}

function patchRequest(raw: RawResource, type: string, table: AzurermResource, major: Major): PatchRequest {
  const { id, target, items } = table.merge ?? {};
  const value = id === undefined ? undefined : set(raw, id);
  const named = items?.named === undefined ? undefined : set(raw, items.named);
  const patch = (converted: ObjectValue, when: Value | undefined): Patch => {
    const entries = new Map(
      [...converted.entries].filter(([name]) => !["name", "location", "tags"].includes(name)),
    );
    return {
      body: { ...converted, entries },
      ...(when && { when }),
      ...(items && { items: { in: items.in.split("."), ...(named && { named }) } }),
    };
  };
  return {
    raw,
    type,
    target: value ? { value } : { id: identify(raw, type, target).id },
    make: (owner, when) =>
      inEach(convert(table, raw.body, conversion(raw, major, owner)), (body) => patch(body, when)),
  };
}

/** A name for an address: as it is, or the expression as written. */
export function nameText(name: Value): string {
  if (name.kind === "literal") return String(name.value);
  if (name.kind === "symbol") return name.text;
  return describeName(name);
}

function describeName(name: Value): string {
  return name.kind === "template"
    ? name.parts
        .map((part) => (part.kind === "literal" ? String(part.value) : `\${${nameText(part)}}`))
        .join("")
    : shortened(describe(name, 1));
}

const LONGEST_NAME = 80;

function shortened(text: string): string {
  return text.length <= LONGEST_NAME ? text : `${text.slice(0, LONGEST_NAME - 1)}…`;
}
