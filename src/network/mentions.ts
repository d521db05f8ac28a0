import type { Resource } from "../model/index.ts";
import { isString, type Value } from "../value/index.ts";
import { partsBelow } from "./parts.ts";

/** Shorter names turn up in other words. */
const SHORTEST_NAME = 3;

/** Whether a value was put together from what a resource has: its id, an attribute of it, a function of either, or its name as text. */
export function mentions(value: Value, resource: Resource): boolean {
  const name =
    isString(resource.name) && resource.name.value.length >= SHORTEST_NAME
      ? resource.name.value.toLowerCase()
      : undefined;
  for (const at of partsBelow(value)) {
    if (at.via?.resource.address === resource.address) return true;
    if (at.kind === "resource" && at.resource.address === resource.address) return true;
    if (isString(at) && name !== undefined && at.value.toLowerCase().includes(name)) return true;
  }
  return false;
}
