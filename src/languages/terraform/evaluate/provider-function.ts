import { formatResourceId, parseResourceId, type ResourceId } from "../../../model/index.ts";
import { appliedSymbol, describe, literal, mapArms, NULL, object, type Value } from "../../../value/index.ts";

/**
 * Functions that providers bring along: azurerm's two for resource ids are worked out, any other is a symbol. The names of the result are
 * those of the provider's documentation of `parse_resource_id`.
 */
export function callProviderFunction(name: string, args: readonly Value[]): Value {
  const own = name.replace(/^provider::[^:]+::/, "");
  const [id] = args;
  if (id && name.startsWith("provider::azurerm::")) {
    if (own === "parse_resource_id") return mapArms(id, (leaf) => parsed(leaf) ?? unknownCall(name, args));
    if (own === "normalise_resource_id")
      return mapArms(id, (leaf) => normalised(leaf) ?? unknownCall(name, args));
  }
  return unknownCall(name, args);
}

function unknownCall(name: string, args: readonly Value[]): Value {
  return appliedSymbol(name, args, `${name}(${args.map((one) => describe(one, 1)).join(", ")})`, {
    reason: "function",
  });
}

function parsed(value: Value): Value | undefined {
  const id = parseResourceId(value);
  if (!id) return undefined;
  const [provider, ...types] = id.type.split("/");
  const parents = new Map(
    types.slice(0, -1).map((type, at): [string, Value] => [type, id.names[at] ?? NULL]),
  );
  return object({
    full_resource_type: literal(id.type),
    parent_resources: object(parents),
    resource_group_name: id.resourceGroup ?? NULL,
    resource_name: id.names.at(-1) ?? NULL,
    resource_provider: literal(provider ?? ""),
    resource_scope: id.extends ? formatResourceId(id.extends) : NULL,
    resource_type: literal(types.at(-1) ?? ""),
    subscription_id: id.subscription ?? NULL,
  });
}

/** The same id with the fixed segments in Azure's spelling; the types' own spelling is kept as written. */
function normalised(value: Value): Value | undefined {
  const id: ResourceId | undefined = parseResourceId(value);
  if (!id) return undefined;
  const normal = formatResourceId(id);
  return value.via ? { ...normal, via: value.via } : normal;
}
