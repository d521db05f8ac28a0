import data from "../data/service-tags.json" with { type: "json" };
import { type Confidence, indexed, type Sources } from "./lookup.ts";
import { regionCode } from "./private-link.ts";

export interface ServiceTagEntry {
  readonly name: string;
  /** The direction that is documented; a recommendation, not a limit. */
  readonly direction: "inbound" | "outbound" | "both";
  /** Whether `Name.Region` exists. */
  readonly regional: boolean;
  readonly azureFirewall: boolean;
  readonly nsgOnly?: true;
  /** False where it cannot stand in a route. */
  readonly routes?: false;
  readonly platform?: true;
  /** Stands for far more than one service. */
  readonly broad?: true;
  readonly deprecated?: true;
  readonly crossTenantRisk?: true;
  readonly inCurrentTable?: false;
  readonly confidence: Confidence;
  readonly ref: string;
}

interface ServiceTagData {
  readonly source: Sources;
  readonly tags: readonly ServiceTagEntry[];
  readonly classicNames: Readonly<Record<string, string>>;
  readonly azureCloudRegionalExceptions: Readonly<Record<string, string>>;
}

const catalogue = data as unknown as ServiceTagData;
const byName = indexed(() => catalogue.tags.map((entry) => [entry.name, entry] as const));
const classic = indexed(() => Object.entries(catalogue.classicNames));

/** A tag as it is written, taken apart: `Storage.WestEurope`. */
export interface ServiceTag {
  /** Official name without region. */
  readonly name: string;
  readonly region: string | undefined;
  readonly entry: ServiceTagEntry | undefined;
}

const parsed = new Map<string, ServiceTag | undefined>();
/** A stranger's texts are not kept without bound. */
const MOST_TEXTS = 4_096;

/** Takes a tag's text apart; undefined for `*`, addresses and anything that cannot be a tag's name. */
export function parseServiceTag(text: string): ServiceTag | undefined {
  const known = parsed.get(text);
  if (known || parsed.has(text)) return known;
  const tag = parseText(text);
  if (parsed.size >= MOST_TEXTS) parsed.clear();
  parsed.set(text, tag);
  return tag;
}

function parseText(text: string): ServiceTag | undefined {
  const trimmed = text.trim().replaceAll(" ", "");
  if (!/^[A-Za-z][\w.]*$/.test(trimmed)) return undefined;
  const named = classic(trimmed) ?? trimmed;
  const whole = byName(named);
  if (whole) return { name: whole.name, region: undefined, entry: whole };
  const dot = named.lastIndexOf(".");
  if (dot === -1) return { name: named, region: undefined, entry: undefined };
  const entry = byName(named.slice(0, dot));
  return { name: entry?.name ?? named.slice(0, dot), region: named.slice(dot + 1).toLowerCase(), entry };
}

export function serviceTags(): readonly ServiceTagEntry[] {
  return catalogue.tags;
}

/** Whether a region's name in a tag is one that Azure has; spellings peculiar to `AzureCloud` count. */
export function isKnownRegion(region: string): boolean {
  const exceptions = Object.keys(catalogue.azureCloudRegionalExceptions).map((name) => name.split(".")[1]);
  return regionCode(region) !== undefined || exceptions.includes(region.toLowerCase());
}
