import { called, defineRule, isSet, not, type Resource } from "isolint";

export default defineRule<Resource>({
  title: "A Kubernetes cluster has no network policy engine",
  levels: { recommended: "off", strict: "warning" },
  why: "Without an engine, network policies in the cluster are accepted and ignored: every pod reaches every other pod, and everything that the nodes can reach.",
  remedy: "Choose a network policy engine: Cilium, Calico or Azure.",
  links: ["https://learn.microsoft.com/azure/aks/use-network-policies"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  judges: ({ network }) => network.graph.ofType("Microsoft.ContainerService/managedClusters"),
  check: (cluster) => ({
    fails: not(isSet(cluster.get("properties.networkProfile.networkPolicy"))),
    tell: () => ({
      at: { resource: cluster, path: "properties.networkProfile.networkPolicy" },
      message: `Cluster ${called(cluster)} has no network policy engine: its pods are not kept apart.`,
    }),
  }),
});
