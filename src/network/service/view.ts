import type { AddressRange, Ranges } from "../../azure/index.ts";
import type { Resource } from "../../model/index.ts";
import type { Truth, Value } from "../../value/index.ts";
import type { Members, Reference, Spot } from "../members.ts";
import type { EndpointConnection, PerimeterAssociation, Subnet, View } from "../view.ts";

/** An instance of a PaaS service: a type with a public side that Azure lets its owner close. */
export interface Service extends View {
  /** The type's entry in the catalogue, by name for messages: `Azure Storage account`. */
  readonly label: string;
  readonly location: Value;
  readonly exposure: Exposure;
  readonly firewall: ServiceFirewall;
  /** Connections of private endpoints that lead to it. Unknown ones count: a module could have made one. */
  readonly privateEndpoints: Members<EndpointConnection>;
  /** Whether it has a private endpoint that is not waiting for approval. */
  readonly hasPrivateEndpoint: Truth;
  /** Whether another service reaches it by a private endpoint of its own: a Front Door origin, a managed network, a shared link. */
  readonly hasManagedEndpoint: Truth;
  /** Whether it lies in a virtual network itself instead of behind a public address. */
  readonly injected: Truth;
  readonly injectedInto: Members<Subnet>;
  /** Sub-resources that a private endpoint can lead to, secondary ones left out; empty when the type takes none. */
  readonly groups: readonly string[];
  readonly supportsPrivateLink: boolean;
  /** The service endpoint by which subnets can be admitted: `Microsoft.Storage`; undefined when the type has none. */
  readonly serviceEndpoint: string | undefined;
  /** What the type is for isolation purposes: whether its own rule judges it, or it is monitoring or management. */
  readonly judged: "generally" | "by-own-rule" | "management";
  /** Whether its public side can be closed at all: some types only from a tier on. */
  readonly canClose: Truth;
  /** Ports of its data path. */
  readonly ports: readonly number[];
  readonly perimeter: Members<PerimeterAssociation>;
}

/**
 * The one calculus of public access: switch × default action × address rules × network rules × perimeter × injection.
 * In every world exactly one of the three holds.
 */
export interface Exposure {
  /** Nobody comes in over the public address. */
  readonly privateOnly: Truth;
  /** Some can: those that rules name, or trusted services. */
  readonly selected: Truth;
  /** Everyone can who has an address on the internet. */
  readonly open: Truth;
  /** What decides: the switch, the default action, a rule, or the place where they are missing. */
  readonly decides: Deciding;
}

export interface Deciding {
  readonly spot: Spot;
  readonly value: Value;
  /** For messages: `public network access is on by default`. */
  readonly note: string;
}

/** A service's firewall in one shape, whatever the service calls its parts. */
export interface ServiceFirewall {
  readonly service: Service;
  /** The master switch; undefined for a type that has none. */
  readonly switch: PublicSwitch | undefined;
  /** Public access is on as far as the switch, injection and an enforced perimeter say. */
  readonly isOn: Truth;
  /** Whether anything of a firewall is written: a default action, a rule. */
  readonly isWritten: Truth;
  readonly defaultAction: { readonly value: Value; readonly spot: Spot } | undefined;
  /** Whoever no rule names is admitted. */
  readonly admitsByDefault: Truth;
  readonly addressRules: Members<AddressRule>;
  readonly networkRules: Members<NetworkRule>;
  /** Ids of resources that it lets in whatever network they call from. */
  readonly instances: Members<Value>;
  /** Whether its type can make an exception for trusted Azure services. */
  readonly knowsTrusted: boolean;
  /** Trusted Azure services get past it. */
  readonly bypassesTrusted: Truth;
  readonly bypass: { readonly value: Value; readonly spot: Spot } | undefined;
  /** Any resource of any tenant in Azure gets in: the 0.0.0.0 rule. */
  readonly admitsAnyAzure: Truth;
  /** Its address rules, as a union, admit the whole public address space. */
  readonly rulesAdmitEveryone: Truth;
  /** Whether its address rules, as a union, admit all of these addresses. */
  admits(addresses: Ranges): Truth;
  /**
   * The public addresses of the one range that a rule forms with those which touch or overlap it, and these rules: a range is as
   * wide when it is written in pieces. Empty for a rule whose range is not known.
   */
  rangeAround(rule: AddressRule): { readonly addresses: Ranges; readonly others: readonly AddressRule[] };
}

export interface PublicSwitch {
  readonly value: Value;
  readonly spot: Spot;
  readonly isOn: Truth;
  /** `SecuredByPerimeter`. */
  readonly byPerimeter: Truth;
}

export interface AddressRule {
  /** The resource that holds it: the service, a set of rules, or a firewall rule of its own. */
  readonly resource: Resource;
  /** What it is inside that resource, unless it is one of its own. */
  readonly part?: { readonly collection: string; readonly name: Value };
  /** As written: an address, a CIDR block, or first and last. */
  readonly values: readonly Value[];
  /** Undefined when it is not known or malformed; see `malformed`. */
  readonly range: AddressRange | undefined;
  readonly malformed: string | undefined;
  /** It names a service tag instead of addresses, which a few services allow. */
  readonly tag: string | undefined;
  /** 0.0.0.0 to 0.0.0.0: every tenant's Azure resources. */
  readonly isAnyAzure: Truth;
  /** It lies in RFC 1918, which is never the source on a public endpoint. */
  readonly isPrivate: Truth;
  /** Lets in; a few services have refusing rules too. */
  readonly allows: Truth;
  readonly spot: Spot;
}

export interface NetworkRule {
  readonly resource: Resource;
  readonly subnet: Reference<Subnet>;
  readonly ignoresMissing: Truth;
  readonly allows: Truth;
  readonly spot: Spot;
}
