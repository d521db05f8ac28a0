import data from "../data/private-link.json" with { type: "json" };
import { type Confidence, indexed, once, type Sources } from "./lookup.ts";

export type CloudName = "AzureCloud" | "AzureUSGovernment" | "AzureChinaCloud";

type ZonesByCloud = Readonly<Partial<Record<CloudName, readonly string[]>>>;

/** One sub-resource of a type that a private endpoint can lead to. */
export interface PrivateLinkGroup {
  /** Value of `groupIds`; empty when none is given. */
  readonly id: string;
  /** Zones that the service expects; placeholders such as `{regionName}` inside. A cloud that is missing has no documented zone. */
  readonly zones: ZonesByCloud;
  /**
   * `single` when absent. `all`: every zone but the optional ones. `oneOf`: any one. `byKind`: `zonesByKind`. `none`: the owner
   * chooses. `undocumented`: not in the official table.
   */
  readonly mode?: "all" | "oneOf" | "byKind" | "none" | "undocumented";
  readonly zonesByKind?: Readonly<Record<string, readonly string[]>>;
  readonly optional?: readonly string[];
  readonly legacy?: readonly string[];
  readonly acceptAlso?: ZonesByCloud;
  readonly unconfirmedZones?: ZonesByCloud;
  readonly alsoNeeds?: readonly string[];
  readonly aliases?: readonly string[];
  /** The group that reaches the secondary region. */
  readonly secondary?: string;
  /** Further ids are made after this pattern: `sites-{slotName}`. */
  readonly slotPattern?: string;
  readonly wrongZonesSeen?: readonly string[];
  /** The id is a name of the owner's choice. */
  readonly dynamic?: true;
}

export interface PrivateLinkService {
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly groups: readonly PrivateLinkGroup[];
  readonly tiers?: string;
  readonly status?: string;
  readonly confidence: Confidence;
  readonly ref?: string;
}

interface PrivateLinkData {
  readonly source: Sources;
  readonly services: readonly PrivateLinkService[];
  readonly withoutZoneRow: readonly { readonly type: string; readonly unconfirmedZones?: ZonesByCloud }[];
  readonly regionCodes: Readonly<Record<string, string>>;
}

const catalogue = data as unknown as PrivateLinkData;

const services = indexed(() =>
  catalogue.services.flatMap((service) =>
    [service.type, ...(service.aliases ?? [])].map((type) => [type, service] as const),
  ),
);
const withoutRow = indexed(() => catalogue.withoutZoneRow.map((entry) => [entry.type, entry] as const));

/** What a private endpoint can do with a type; undefined when the documentation lists none. */
export function privateLinkService(type: string): PrivateLinkService | undefined {
  return services(type);
}

/** Types that take private endpoints though the documentation has no zone for them. */
export function hasUndocumentedZone(type: string): boolean {
  return withoutRow(type) !== undefined;
}

export function privateLinkServices(): readonly PrivateLinkService[] {
  return catalogue.services;
}

/** A group by its id, an alias of it, or the pattern it follows. */
export function privateLinkGroup(service: PrivateLinkService, id: string): PrivateLinkGroup | undefined {
  const folded = id.toLowerCase();
  const named = service.groups.find(
    (group) =>
      group.id.toLowerCase() === folded || group.aliases?.some((alias) => alias.toLowerCase() === folded),
  );
  if (named) return named;
  const patterned = service.groups.find(({ slotPattern }) => {
    const start = slotPattern?.slice(0, slotPattern.indexOf("{")).toLowerCase();
    return start !== undefined && folded.startsWith(start) && folded.length > start.length;
  });
  return patterned ?? service.groups.find((group) => group.dynamic);
}

/** Ids of the groups that are not there for the secondary region. */
export function primaryGroups(service: PrivateLinkService): readonly string[] {
  const secondary = new Set(service.groups.map((group) => group.secondary).filter((id) => id !== undefined));
  return service.groups
    .filter((group) => !group.dynamic && !secondary.has(group.id) && !/_secondary$/i.test(group.id))
    .map((group) => group.id);
}

/** The short code of a region in zone names: `we` for `westeurope`; undefined when it is not listed. */
export function regionCode(region: string): string | undefined {
  const folded = region.replaceAll(" ", "").toLowerCase();
  return Object.hasOwn(catalogue.regionCodes, folded) ? catalogue.regionCodes[folded] : undefined;
}

/** Every zone name of a cloud that any group uses, placeholders inside; legacy ones too. */
export function knownZones(cloud: CloudName): ReadonlySet<string> {
  return ZONES[cloud]();
}

