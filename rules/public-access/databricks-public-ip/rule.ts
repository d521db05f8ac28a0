import { called, defineRule, is, type Resource } from "isolint";

const PATH = "properties.parameters.enableNoPublicIp.value";

export default defineRule<Resource>({
  title: "The clusters of a Databricks workspace have public IP addresses",
  levels: { recommended: "error", strict: "error" },
  why: "Without secure cluster connectivity every node of every cluster has a public address and open ports for the control plane. With it, nodes only call out.",
  remedy: "Turn secure cluster connectivity (no public IP) on.",
  links: [
    "https://learn.microsoft.com/azure/databricks/security/network/classic/secure-cluster-connectivity",
  ],
  controls: { mcsb: ["NS-1", "NS-2"], nist: ["SC-7"] },
  statements: [3, 9],
  judges: ({ network }) => network.graph.ofType("Microsoft.Databricks/workspaces"),
  check: (workspace) => ({
    fails: is(workspace.get(PATH), false),
    tell: () => ({
      at: { resource: workspace, path: PATH },
      because: [workspace.get(PATH)],
      message: `The clusters of Databricks workspace ${called(workspace)} get public IP addresses: secure cluster connectivity is off.`,
    }),
  }),
});
