import {
  all,
  any,
  called,
  decided,
  defineRule,
  is,
  isOneOf,
  isSet,
  type Network,
  not,
  type Resource,
  sameType,
  type Truth,
} from "isolint";

/** How a type shows that it runs in a network: its own subnet, or a network that the service manages. */
interface Way {
  readonly type: string;
  /** `own`: a subnet of the owner's. `managed`: a network that the service keeps for it. */
  readonly kind: "own" | "managed";
  readonly isIn: (resource: Resource, network: Network) => Truth;
  /** Only some tiers can: the others are no subject of this rule. */
  readonly can?: (resource: Resource) => Truth;
}

const MANAGED = ["AllowInternetOutbound", "AllowOnlyApprovedOutbound"];
const INJECTABLE = ["Developer", "Premium", "StandardV2", "PremiumV2"];

const WAYS: readonly Way[] = [
  ...[
    "Microsoft.ContainerInstance/containerGroups",
    "Microsoft.App/managedEnvironments",
    "Microsoft.AppPlatform/Spring",
    "Microsoft.HDInsight/clusters",
    "Microsoft.Batch/batchAccounts/pools",
  ].map((type): Way => ({ type, kind: "own", isIn: isPlaced })),
  {
    type: "Microsoft.Databricks/workspaces",
    kind: "own",
    isIn: (one) => isSet(one.get("properties.parameters.customVirtualNetworkId.value")),
  },
  {
    type: "Microsoft.ApiManagement/service",
    kind: "own",
    isIn: (one, network) =>
      any(
        isOneOf(one.get("properties.virtualNetworkType"), ["External", "Internal"]),
        isPlaced(one, network),
      ),
    can: (one) => isOneOf(one.get("sku.name"), INJECTABLE),
  },
  {
    type: "Microsoft.Synapse/workspaces",
    kind: "managed",
    isIn: (one) => is(one.get("properties.managedVirtualNetwork"), "default"),
  },
  {
    type: "Microsoft.DataFactory/factories",
    kind: "managed",
    isIn: (one) =>
      any(
        ...one.children
          .filter(({ type }) => sameType(type, "Microsoft.DataFactory/factories/managedVirtualNetworks"))
          .map(({ exists }) => exists),
      ),
  },
  {
    type: "Microsoft.MachineLearningServices/workspaces",
    kind: "managed",
    isIn: (one, network) =>
      any(
        isOneOf(one.get("properties.managedNetwork.isolationMode"), MANAGED),
        ...one.children.map((child) => isPlaced(child, network)),
      ),
    // A project runs in the network of its hub.
    can: (one) => not(isSet(one.get("properties.hubResourceId"))),
  },
];

export default defineRule<Resource>({
  title: "A service that could run in a network runs outside any",
  levels: { recommended: "off", strict: "warning" },
  why: "What runs outside a network reaches the private side of nothing: it needs public access of every service it uses, and no security group, route or firewall acts on what it sends.",
  remedy: "Deploy the service into a subnet, or turn on the network that it manages itself.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-for-azure-services"],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7"] },
  statements: [2, 10],
  judges: ({ network }) =>
    WAYS.flatMap(({ type }) => network.graph.ofType(type)).filter(({ mode }) => mode === "declared"),
  check: (resource, { network }) => {
    const way = WAYS.find(({ type }) => sameType(type, resource.type));
    return {
      fails: way ? all(way.can?.(resource) ?? all(), not(way.isIn(resource, network))) : decided(false),
      tell: () => ({
        because: [],
        message:
          way?.kind === "managed"
            ? `${called(resource)} runs outside any network: its managed network is off.`
            : `${called(resource)} runs outside any network: it names no subnet to lie in.`,
      }),
    };
  },
});

function isPlaced(resource: Resource, { placements }: Network): Truth {
  return any(...placements.filter((one) => one.resource === resource).map(({ subnet }) => subnet.isSet));
}
