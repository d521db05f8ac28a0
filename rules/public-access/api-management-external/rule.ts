import { all, any, called, defineRule, is, isOneOf, isTrue, not, type Resource } from "isolint";

const MODE = "properties.virtualNetworkType";
const SWITCH = "properties.publicNetworkAccess";

export default defineRule<Resource>({
  title: "An API Management gateway can be reached from the internet",
  levels: { recommended: "warning", strict: "error" },
  why: "The gateway, the portal and the management endpoint answer everyone. Whatever the gateway reaches inside the network is one mistaken policy away from the internet.",
  remedy:
    "Place the service in a network in internal mode, or turn public network access off and use a private endpoint; publish APIs through an application gateway.",
  links: [
    "https://learn.microsoft.com/azure/api-management/virtual-network-concepts",
    "https://learn.microsoft.com/azure/api-management/private-endpoint",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [9],
  judges: ({ network }) => network.graph.ofType("Microsoft.ApiManagement/service"),
  check: (service, { strict }) => {
    const mode = service.get(MODE);
    const isOn = not(is(service.get(SWITCH), "Disabled"));
    // In Standard v2 the mode External is integration for what goes out; the gateway stays where it was.
    const injected = all(is(mode, "External"), not(isOneOf(service.get("sku.name"), ["StandardV2"])));
    const isInside = strict ? is(mode, "Internal") : any(is(mode, "Internal"), injected);
    return {
      fails: all(isOn, not(isInside)),
      tell: () => ({
        at: { resource: service, path: MODE },
        because: [mode, service.get(SWITCH)],
        message: isTrue(is(mode, "External"))
          ? `API Management ${called(service)} is connected to a network in external mode: its gateway keeps a public address.`
          : `API Management ${called(service)} lies in no network and its public access is on: its gateway answers the internet.`,
      }),
    };
  },
});
