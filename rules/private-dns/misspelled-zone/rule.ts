import {
  called,
  decided,
  defineRule,
  isString,
  judge,
  knownZones,
  type Network,
  nearestName,
  type PrivateZone,
  regionNames,
  regionOfZone,
  shown,
  type Truth,
  unknown,
  zoneMatches,
  zonesLike,
} from "isolint";

export default defineRule<PrivateZone>({
  title: "A private DNS zone has the name of no service",
  levels: { recommended: "error", strict: "error" },
  why: "Services resolve through zones with fixed names, one set for each Azure cloud. A zone that is a letter off is never asked, and nothing says so: names keep resolving to the public address.",
  remedy: "Give the zone the name that the documentation lists for the service and cloud.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-dns"],
  controls: { mcsb: ["NS-2", "NS-10"], nist: ["SC-7"] },
  statements: [13, 14],
  judges: ({ network }) => network.privateZones,
  check: ({ resource, name }, { network }) => {
    return {
      fails: judge(name, (leaf) =>
        isString(leaf)
          ? truthOf(leaf.value, network)
          : unknown(`which zone ${shown(leaf)} is`, leaf.origin?.span),
      ),
      tell: () => {
        const fault = isString(name) ? faultOf(name.value, network) : undefined;
        return {
          at: { resource, path: "name" },
          because: [name],
          message: `Private zone ${called(resource)} ${fault?.text ?? "may be the zone of no service"}.`,
          ...(fault?.remedy && { remedy: fault.remedy }),
        };
      },
    };
  },
});

function truthOf(name: string, network: Network): Truth {
  const fault = faultOf(name, network);
  if (fault && !fault.remedy) return unknown(`whether ${name} names a region`);
  return decided(fault !== undefined);
}

interface Fault {
  readonly text: string;
  /** Undefined when nobody can tell whether it is one: a region that the tables do not know yet. */
  readonly remedy?: string;
}

const CLOUDS = ["AzureCloud", "AzureUSGovernment", "AzureChinaCloud"] as const;

function faultOf(name: string, { settings: { cloud } }: Network): Fault | undefined {
  const zone = [...knownZones(cloud)].find((known) => zoneMatches(name, known));
  if (zone !== undefined) {
    const region = regionOfZone(name, zone);
    return region === undefined || cloud !== "AzureCloud" ? undefined : faultOfRegion(name, region);
  }
  const other = CLOUDS.find((one) => [...knownZones(one)].some((known) => zoneMatches(name, known)));
  if (other)
    return { text: `is a zone of ${other}, not of ${cloud}`, remedy: `Use the zone's name in ${cloud}.` };
  // Names of the owner's own are usual; only one that is nearly a service's is a mistake.
  const near = name.toLowerCase().includes("private") && nearestName(name, zonesLike(name, cloud), 2);
  return near && near !== name.toLowerCase()
    ? { text: `is a zone that no service uses; the nearest is ${near}`, remedy: `Name the zone ${near}.` }
    : undefined;
}

function faultOfRegion(name: string, region: string): Fault | undefined {
  if (regionNames().includes(region)) return undefined;
  const near = nearestName(region, regionNames(), 2);
  return near === undefined
    ? { text: `names '${region}', which is no region that is known here` }
    : {
        text: `names the region '${region}', which Azure does not have; the nearest is ${near}`,
        remedy: `Name the zone ${name.toLowerCase().replace(region, near)}.`,
      };
}
