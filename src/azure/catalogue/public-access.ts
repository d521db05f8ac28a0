import data from "../data/public-access.json" with { type: "json" };
import { indexed } from "./lookup.ts";

/** The master switch of a type's public side. */
export interface SwitchEntry {
  readonly path: string;
  /** The same said elsewhere in the resource; one that is off closes. */
  readonly also?: readonly string[];
  readonly on: readonly (string | boolean)[];
  readonly off: readonly (string | boolean)[];
  /** Values that leave it to a network security perimeter. */
  readonly perimeter?: readonly string[];
  readonly default?: (
    | { readonly value: string | boolean }
    /** `off-beside-private-endpoint`: on, until a private endpoint exists. `off-when-injected`: on, unless injected. */
    | { readonly rule: "off-beside-private-endpoint" | "off-when-injected" }
  ) & { readonly confidence: "high" | "medium" | "low"; readonly basis: string };
  /** First api-version that has it. */
  readonly since?: string;
}

/** Where address rules stand; paths below `list` are those of one item, empty when the item is the address itself. */
export type AddressList =
  | {
      readonly list: string;
      readonly value: string;
      readonly end?: string;
      readonly action?: string;
      readonly subnet?: string;
      readonly tag?: string;
    }
  /** One text with commas. */
  | { readonly text: string };

export interface NetworkList {
  readonly list: string;
  readonly subnet: string;
  readonly alsoSubnet?: string;
  readonly ignoreMissing?: string;
  readonly action?: string;
}

export interface BypassEntry {
  readonly path: string;
  /** Values that let trusted services in. */
  readonly trusted: readonly (string | boolean)[];
  /** What holds when it is not set, where that is documented. */
  readonly missing?: boolean;
}

/** A child type that holds firewall rules: a whole set of them, an address range, or a subnet. */
export interface FirewallChild {
  readonly type: string;
  readonly ruleSet?: true;
  readonly switch?: string;
  readonly defaultAction?: string;
  readonly addresses?: readonly AddressList[];
  readonly networks?: readonly NetworkList[];
  readonly bypass?: BypassEntry;
  readonly start?: string;
  readonly end?: string;
  readonly value?: string;
  readonly subnet?: string;
  readonly ignoreMissing?: string;
}

/** One ARM type with a public side: how it is closed, and what its firewall looks like. */
export interface PublicAccessType {
  readonly type: string;
  readonly name: string;
  readonly switch?: SwitchEntry;
  /** A switch of the firewall alone: off means everyone. */
  readonly firewallState?: {
    readonly path: string;
    readonly on: readonly string[];
    readonly off: readonly string[];
  };
  readonly defaultAction?: string;
  readonly addresses?: readonly AddressList[];
  readonly networks?: readonly NetworkList[];
  /** A list of resources, named by id, that are let in whatever network they call from. */
  readonly instances?: { readonly list: string; readonly id: string };
  /** A flag that makes network rules count although no address rule is there. */
  readonly networkFilter?: string;
  readonly bypass?: BypassEntry;
  readonly children?: readonly FirewallChild[];
  /** Kinds of requests that are let in or refused beside the default action. */
  readonly requestTypes?: { readonly allow: string; readonly deny: string };
  /** Whom a firewall without any rule admits. */
  readonly withoutRules: "everyone" | "nobody";
  /** Properties with the subnet that the instance itself lies in. */
  readonly injection?: readonly string[];
  /** A mode that takes it off the internet. */
  readonly privateMode?: { readonly path: string; readonly oneOf: readonly (string | boolean)[] };
  /** Lies in a network and can have a public address all the same. */
  readonly publicWhenInjected?: true;
  /** Its public side cannot be closed in other tiers. */
  readonly closesFrom?: { readonly path: string; readonly oneOf: readonly string[] };
  readonly judged?: "own-rule" | "management";
  readonly serviceEndpoint?: string;
  readonly privateLink?: true;
  readonly perimeters?: true;
  /** Data ports; 443 when absent. */
  readonly ports?: readonly number[];
}

const catalogue = data as unknown as { readonly types: readonly PublicAccessType[] };
const byType = indexed(() => catalogue.types.map((entry) => [entry.type, entry] as const));

export function publicAccessType(type: string): PublicAccessType | undefined {
  return byType(type);
}
