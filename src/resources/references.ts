import { isString, partsOf, type Value } from "../value/index.ts";

/** Calls back for every value in a body that may be the id of a resource, or a resource itself. */
export function eachReference(value: Value, visit: (reference: Value) => void): void {
  const pending: Value[] = [value];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.via?.attribute === "id" || at.kind === "resource" || looksLikeId(at)) visit(at);
    else if (at.kind === "list") pending.push(...at.items);
    else if (at.kind === "object") pending.push(...at.entries.values());
    else if (at.kind === "choice") pending.push(at.then, at.otherwise);
  }
}

const START = /^\/(subscriptions|providers)\//i;

/** A text in the shape of an ARM id, as far as its beginning is known. */
function looksLikeId(value: Value): boolean {
  if (isString(value)) return START.test(value.value) && value.value.toLowerCase().includes("/providers/");
  if (value.kind !== "template") return false;
  const [first] = partsOf(value);
  return first?.kind === "literal" && START.test(String(first.value));
}
