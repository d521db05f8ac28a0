import {
  called,
  decided,
  defineRule,
  equal,
  isString,
  judge,
  not,
  type PrivateEndpoint,
  shown,
  type Truth,
  type Value,
} from "isolint";

export default defineRule<PrivateEndpoint>({
  title: "A private endpoint is in another region than its network",
  levels: { recommended: "error", strict: "error" },
  why: "A private endpoint is a network interface: it has to be in the region of the network in which it lies. Azure refuses any other. Its target may be anywhere.",
  remedy: "Take the endpoint's location from its virtual network.",
  links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-overview"],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [11],
  judges: ({ network }) => network.privateEndpoints,
  check: (endpoint) => {
    return {
      fails: endpoint.network.some((network) => not(isSameRegion(endpoint.location, network.location))),
      tell: () => {
        const [home] = endpoint.network;
        return {
          at: { resource: endpoint.resource, path: "location" },
          because: [endpoint.location],
          message: `Private endpoint ${called(endpoint.resource)} is in ${shown(endpoint.location)}, its network ${home ? `${called(home.resource)} in ${shown(home.location)}` : "elsewhere"}.`,
          related: home
            ? [{ message: "the network's region", at: { resource: home.resource, path: "location" } }]
            : [],
        };
      },
    };
  },
});

/** Regions compare without case and blanks: `West Europe` is `westeurope`. */
function isSameRegion(a: Value, b: Value): Truth {
  const fold = (text: string): string => text.replaceAll(" ", "").toLowerCase();
  return judge(a, (left) =>
    judge(b, (right) =>
      isString(left) && isString(right)
        ? decided(left.value === right.value || fold(left.value) === fold(right.value))
        : equal(left, right),
    ),
  );
}
