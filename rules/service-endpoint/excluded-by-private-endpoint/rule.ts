import { all, called, defineRule, type Service } from "isolint";

/** Services of which Azure says that subnet rules and private endpoints exclude each other. */
const EXCLUSIVE: ReadonlySet<string> = new Set(["microsoft.containerregistry/registries"]);

export default defineRule<Service>({
  title: "A registry admits subnets and has a private endpoint, which exclude each other",
  levels: { recommended: "error", strict: "error" },
  why: "Container Registry takes either service endpoint rules or private endpoints. The deployment of the second one fails.",
  remedy: "Take the subnet rules out: the private endpoint serves the same clients.",
  links: ["https://learn.microsoft.com/azure/container-registry/container-registry-private-endpoints"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [11, 22],
  judges: ({ network }) =>
    network.services.filter(
      ({ resource, privateEndpoints }) =>
        EXCLUSIVE.has(resource.type.toLowerCase()) && privateEndpoints.size > 0,
    ),
  check: ({ resource, firewall, privateEndpoints }) => {
    return {
      fails: all(privateEndpoints.some(), () => firewall.networkRules.some(({ allows }) => allows)),
      tell: () => {
        const [rule] = [...firewall.networkRules];
        const [connection] = privateEndpoints;
        return {
          at: rule?.spot ?? { resource },
          message: `Container registry ${called(resource)} admits subnets by service endpoint and has a private endpoint: Azure allows one of the two.`,
          related: connection
            ? [{ message: "its private endpoint", at: { resource: connection.endpoint.resource } }]
            : [],
        };
      },
    };
  },
});
