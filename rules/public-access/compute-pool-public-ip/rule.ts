import { all, called, defineRule, is, isFalse, isOneOf, no, not, type Resource, type Truth } from "isolint";

interface Kind {
  readonly path: string;
  /** What a message says of it. */
  readonly text: (name: string) => string;
  readonly remedy: string;
  readonly isPublic: (pool: Resource) => Truth;
}

const KINDS: Readonly<Record<string, Kind>> = {
  "Microsoft.MachineLearningServices/workspaces/computes": {
    path: "properties.properties.enableNodePublicIp",
    text: (name) => `The nodes of Machine Learning compute ${name} get public IP addresses`,
    remedy:
      "Turn the nodes' public IP addresses off, and put them into a subnet or the workspace's managed network.",
    isPublic: (pool) =>
      all(
        isOneOf(pool.get("properties.computeType"), ["AmlCompute", "ComputeInstance"]),
        not(is(pool.get("properties.properties.enableNodePublicIp"), false)),
      ),
  },
  "Microsoft.Batch/batchAccounts/pools": {
    path: "properties.networkConfiguration.publicIPAddressConfiguration.provision",
    text: (name) => `The nodes of Batch pool ${name} get public IP addresses`,
    remedy: "Put the nodes into a subnet, with NoPublicIPAddresses as the way they get addresses.",
    isPublic: (pool) =>
      not(
        is(
          pool.get("properties.networkConfiguration.publicIPAddressConfiguration.provision"),
          "NoPublicIPAddresses",
        ),
      ),
  },
  "Microsoft.HDInsight/clusters": {
    path: "properties.networkProperties.resourceProviderConnection",
    text: (name) => `HDInsight cluster ${name} is managed over public addresses of its own, from outside`,
    remedy: "Set the resource provider connection to Outbound, so that nothing has to come in.",
    isPublic: (pool) =>
      not(is(pool.get("properties.networkProperties.resourceProviderConnection"), "Outbound")),
  },
};

export default defineRule<Resource>({
  title: "Nodes of a compute pool have public IP addresses",
  levels: { recommended: "warning", strict: "error" },
  why: "Nodes with public addresses stand on the internet, often with ports open for the service that manages them. They run jobs with access to data.",
  remedy:
    "Place the nodes in a subnet without public addresses: no node public IP in Machine Learning, NoPublicIPAddresses in Batch, an outbound resource provider connection in HDInsight.",
  links: [
    "https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet",
    "https://learn.microsoft.com/azure/batch/simplified-node-communication-pool-no-public-ip",
    "https://learn.microsoft.com/azure/hdinsight/hdinsight-private-link",
  ],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7"] },
  statements: [9],
  judges: ({ network }) =>
    Object.keys(KINDS)
      .flatMap((type) => network.graph.ofType(type))
      .filter((pool) => {
        const kind = pool.get("properties.computeType");
        return kind.kind === "absent"
          ? !pool.type.toLowerCase().endsWith("/computes")
          : !isFalse(isOneOf(kind, ["AmlCompute", "ComputeInstance"]));
      }),
  check: (pool) => {
    const known = Object.entries(KINDS).find(([type]) => type.toLowerCase() === pool.type.toLowerCase())?.[1];
    return {
      fails: known ? known.isPublic(pool) : no(),
      tell: () => {
        const path = known?.path ?? "properties";
        return {
          at: { resource: pool, path },
          because: [pool.get(path)],
          message: `${known?.text(called(pool))}.`,
          ...(known && { remedy: known.remedy }),
        };
      },
    };
  },
});