const ZONES: Readonly<Record<CloudName, () => ReadonlySet<string>>> = {
  AzureCloud: once(() => zonesOf("AzureCloud")),
  AzureUSGovernment: once(() => zonesOf("AzureUSGovernment")),
  AzureChinaCloud: once(() => zonesOf("AzureChinaCloud")),
};

function zonesOf(cloud: CloudName): ReadonlySet<string> {
  const groups = catalogue.services.flatMap((service) => service.groups);
  return new Set([
    ...groups.flatMap(({ zones, acceptAlso, unconfirmedZones }) =>
      [zones, acceptAlso, unconfirmedZones].flatMap((byCloud) => byCloud?.[cloud] ?? []),
    ),
    ...(cloud === "AzureCloud" ? groups.flatMap(({ legacy }) => legacy ?? []) : []),
    ...catalogue.withoutZoneRow.flatMap(({ unconfirmedZones }) => unconfirmedZones?.[cloud] ?? []),
  ]);
}

/** Every region with a short code, as its name is written in zones: `westeurope`. */
export function regionNames(): readonly string[] {
  return Object.keys(catalogue.regionCodes);
}

/** The known zones with the name's own labels in place of the placeholders: what the name could have been meant to be. */
export function zonesLike(name: string, cloud: CloudName): readonly string[] {
  const written = name.toLowerCase().split(".");
  return [...knownZones(cloud)].flatMap((zone) => {
    const labels = zone.split(".");
    if (!zone.includes("{")) return [zone];
    if (labels.length !== written.length) return [];
    return [labels.map((label, at) => (label.startsWith("{") ? written[at] : label)).join(".")];
  });
}

/** The region that a zone name holds where this zone of the catalogue has one. */
export function regionOfZone(name: string, zone: string): string | undefined {
  const at = zone.split(".").indexOf("{regionName}");
  return at === -1 ? undefined : name.toLowerCase().split(".")[at];
}

const PLACEHOLDER: Readonly<Record<string, string>> = {
  regionName: "[a-z0-9]+",
  regionCode: "[a-z0-9]+",
  dnsPrefix: "[a-z0-9]+",
  subzone: "[a-z0-9-]+",
  partitionId: "[0-9]+",
};

/** Whether a zone name is the given one of the catalogue; with a region, its placeholders must fit that region. */
export function zoneMatches(zone: string, pattern: string, region?: string): boolean {
  const name = zone.toLowerCase().replace(/\.$/, "");
  if (!pattern.includes("{")) return name === pattern.toLowerCase();
  // What follows the last placeholder tells nearly all of them apart, without an expression for each.
  if (!name.endsWith(pattern.slice(pattern.lastIndexOf("}") + 1).toLowerCase())) return false;
  const where = region?.replaceAll(" ", "").toLowerCase();
  const source = pattern
    .toLowerCase()
    .split(/(\{\w+\})/)
    .map((piece) => {
      if (!piece.startsWith("{")) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const placeholder =
        Object.keys(PLACEHOLDER).find((one) => one.toLowerCase() === piece.slice(1, -1)) ?? "subzone";
      if (where && placeholder === "regionName") return where;
      const code = where && placeholder === "regionCode" ? regionCode(where) : undefined;
      return code ?? PLACEHOLDER[placeholder] ?? "[^.]+";
    })
    .join("");
  return new RegExp(`^${source}$`).test(name);
}

/**
 * Zones a group needs, each list an alternative of which all are needed; undefined when nothing is documented for it. `kind` is
 * the target's (`OpenAI`), undefined when it is not known: then each of the kinds is an alternative.
 */
export function requiredZones(
  group: PrivateLinkGroup,
  cloud: CloudName,
  kind?: string,
): readonly (readonly string[])[] | undefined {
  if (group.mode === "none" || group.mode === "undocumented") return undefined;
  const zones = group.zones[cloud];
  if (!zones || zones.length === 0) return undefined;
  if (group.mode === "oneOf") return zones.map((zone) => [zone]);
  if (group.mode === "byKind" && group.zonesByKind && cloud === "AzureCloud") {
    const byKind = Object.entries(group.zonesByKind);
    if (kind === undefined) return byKind.map(([, list]) => list);
    const known =
      byKind.find(([name]) => name.toLowerCase() === kind.toLowerCase()) ??
      byKind.find(([name]) => name === "*");
    return known ? [known[1]] : undefined;
  }
  return [zones.filter((zone) => !group.optional?.includes(zone))];
}
