import type { Resource } from "../model/index.ts";
import { any, appliedSymbol, describe, isFalse, isUnset, itemsOf, type Value } from "../value/index.ts";
import { outside } from "./subnet.ts";
import type { Views } from "./views.ts";

const IP_GROUP = "Microsoft.Network/ipGroups";

/** What a firewall's rule says with a group: the addresses in it; something unknown where nobody can tell which those are. */
export function addressesOfGroup(id: Value, views: Views): readonly Value[] {
  if (isUnset(id)) return [];
  const { to } = views.follow(id, IP_GROUP, (found): Resource => found);
  const [group, ...others] = to.sure;
  const isOnly = group !== undefined && others.length === 0 && to.size === 1 && isFalse(to.more);
  if (!isOnly || !isFalse(any(outside(group), views.mayBeExtended(group))))
    return [unknownGroup(id, to.size === 1 ? [...to][0]?.address : undefined)];
  const { items, rest } = itemsOf(group.get("properties.ipAddresses"));
  return rest ? [...items, rest] : items;
}

/** One of the addresses of a group, whichever; the same group is the same unknown. */
function unknownGroup(id: Value, address: string | undefined): Value {
  return appliedSymbol("ipGroup", [id], `IP group ${address ?? describe(id)}`, {
    reason: "function",
    type: "string",
    ...(id.kind !== "absent" && id.origin && { origin: id.origin }),
  });
}
