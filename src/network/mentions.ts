import type { Resource } from "../model/index.ts";
import { isString, type Value } from "../value/index.ts";

/** Shorter names turn up in other words. */
const SHORTEST_NAME = 3;

/** Whether a value was put together from what a resource has: its id, an attribute of it, a function of either, or its name as text. */
export function mentions(value: Value, resource: Resource): boolean {
  const name =
    isString(resource.name) && resource.name.value.length >= SHORTEST_NAME
      ? resource.name.value.toLowerCase()
      : undefined;
  const pending: Value[] = [value];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.via?.resource.address === resource.address) return true;
    if (at.kind === "resource" && at.resource.address === resource.address) return true;
    if (isString(at) && name !== undefined && at.value.toLowerCase().includes(name)) return true;
    if (at.kind === "list") pending.push(...at.items);
    else if (at.kind === "object") pending.push(...at.entries.values());
    else if (at.kind === "template") pending.push(...at.parts);
    else if (at.kind === "choice") pending.push(at.then, at.otherwise);
    else if (at.kind === "symbol" && at.operands) pending.push(...at.operands);
  }
  return false;
}
