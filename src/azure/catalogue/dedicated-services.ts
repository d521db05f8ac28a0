import data from "../data/dedicated-services.json" with { type: "json" };
import { type Confidence, indexed, type Sources } from "./lookup.ts";

/** When an entry applies to a resource of its type; all of them together. */
export type ServiceMatch =
  /** The property is one of these; `*` at the end stands for any rest. */
  | { readonly path: string; readonly oneOf: readonly string[] }
  | { readonly path: string; readonly set: boolean }
  /** Cannot be read from the resource itself. */
  | { readonly undecidable: string };

/** Where a resource names the subnet it lies in. */
export interface SubnetReference {
  /** Another type that holds it, a child for instance. */
  readonly type?: string;
  /** ARM path of the subnet's id, or of its name when `network` is given. */
  readonly path: string;
  /** ARM path of the network's id. */
  readonly network?: string;
}

export interface DocumentedRule {
  readonly direction: "Inbound" | "Outbound";
  /** A tag, `*`, or a placeholder: `{subnet}` is the service's own. */
  readonly source: string;
  readonly destination: string;
  readonly ports: readonly string[];
  readonly protocol: string;
  readonly required: boolean;
  readonly when?: string;
  readonly purpose?: string;
  /** The platform sets it itself. */
  readonly managedByPlatform?: true;
  readonly confidence?: Confidence;
}

/** One way a service sits in a customer's subnet. */
export interface DedicatedService {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly alsoTypes?: readonly string[];
  readonly match?: readonly ServiceMatch[];
  readonly subnets: readonly SubnetReference[];
  readonly delegation: {
    readonly requirement: "required" | "optional" | "forbidden" | "none" | "platform";
    readonly services?: readonly string[];
  };
  readonly subnet: {
    readonly requiredName?: string;
    readonly exclusive?: string;
    /** The longest prefix that is allowed: 27 means 27 or lower. */
    readonly minPrefix?: number;
    readonly maxPrefix?: number;
    readonly recommendedPrefix?: number;
    readonly maxPerVnet?: number;
    readonly mustBeEmpty?: boolean;
    readonly minPrefixExceptions?: readonly { readonly when: string; readonly prefix: number }[];
  };
  readonly nsg: string;
  readonly routeTable: string;
  readonly natGateway: string;
  /** Property that makes its load balancer internal. */
  readonly internalFlag?: string;
  /** `integration`: only its way out goes through the subnet. */
  readonly mode?: string;
  readonly rules?: readonly DocumentedRule[];
  readonly status?: string;
  readonly confidence: Confidence;
  readonly ref?: string;
}

interface DedicatedData {
  readonly source: Sources;
  readonly reserved: readonly { readonly name: string; readonly services: readonly string[] }[];
  readonly services: readonly DedicatedService[];
}

const catalogue = data as unknown as DedicatedData;
const byId = indexed(() => catalogue.services.map((service) => [service.id, service] as const));

export function dedicatedServices(): readonly DedicatedService[] {
  return catalogue.services;
}

export function dedicatedService(id: string): DedicatedService | undefined {
  return byId(id);
}
