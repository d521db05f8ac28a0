import {
  hasUndocumentedZone,
  type PublicAccessType,
  primaryGroups,
  privateLinkService,
  publicAccessType,
} from "../../azure/index.ts";
import type { Resource } from "../../model/index.ts";
import { any, isOneOf, no, type Truth, type Value, yes } from "../../value/index.ts";
import { answerOnce } from "../lazy.ts";
import { Members } from "../members.ts";
import { isGiven } from "../reading.ts";
import type { EndpointConnection, PerimeterAssociation, Subnet } from "../view.ts";
import type { Views } from "../views.ts";
import { exposureOf } from "./exposure.ts";
import { ServiceFirewallView } from "./firewall.ts";
import type { Exposure, Service, ServiceFirewall } from "./view.ts";

/** Types by which services give themselves private endpoints to others. */
const MANAGED_ENDPOINT =
  /\/(managedPrivateEndpoints|sharedPrivateLinkResources|outboundRules|origins|clusters\/privateEndpoints)$/i;
/** A private cluster makes the endpoint of its API server itself. */
const KUBERNETES = "microsoft.containerservice/managedclusters";

class ServiceView implements Service {
  readonly resource: Resource;
  readonly #entry: PublicAccessType;
  readonly #views: Views;

  constructor(resource: Resource, entry: PublicAccessType, views: Views) {
    this.resource = resource;
    this.#entry = entry;
    this.#views = views;
  }

  get label(): string {
    return this.#entry.name;
  }

  get location(): Value {
    return this.resource.get("location");
  }

  get exposure(): Exposure {
    return exposureOf(this);
  }

  get firewall(): ServiceFirewall {
    return new ServiceFirewallView(this, this.#entry, this.#views);
  }

  get privateEndpoints(): Members<EndpointConnection> {
    return this.#views.connectionsTo(this.resource);
  }

  get hasPrivateEndpoint(): Truth {
    return this.privateEndpoints.some((connection) => (connection.manual ? no() : yes()));
  }

  get hasManagedEndpoint(): Truth {
    if (this.resource.type.toLowerCase() === KUBERNETES) return yes();
    const makers = this.#views.graph
      .referrers(this.resource)
      .filter(({ type }) => MANAGED_ENDPOINT.test(type));
    return any(...makers.map((maker) => maker.exists));
  }

  get injected(): Truth {
    return any(...(this.#entry.injection ?? []).map((path) => isGiven(this.resource.get(path))));
  }

  get injectedInto(): Members<Subnet> {
    return Members.union(
      (this.#entry.injection ?? []).map(
        (path) =>
          this.#views.reference(this.resource, path, "Microsoft.Network/virtualNetworks/subnets", (found) =>
            this.#views.subnet(found),
          ).to,
      ),
    );
  }

  get groups(): readonly string[] {
    const service = privateLinkService(this.resource.type);
    return service ? primaryGroups(service) : [];
  }

  get supportsPrivateLink(): boolean {
    const { type } = this.resource;
    return (
      this.#entry.privateLink === true || privateLinkService(type) !== undefined || hasUndocumentedZone(type)
    );
  }

  get serviceEndpoint(): string | undefined {
    return this.#entry.serviceEndpoint;
  }

  get judged(): Service["judged"] {
    return this.#entry.judged === "own-rule" ? "by-own-rule" : (this.#entry.judged ?? "generally");
  }

  get canClose(): Truth {
    const { closesFrom } = this.#entry;
    if (!closesFrom) return yes();
    const tier = this.resource.get(closesFrom.path);
    return isOneOf(tier, closesFrom.oneOf);
  }

  get ports(): readonly number[] {
    return this.#entry.ports ?? [443];
  }

  get perimeter(): Members<PerimeterAssociation> {
    return this.#views.associationsOf(this.resource);
  }
}
answerOnce(ServiceView);

/** The view of a resource of a type in the public-access catalogue; undefined for other types. */
export function serviceView(resource: Resource, views: Views): Service | undefined {
  const entry = publicAccessType(resource.type);
  return entry && new ServiceView(resource, entry, views);
}
