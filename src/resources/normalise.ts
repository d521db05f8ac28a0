import {
  type EvaluatedStack,
  formatResourceId,
  type Graph,
  type RawResource,
  type Resource,
  StackGraph,
} from "../model/index.ts";
import { type Diagnostic, Diagnostics } from "../source/index.ts";
import { isBoolean, type Value } from "../value/index.ts";
import { GraphBuilder } from "./build.ts";
import { type Major, NEWEST_MAJOR } from "./define.ts";
import { fromArm, idOfTemplateResource } from "./from-arm.ts";
import { azapiId, fromAzapi } from "./from-azapi.ts";
import { bareNode, fromAzurerm, fromOtherAzurerm } from "./from-azurerm.ts";
import { guessIdentity, identify, set, withGroup } from "./identity.ts";
import { type Made, NOTHING } from "./made.ts";
import { providerVersion, unknownArguments } from "./provider.ts";
import { type AzurermEntry, builtInTypes, type ResourceRegistry } from "./registry.ts";

/** A stack in ARM's terms, linked, with what there was to say about it. */
export interface Normalised {
  readonly graph: Graph;
  readonly diagnostics: readonly Diagnostic[];
  /** Worth telling: `azurerm 4 (from the arguments in use)`. */
  readonly assumptions: readonly string[];
}

/** Brings the resources of one evaluated stack into ARM's terms and links them. Never throws for what an input can be. */
export function normalise(stack: EvaluatedStack, registry: ResourceRegistry = builtInTypes): Normalised {
  const diagnostics = new Diagnostics();
  const unmapped = new Map<string, number>();
  const assumptions: string[] = [];
  const majors = new Map<string, Major>();
  for (const [provider, resources] of byProvider(stack.resources, registry)) {
    const { major, assumption } = providerVersion(resources);
    majors.set(provider, major);
    if (assumption) assumptions.push(assumption);
  }
  const builder = new GraphBuilder(registry);
  const made: Made[] = [];
  for (const raw of stack.resources) {
    if (isBoolean(raw.condition) && !raw.condition.value && raw.mode === "declared") {
      const id = idValueParts(raw, registry);
      if (id) builder.addAbsent(raw.address, id);
      continue;
    }
    const entry = isTerraform(raw) ? registry.azurerm(raw.type) : undefined;
    const major = majors.get(providerOf(raw)) ?? NEWEST_MAJOR;
    const one = entry ? fromAzurerm(raw, entry, major, registry) : otherwise(raw, registry);
    if (entry)
      for (const diagnostic of unknownArguments(raw, entry.table, major)) diagnostics.add(diagnostic);
    if (one.unmapped && raw.mode === "declared") unmapped.set(raw.type, (unmapped.get(raw.type) ?? 0) + 1);
    made.push(one);
  }
  builder.add(made);
  builder.link();
  const graph = new StackGraph({
    resources: builder.nodes,
    opaqueModules: stack.opaqueModules,
    outputs: stack.outputs,
    unmapped,
    target: (value, type) => builder.target(value, type),
    byAddress: (address) => builder.byAddress(address),
    referrers: builder.referrers as ReadonlyMap<Resource, readonly Resource[]>,
  });
  return { graph, diagnostics: diagnostics.all, assumptions: [...new Set(assumptions)] };
}

/**
 * The id of a resource as a string value in ARM's shape; undefined when nothing is known of its type. Names and groups that are
 * not known are symbols in it.
 */
export function idOf(raw: RawResource, registry: ResourceRegistry = builtInTypes): Value | undefined {
  const entry = isTerraform(raw) ? registry.azurerm(raw.type) : undefined;
  if (entry?.table.merge) {
    const { id, items } = entry.table.merge;
    return id === undefined || items ? undefined : set(raw, id);
  }
  const id = idValueParts(raw, registry);
  if (!id) return undefined;
  return formatResourceId(isTerraform(raw) ? withGroup(id, raw, entry?.table.identity) : id);
}

function idValueParts(raw: RawResource, registry: ResourceRegistry) {
  if (!isTerraform(raw)) return idOfTemplateResource(raw, registry.officialType(raw.type));
  const entry = registry.azurerm(raw.type);
  if (entry) return entry.table.merge ? undefined : identify(raw, entry.type, entry.table.identity).id;
  const other = registry.otherType(raw.type);
  if (other) return guessIdentity(raw, other).id;
  const type = set(raw, "type");
  if (!raw.type.startsWith("azapi_") || type?.kind !== "literal") return undefined;
  return azapiId(raw, registry.officialType(String(type.value).split("@")[0] ?? ""));
}

function otherwise(raw: RawResource, registry: ResourceRegistry): Made {
  if (!isTerraform(raw)) return fromArm(raw, registry);
  if (raw.type.startsWith("azapi_")) return fromAzapi(raw, registry) ?? unknownType(raw);
  const type = registry.otherType(raw.type);
  if (type) return fromOtherAzurerm(raw, type);
  // A data source of an unknown kind (`azurerm_client_config`) is no resource that anything could be said of.
  return raw.type.startsWith("azurerm_") && raw.mode === "declared" ? unknownType(raw) : NOTHING;
}

/** An Azure resource of which not even the ARM type is known. */
function unknownType(raw: RawResource): Made {
  const { id } = identify(raw, raw.type);
  return { nodes: [{ node: bareNode(raw, raw.type, id), above: {} }], patches: [], unmapped: true };
}

function isTerraform(raw: RawResource): boolean {
  return raw.language === "terraform" || raw.language === "plan";
}

function providerOf(raw: RawResource): string {
  return raw.provider?.name.split(".")[0] ?? "azurerm";
}

function byProvider(
  resources: readonly RawResource[],
  registry: ResourceRegistry,
): ReadonlyMap<string, readonly { readonly raw: RawResource; readonly entry: AzurermEntry }[]> {
  const groups = new Map<string, { raw: RawResource; entry: AzurermEntry }[]>();
  for (const raw of resources) {
    const entry = isTerraform(raw) ? registry.azurerm(raw.type) : undefined;
    if (!entry) continue;
    const provider = providerOf(raw);
    const group = groups.get(provider);
    if (group) group.push({ raw, entry });
    else groups.set(provider, [{ raw, entry }]);
  }
  return groups;
}
