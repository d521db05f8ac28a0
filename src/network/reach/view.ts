import type { Resource } from "../../model/index.ts";
import type { Span } from "../../source/index.ts";
import type { Truth } from "../../value/index.ts";
import type { Service } from "../service/view.ts";
import type { NetworkInterface, Placement, Subnet } from "../view.ts";

/** Who wants to reach something. */
export type ReachSource =
  /** A public address outside Azure and outside the declared on-premises egress. */
  | { readonly kind: "internet" }
  /** A resource of another tenant. */
  | { readonly kind: "any-azure" }
  /** Azure services that a bypass lets in. */
  | { readonly kind: "trusted-services" }
  | { readonly kind: "on-premises" }
  | { readonly kind: "subnet"; readonly subnet: Subnet };

/** What is to be reached. */
export type ReachTarget =
  /** A PaaS instance; by one of its groups where its type has any. */
  | { readonly kind: "service"; readonly service: Service; readonly group: string | undefined }
  | { readonly kind: "interface"; readonly interface: NetworkInterface }
  /** A dedicated service that is no PaaS instance of the public-access catalogue. */
  | { readonly kind: "placement"; readonly placement: Placement };

export type ReachPath = "public" | "service-endpoint" | "private-endpoint" | "injected";

/** One thing that a packet meets, in the order in which it meets it. */
export interface ReachStep {
  readonly message: string;
  readonly effect: "allows" | "blocks" | "decides" | "unknown";
  readonly span?: Span;
}

export interface ReachAnswer {
  readonly verdict: "allowed" | "blocked" | "unknown";
  /** Null when blocked; when unknown the path that the packet would take, null where that is not known either. */
  readonly path: ReachPath | null;
  /** The same as `verdict`, with what it depends on. */
  readonly allowed: Truth;
  readonly steps: readonly ReachStep[];
}

export function resourceOfTarget(target: ReachTarget): Resource {
  switch (target.kind) {
    case "service":
      return target.service.resource;
    case "interface":
      return target.interface.resource;
    case "placement":
      return target.placement.resource;
  }
}
