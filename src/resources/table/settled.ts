import { partsOf, type Value } from "../../value/index.ts";

/**
 * A value without the cases that cannot be deployed: `azurerm_subnet.a[0].id` is an error wherever there is no such subnet, so that in
 * every deployment there is one. Lists are settled item by item.
 */
export function settled(value: Value): Value {
  if (value.kind === "choice") {
    const then = settled(value.then);
    const otherwise = settled(value.otherwise);
    if (isError(otherwise) && !isError(then)) return then;
    if (isError(then) && !isError(otherwise)) return otherwise;
    return then === value.then && otherwise === value.otherwise ? value : { ...value, then, otherwise };
  }
  if (value.kind !== "list" || !value.items.some((item) => item.kind === "choice")) return value;
  return { ...value, items: value.items.map(settled) };
}

function isError(value: Value): boolean {
  if (value.kind === "symbol") return value.reason === "error";
  return (
    value.kind === "template" &&
    partsOf(value).some((part) => part.kind === "symbol" && part.reason === "error")
  );
}
