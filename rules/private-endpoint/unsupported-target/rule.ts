import {
  any,
  called,
  defineRule,
  isFalse,
  isOneOf,
  listed,
  no,
  type PrivateEndpoint,
  type Resource,
  shown,
  type Truth,
} from "isolint";

/**
 * Tiers that take no private endpoint, by type: the property that names the tier and its values. From the tiers column of Azure's
 * list of private link resources and from each service's own page.
 */
const WITHOUT: Readonly<Record<string, { readonly path: string; readonly tiers: readonly string[] }>> = {
  "microsoft.containerregistry/registries": { path: "sku.name", tiers: ["Basic", "Standard"] },
  "microsoft.servicebus/namespaces": { path: "sku.name", tiers: ["Basic", "Standard"] },
  "microsoft.eventhub/namespaces": { path: "sku.name", tiers: ["Basic"] },
  "microsoft.appconfiguration/configurationstores": { path: "sku.name", tiers: ["Free"] },
  "microsoft.search/searchservices": { path: "sku.name", tiers: ["free"] },
  "microsoft.signalrservice/signalr": { path: "sku.name", tiers: ["Free_F1"] },
  "microsoft.signalrservice/webpubsub": { path: "sku.name", tiers: ["Free_F1"] },
  "microsoft.dbforpostgresql/servers": { path: "sku.tier", tiers: ["Basic"] },
  "microsoft.dbformysql/servers": { path: "sku.tier", tiers: ["Basic"] },
  "microsoft.dbformariadb/servers": { path: "sku.tier", tiers: ["Basic"] },
};

export default defineRule<PrivateEndpoint>({
  title: "A private endpoint leads to a service whose tier takes none",
  levels: { recommended: "error", strict: "error" },
  why: "Private endpoints are a feature of higher tiers in several services. With a lower one the endpoint cannot be created, and the service stays on its public address.",
  remedy: "Choose a tier of the target that takes private endpoints.",
  links: ["https://learn.microsoft.com/azure/private-link/availability"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [11],
  judges: ({ network }) => network.privateEndpoints.filter(({ connections }) => connections.length > 0),
  check: (endpoint) => {
    const targets = endpoint.connections.flatMap(({ target }) => [...target.to]);
    const [connection] = endpoint.connections;
    const target = targets.find((one) => !isFalse(takesNone(one))) ?? targets[0];
    const tier = target && WITHOUT[target.type.toLowerCase()];
    return {
      fails: any(...endpoint.connections.map((one) => one.target.to.some(takesNone))),
      at: connection?.targetSpot ?? { resource: endpoint.resource },
      because: target && tier ? [target.get(tier.path)] : [],
      message: () =>
        `Private endpoint ${called(endpoint.resource)} leads to ${target ? called(target) : "a target"}, whose tier ${target && tier ? shown(target.get(tier.path)) : ""} takes no private endpoint.`,
      ...(tier && { remedy: `Choose a tier other than ${listed(tier.tiers)}.` }),
      related: target && tier ? [{ message: "the tier", at: { resource: target, path: tier.path } }] : [],
    };
  },
});

function takesNone(target: Resource): Truth {
  const tier = WITHOUT[target.type.toLowerCase()];
  return tier ? isOneOf(target.get(tier.path), tier.tiers) : no();
}
