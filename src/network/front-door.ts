import type { Graph, Resource } from "../model/index.ts";
import { isString, partsOf, type Value } from "../value/index.ts";
import { ownerOf } from "./owner.ts";
import { isGiven, valuesAt } from "./reading.ts";
import type { FrontDoorOrigin } from "./view.ts";

const ORIGIN = "Microsoft.Cdn/profiles/originGroups/origins";
const CLASSIC = "Microsoft.Network/frontDoors";

/** Where Front Door profiles send requests, as far as the target is a resource of the stack. */
export function frontDoorOrigins(graph: Graph, targets: readonly Resource[]): readonly FrontDoorOrigin[] {
  const origins = graph.ofType(ORIGIN).flatMap((resource): FrontDoorOrigin[] => {
    const hostName = resource.get("properties.hostName");
    const target = targetOf(graph, hostName, targets);
    const id = resource.get("properties.sharedPrivateLinkResource.privateLink.id");
    const spot = { resource, path: "properties.hostName" };
    return target ? [{ resource, target, hostName, spot, isPrivate: isGiven(id) }] : [];
  });
  const classic = graph.ofType(CLASSIC).flatMap((resource) =>
    valuesAt(resource, "properties.backendPools[].properties.backends[]").flatMap(
      ({ path }): FrontDoorOrigin[] => {
        const hostName = resource.get(`${path}.address`);
        const target = targetOf(graph, hostName, targets);
        const spot = { resource, path: `${path}.address` };
        const isPrivate = isGiven(resource.get(`${path}.privateLinkResourceId`));
        return target ? [{ resource, target, hostName, spot, isPrivate }] : [];
      },
    ),
  );
  return [...origins, ...classic];
}

/** By the attribute that the host name was read from, else by its first label: the name of a site, account or service. */
function targetOf(graph: Graph, hostName: Value, targets: readonly Resource[]): Resource | undefined {
  const owner = ownerOf(graph, hostName) ?? ownerByKey(hostName, targets);
  if (owner) return targets.includes(owner) ? owner : undefined;
  const parts = hostName.kind === "template" || hostName.kind === "literal" ? partsOf(hostName) : [];
  for (const part of parts) {
    const behind = ownerOf(graph, part) ?? ownerByKey(part, targets);
    if (behind && targets.includes(behind)) return behind;
  }
  if (!isString(hostName)) return undefined;
  const [label = "", ...rest] = hostName.value.toLowerCase().split(".");
  const suffix = SUFFIXES.find(({ ending }) => rest.join(".").endsWith(ending));
  if (!suffix) return undefined;
  return targets.find(
    ({ type, name }) =>
      type.toLowerCase() === suffix.type && isString(name) && name.value.toLowerCase() === label,
  );
}

/** What only the cloud knows below a resource's `properties` keeps that resource's address at the head of its key. */
function ownerByKey(value: Value, targets: readonly Resource[]): Resource | undefined {
  if (value.kind !== "symbol" || value.reason !== "computed") return undefined;
  return targets.find(({ address }) => value.key.startsWith(`${address}|`));
}

const SUFFIXES = [
  { ending: "azurewebsites.net", type: "microsoft.web/sites" },
  { ending: "blob.core.windows.net", type: "microsoft.storage/storageaccounts" },
  { ending: "web.core.windows.net", type: "microsoft.storage/storageaccounts" },
];
