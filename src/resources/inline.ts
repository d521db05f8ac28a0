import {
  all,
  casesOf,
  follow,
  itemsOf,
  memberIgnoringCase,
  type ObjectValue,
  object,
  type Truth,
  type Value,
} from "../value/index.ts";
import type { ResourceDefinition } from "./define.ts";
import { nameText } from "./from-azurerm.ts";
import { type Bodies, Node } from "./node.ts";
import type { ResourceRegistry } from "./registry.ts";

/** A child as it stands inside its parent. */
export interface InlineChild {
  readonly node: Node;
  readonly bodies: Bodies;
}

/** Children that are written inside a resource, in order. */
export function inlineChildren(owner: Node, registry: ResourceRegistry): readonly InlineChild[] {
  return registry
    .inlineTypes(owner.type)
    .flatMap((type) => childrenOfType(owner, type, registry.definition(type)));
}

function childrenOfType(
  owner: Node,
  type: string,
  definition: ResourceDefinition | undefined,
): readonly InlineChild[] {
  const inlineIn = definition?.inlineIn;
  if (!inlineIn) return [];
  const { items } = itemsOf(follow(owner.body, inlineIn.path));
  if (items.length === 0) return [];
  // The filled list has the same items in the same order: defaults add properties, never items.
  const filled = (): readonly Value[] => itemsOf(owner.get(inlineIn.path)).items;
  const collection = inlineIn.path.slice(inlineIn.path.lastIndexOf(".") + 1);
  return items.flatMap((item, at) =>
    casesOf(item).flatMap(({ value, holds }, arm) => {
      if (value.kind !== "object") return [];
      const name = memberIgnoringCase(value, "name");
      if (name.kind === "absent") return [];
      const bodies: Bodies = {
        written: () => asBody(value, inlineIn.flat),
        filled: () => {
          const found = filled()[at];
          const same = found && casesOf(found)[arm]?.value;
          return asBody(same?.kind === "object" ? same : value, inlineIn.flat);
        },
      };
      const node = new Node({
        type,
        id: { ...owner.id, type, names: [...owner.id.names, name] },
        address: `${owner.address}/${collection}/${nameText(name)}`,
        mode: "declared",
        inline: true,
        symbolic: owner.symbolic,
        exists: existence(owner.exists, holds),
        apiVersion: owner.apiVersion,
        raws: owner.raws,
        span: value.origin?.span ?? owner.span,
        definition,
        bodies,
      });
      return [{ node, bodies }];
    }),
  );
}

function existence(owner: Truth, holds: Truth): Truth {
  return holds.kind === "decided" && holds.value ? owner : all(owner, holds);
}

/** An item in the shape of a resource: some lists hold the properties without the object around them. */
function asBody(item: ObjectValue, flat: true | undefined): ObjectValue {
  if (!flat) return item;
  const name = memberIgnoringCase(item, "name");
  return object(
    new Map<string, Value>([
      ["name", name],
      ["properties", item],
    ]),
    {
      ...(item.origin && { origin: item.origin }),
    },
  );
}
