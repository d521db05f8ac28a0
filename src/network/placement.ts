import {
  type DedicatedService,
  dedicatedServices,
  type ServiceMatch,
  type SubnetReference,
} from "../azure/index.ts";
import type { Resource } from "../model/index.ts";
import {
  all,
  any,
  decided,
  describe,
  equal,
  is,
  isString,
  isUnset,
  judge,
  not,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference, type Spot } from "./members.ts";
import { isGiven, valuesAt } from "./reading.ts";
import type { Placement, Subnet } from "./view.ts";
import type { Views } from "./views.ts";
import { VIRTUAL_NETWORK } from "./virtual-network.ts";

const SUBNET = `${VIRTUAL_NETWORK}/subnets`;

/**
 * Entries that are no service in a subnet but something else the catalogue describes. A gateway in network isolation is the ordinary
 * one with a feature of the subscription: nothing in the code tells them apart.
 */
const NOT_PLACED: ReadonlySet<string> = new Set([
  "private-endpoint",
  "vm-nic",
  "vmss",
  "nat-gateway",
  "app-gateway-v2-isolated",
]);

/** A place where a type names a subnet, with every entry of the catalogue that reads it. */
interface Reading {
  readonly reference: SubnetReference;
  readonly entries: DedicatedService[];
}

/** Catalogue entries by the type and path at which they name their subnet: several ways may read the same place. */
function readingsByType(): ReadonlyMap<string, readonly Reading[]> {
  const byType = new Map<string, Reading[]>();
  for (const entry of dedicatedServices()) {
    if (NOT_PLACED.has(entry.id)) continue;
    for (const reference of entry.subnets) {
      const types = reference.type ? [reference.type] : [entry.type, ...(entry.alsoTypes ?? [])];
      for (const type of types) {
        const readings = byType.get(type.toLowerCase()) ?? [];
        byType.set(type.toLowerCase(), readings);
        const same = readings.find((one) => one.reference.path === reference.path);
        if (same) same.entries.push(entry);
        else readings.push({ reference, entries: [entry] });
      }
    }
  }
  return byType;
}

/** Every service of the graph that names a subnet to lie in. */
export function placementsIn(views: Views): readonly Placement[] {
  const placements: Placement[] = [];
  for (const [type, readings] of readingsByType()) {
    for (const resource of views.graph.ofType(type)) {
      if (resource.mode === "existing") continue;
      for (const reading of readings) placements.push(...placementsOf(resource, reading, views));
    }
  }
  return placements;
}

function placementsOf(
  resource: Resource,
  { reference, entries }: Reading,
  views: Views,
): readonly Placement[] {
  return valuesAt(resource, reference.path).map(({ value, path, holds }) => {
    const subnet = reference.network
      ? subnetByName(resource, reference.network, value, views)
      : views.follow(value, SUBNET, (found) => views.subnet(found));
    const lies = { ...subnet, to: subnet.to.where(() => holds) };
    return new PlacementView(resource, { resource, path }, lies, entries);
  });
}

class PlacementView implements Placement {
  readonly resource: Resource;
  readonly spot: Spot;
  readonly subnet: Reference<Subnet>;
  readonly #entries: readonly DedicatedService[];

  constructor(
    resource: Resource,
    spot: Spot,
    subnet: Reference<Subnet>,
    entries: readonly DedicatedService[],
  ) {
    this.resource = resource;
    this.spot = spot;
    this.subnet = subnet;
    this.#entries = entries;
  }

  get ways(): Members<DedicatedService> {
    return new Members(
      this.#entries.map((entry) => ({ is: entry, holds: matches(this.resource, entry.match ?? []) })),
    );
  }
}
answerOnce(PlacementView);

function subnetByName(resource: Resource, networkPath: string, name: Value, views: Views): Reference<Subnet> {
  const network = views.reference(resource, networkPath, VIRTUAL_NETWORK, (found) =>
    views.virtualNetwork(found),
  );
  const to = network.to.flatMap((one) => one.subnets.where((subnet) => sameName(subnet.name, name)));
  return { value: name, isSet: isGiven(name), to };
}

function sameName(a: Value, b: Value): Truth {
  if (isString(a) && isString(b)) return decided(a.value.toLowerCase() === b.value.toLowerCase());
  if (b.via && a.via && b.via.resource === a.via.resource) return yes();
  return isString(a) ? is(b, a.value) : isString(b) ? is(a, b.value) : equal(a, b);
}

function matches(resource: Resource, conditions: readonly ServiceMatch[]): Truth {
  return all(
    ...conditions.map((condition) => {
      if ("undecidable" in condition) return unknown(condition.undecidable);
      const value = resource.get(condition.path);
      if ("set" in condition) {
        const given = isGiven(value);
        return condition.set ? given : not(given);
      }
      return judge(value, (leaf) =>
        isUnset(leaf)
          ? decided(false)
          : any(...condition.oneOf.map((expected) => matchesText(leaf, expected))),
      );
    }),
  );
}

function matchesText(value: Value, expected: string): Truth {
  if (!expected.endsWith("*")) return is(value, expected);
  const start = expected.slice(0, -1).toLowerCase();
  if (isString(value)) return decided(value.value.toLowerCase().startsWith(start), { value });
  return unknown(`whether ${describe(value)} begins with ${start}`);
}
