import { called, defineRule, is, type Resource } from "isolint";

const PATH = "properties.publicDataEndpointEnabled";

export default defineRule<Resource>({
  title: "A SQL managed instance has a public data endpoint",
  levels: { recommended: "error", strict: "error" },
  why: "A managed instance lives in a network. The public endpoint opens its data to the internet on port 3342 all the same, and one rule of a security group is all that is left in between.",
  remedy: "Turn the public data endpoint off, and connect through the network or a private endpoint.",
  links: ["https://learn.microsoft.com/azure/azure-sql/managed-instance/public-endpoint-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [9],
  judges: ({ network }) => network.graph.ofType("Microsoft.Sql/managedInstances"),
  check: (instance) => ({
    fails: is(instance.get(PATH), true),
    tell: () => ({
      at: { resource: instance, path: PATH },
      because: [instance.get(PATH)],
      message: `SQL managed instance ${called(instance)} has a public data endpoint on port 3342 beside its address in the network.`,
    }),
  }),
});
