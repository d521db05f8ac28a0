import {
  all,
  any,
  called,
  defineRule,
  type EndpointConnection,
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

/** Types that take no private endpoint once they lie in a virtual network; some only in certain tiers. From each service's own page. */
const NOT_INJECTED: Readonly<Record<string, readonly string[] | undefined>> = {
  "microsoft.apimanagement/service": ["Developer", "Premium"],
  "microsoft.cache/redis": undefined,
  "microsoft.dbformysql/flexibleservers": undefined,
  "microsoft.dbforpostgresql/flexibleservers": undefined,
};

export default defineRule<PrivateEndpoint>({
  title: "A private endpoint leads to a service that takes none",
  levels: { recommended: "error", strict: "error" },
  why: "Private endpoints are a feature of higher tiers in several services, and some take none once they lie in a network themselves. The endpoint cannot be created then, and the deployment fails.",
  remedy: "Choose a tier of the target that takes private endpoints.",
  links: ["https://learn.microsoft.com/azure/private-link/availability"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [11],
  judges: ({ network }) => network.privateEndpoints.filter(({ connections }) => connections.length > 0),
  check: (endpoint) => {
    const { connections } = endpoint;
    return {
      fails: any(...connections.map(takesNone)),
      tell: () => {
        const wrong = connections.find((one) => !isFalse(takesNone(one))) ?? connections[0];
        const [target] = wrong?.target.to ?? [];
        const isInjected = wrong !== undefined && !isFalse(liesInNetwork(wrong));
        const tier = target && !isInjected ? WITHOUT[target.type.toLowerCase()] : undefined;
        return {
          at: wrong?.targetSpot ?? { resource: endpoint.resource },
          because: target && tier ? [target.get(tier.path)] : [],
          message: `Private endpoint ${called(endpoint.resource)} leads to ${target ? called(target) : "a target"}, ${
            isInjected
              ? "which lies in a virtual network itself and takes no private endpoint there"
              : `whose tier ${target && tier ? shown(target.get(tier.path)) : ""} takes no private endpoint`
          }.`,
          ...(isInjected && {
            remedy:
              "Reach the service in its own subnet and remove the endpoint, or keep the service out of the network and use the endpoint.",
          }),
          ...(tier && { remedy: `Choose a tier other than ${listed(tier.tiers)}.` }),
          related: target && tier ? [{ message: "the tier", at: { resource: target, path: tier.path } }] : [],
        };
      },
    };
  },
});

function takesNone(connection: EndpointConnection): Truth {
  return any(connection.target.to.some(lacksTier), liesInNetwork(connection));
}

function lacksTier(target: Resource): Truth {
  const tier = WITHOUT[target.type.toLowerCase()];
  return tier ? isOneOf(target.get(tier.path), tier.tiers) : no();
}

function liesInNetwork({ service }: EndpointConnection): Truth {
  return service.some(({ resource, injected }) => {
    const type = resource.type.toLowerCase();
    if (!(type in NOT_INJECTED)) return no();
    const tiers = NOT_INJECTED[type];
    return tiers ? all(injected, isOneOf(resource.get("sku.name"), tiers)) : injected;
  });
}
