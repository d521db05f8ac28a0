import { all, any, called, defineRule, is, isFalse, not, type Service } from "isolint";

const PATH = "properties.dataEndpointEnabled";

export default defineRule<Service>({
  title: "A container registry hands out images from shared storage",
  levels: { recommended: "off", strict: "warning" },
  why: "Without data endpoints of its own, the registry sends clients to blob storage that it shares with others. Their firewall then has to let all of blob storage out, and data can leave that way.",
  remedy: "Turn dedicated data endpoints on, and let clients out to these names only.",
  links: ["https://learn.microsoft.com/azure/container-registry/container-registry-dedicated-data-endpoints"],
  controls: { mcsb: ["NS-2", "DP-2"], nist: ["SC-7"] },
  statements: [22],
  judges: ({ network }) =>
    network.services.filter(
      ({ resource, privateEndpoints, firewall }) =>
        resource.type.toLowerCase() === "microsoft.containerregistry/registries" &&
        (privateEndpoints.size > 0 || !isFalse(firewall.isWritten)),
    ),
  check: ({ resource, firewall, hasPrivateEndpoint }) => ({
    fails: all(any(hasPrivateEndpoint, not(firewall.admitsByDefault)), () =>
      not(is(resource.get(PATH), true)),
    ),
    tell: () => ({
      at: { resource, path: PATH },
      because: [resource.get(PATH)],
      message: `Registry ${called(resource)} is restricted, but has no data endpoints of its own: its clients must be let out to all of blob storage.`,
    }),
  }),
});
