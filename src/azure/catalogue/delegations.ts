import data from "../data/delegations.json" with { type: "json" };
import { type Confidence, indexed, type Sources } from "./lookup.ts";

export interface DelegationEntry {
  /** Value of `delegations[].properties.serviceName`. */
  readonly name: string;
  /** Types that use it. */
  readonly serves: readonly string[];
  readonly status: string;
  readonly shareWithin?: string;
  /** Whether other resources may lie beside the service. */
  readonly otherResources?: boolean;
  /** Entries of the dedicated services. */
  readonly serviceId?: readonly string[];
  readonly maxPerVnet?: number;
  readonly confidence: Confidence;
  readonly ref?: string;
}

const catalogue = data as unknown as {
  readonly source: Sources;
  readonly delegations: readonly DelegationEntry[];
};
const byName = indexed(() => catalogue.delegations.map((entry) => [entry.name, entry] as const));

export function delegation(name: string): DelegationEntry | undefined {
  return byName(name);
}
