import { privateLinkGroup, privateLinkService, requiredZones, zoneMatches } from "../../azure/index.ts";
import { all, any, describe, isString, no, not, type Truth, unknown, when, yes } from "../../value/index.ts";
import type { Member, Members } from "../members.ts";
import type { Service } from "../service/view.ts";
import type { Cloud } from "../settings.ts";
import type { EndpointConnection, PrivateZone, VirtualNetwork } from "../view.ts";
import type { Views } from "../views.ts";
import { PairTable, remembered } from "./memo.ts";

/** What a service's name becomes where it is asked. */
export interface Resolution {
  /** Connections of the group, each with whether the name leads to its endpoint. */
  readonly endpoints: readonly { readonly connection: EndpointConnection; readonly holds: Truth }[];
  readonly toEndpoint: Truth;
  /** A linked zone knows nothing of the name, and nothing else is asked. */
  readonly nowhere: Truth;
}

/** What does not depend on who asks for a service's name. */
interface Question {
  /** The zones that may answer; undefined when any may. */
  readonly wanted: readonly string[] | undefined;
  readonly connections: readonly Member<EndpointConnection>[];
  readonly hasEndpoint: Truth;
}

/** How the names of services resolve, network by network. */
export class NameResolution {
  readonly #views: Views;
  readonly #known = new PairTable<Members<VirtualNetwork>, string | undefined, Map<Service, Resolution>>();
  readonly #linked = new PairTable<Members<VirtualNetwork>, PrivateZone, Truth>();
  readonly #questions = new PairTable<Service, string | undefined, Question>();
  readonly #final = new PairTable<Members<VirtualNetwork>, string, Truth>();
  readonly #zones = new Map<string, readonly PrivateZone[]>();

  constructor(views: Views) {
    this.#views = views;
  }

  /** Where clients whose names are answered from the zones of `resolvers` are led. */
  resolve(
    service: Service,
    group: string | undefined,
    resolvers: Members<VirtualNetwork>,
    reaches: Truth,
  ): Resolution {
    const ofGroup = this.#known.get(resolvers, group, () => new Map());
    return remembered(ofGroup, service, () => this.#resolve(service, group, resolvers, reaches));
  }

  #resolve(
    service: Service,
    group: string | undefined,
    resolvers: Members<VirtualNetwork>,
    reaches: Truth,
  ): Resolution {
    const { wanted, connections, hasEndpoint } = this.#questions.get(service, group, () =>
      questionOf(service, group, this.#views.settings.cloud),
    );
    const endpoints = connections.map(({ is: connection, holds }) => ({
      connection,
      holds: all(holds, reaches, this.#leadsTo(connection, wanted, resolvers)),
    }));
    const seen = any(...endpoints.map(({ holds }) => holds));
    const hidden = service.privateEndpoints.more;
    const toEndpoint = hidden.kind === "decided" ? seen : any(seen, all(reaches, hidden));
    // Only a service that has an endpoint has a name that leads into the zone.
    const linked = connections.length === 0 ? no() : this.#answersWithoutAsking(wanted, resolvers);
    return { endpoints, toEndpoint, nowhere: all(hasEndpoint, reaches, not(toEndpoint), linked) };
  }

  /** Whether a zone of one of these names is linked, and its link asks nobody else for names that it does not hold. */
  #answersWithoutAsking(wanted: readonly string[] | undefined, resolvers: Members<VirtualNetwork>): Truth {
    return this.#final.get(resolvers, wanted?.join() ?? "", () =>
      any(
        ...this.#zonesNamed(wanted).map((zone) =>
          resolvers.some((network) =>
            any(
              ...zone.links.seen
                .filter(({ is: link }) => [...link.network.to].includes(network))
                .map(({ is: link, holds }) => all(holds, link.network.to.some(), not(link.fallsBack))),
            ),
          ),
        ),
      ),
    );
  }

  #leadsTo(
    connection: EndpointConnection,
    wanted: readonly string[] | undefined,
    resolvers: Members<VirtualNetwork>,
  ): Truth {
    if (this.#views.settings.privateDns === "policy") return yes();
    return connection.endpoint.zones.some((zone) =>
      all(
        fits(zone, wanted),
        this.#linked.get(resolvers, zone, () => resolvers.some((network) => zone.isLinkedTo(network))),
      ),
    );
  }

  #zonesNamed(wanted: readonly string[] | undefined): readonly PrivateZone[] {
    if (!wanted) return [];
    const key = wanted.join();
    const known = this.#zones.get(key);
    if (known) return known;
    const found = this.#views.privateZones.filter(({ name }) => {
      const text = isString(name) ? name.value : undefined;
      return text !== undefined && wanted.some((one) => zoneMatches(text, one));
    });
    this.#zones.set(key, found);
    return found;
  }
}

function questionOf(service: Service, group: string | undefined, cloud: Cloud): Question {
  const connections = service.privateEndpoints.seen.filter(({ is }) => fitsGroup(is, service, group));
  return {
    wanted: zonesOf(service, group, cloud),
    connections,
    hasEndpoint: any(...connections.map(({ holds }) => holds)),
  };
}

/** Whether a connection is for the group that is asked for; a type without groups has one only. */
function fitsGroup(connection: EndpointConnection, service: Service, group: string | undefined): boolean {
  const [id] = connection.groupIds;
  if (group === undefined || !id) return true;
  if (!isString(id)) return true;
  const known = privateLinkService(service.resource.type);
  const named = known && privateLinkGroup(known, id.value);
  return (named?.id ?? id.value).toLowerCase() === group.toLowerCase();
}

function zonesOf(service: Service, group: string | undefined, cloud: Cloud): readonly string[] | undefined {
  const known = privateLinkService(service.resource.type);
  const found = known && group !== undefined ? privateLinkGroup(known, group) : undefined;
  if (!found) return undefined;
  const kind = service.resource.get("kind");
  return requiredZones(found, cloud, isString(kind) ? kind.value : undefined)?.flat();
}

/** A zone answers for a name when it is the documented one, or the public name itself. */
function fits(zone: PrivateZone, wanted: readonly string[] | undefined): Truth {
  if (!wanted) return yes();
  const { name } = zone;
  if (!isString(name)) return unknown(`which zone ${describe(name)} is`, name.origin?.span);
  const text = name.value.replace(/\.$/, "").toLowerCase();
  const right = wanted.some(
    (one) => zoneMatches(text, one) || zoneMatches(text, one.replace(/^privatelink\./, "")),
  );
  return when(right ? yes() : no(), yes(), no());
}
