import data from "../data/service-endpoints.json" with { type: "json" };
import { type Confidence, indexed, type Sources } from "./lookup.ts";

export interface ServiceEndpointEntry {
  /** Value of `serviceEndpoints[].service`. */
  readonly name: string;
  readonly status: string;
  /** Whether endpoint policies act on it; null when nothing is documented. */
  readonly policies: boolean | null;
  readonly serviceTag: string;
  /** Types whose firewall can admit a subnet by it. */
  readonly secures: readonly string[];
  readonly sameRegionOnly?: true;
  readonly exclusiveWith?: readonly string[];
  readonly confidence: Confidence;
  readonly ref: string;
}

interface ServiceEndpointData {
  readonly source: Sources;
  readonly endpoints: readonly ServiceEndpointEntry[];
  readonly misspellings: Readonly<Record<string, string>>;
  readonly typesWithout: readonly string[];
}

const catalogue = data as unknown as ServiceEndpointData;
const byName = indexed(() => catalogue.endpoints.map((entry) => [entry.name, entry] as const));
const misspelled = indexed(() => Object.entries(catalogue.misspellings));

export function serviceEndpoint(name: string): ServiceEndpointEntry | undefined {
  return byName(name);
}

export function serviceEndpoints(): readonly ServiceEndpointEntry[] {
  return catalogue.endpoints;
}

/** The right name for a wrong one that is seen in the wild. */
export function correctedServiceEndpoint(name: string): string | undefined {
  return byName(name) ? undefined : misspelled(name);
}

/** Endpoints by which a type's firewall can admit a subnet: storage has two. */
export function serviceEndpointsOf(type: string): readonly string[] {
  const folded = type.toLowerCase();
  return catalogue.endpoints
    .filter(({ secures }) => secures.some((one) => one.toLowerCase() === folded))
    .map(({ name }) => name);
}
