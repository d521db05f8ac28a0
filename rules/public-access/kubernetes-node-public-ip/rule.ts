import { called, defineRule, is, type Resource } from "isolint";

const PATH = "properties.enableNodePublicIP";

export default defineRule<Resource>({
  title: "The nodes of a Kubernetes cluster have public IP addresses",
  levels: { recommended: "error", strict: "error" },
  why: "Every node stands on the internet with an address of its own, and only its security group keeps strangers from the kubelet, SSH and host ports.",
  remedy: "Turn node public IP addresses off, and publish workloads by a load balancer or ingress.",
  links: ["https://learn.microsoft.com/azure/aks/use-node-public-ips"],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7"] },
  statements: [3],
  judges: ({ network }) => network.graph.ofType("Microsoft.ContainerService/managedClusters/agentPools"),
  check: (pool) => ({
    fails: is(pool.get(PATH), true),
    tell: () => ({
      at: { resource: pool, path: PATH },
      because: [pool.get(PATH)],
      message: `Each node of pool ${called(pool)}${pool.parent ? ` in cluster ${called(pool.parent)}` : ""} has a public IP address: it can be reached from the internet.`,
    }),
  }),
});
