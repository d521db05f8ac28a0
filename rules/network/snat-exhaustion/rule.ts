import {
  all,
  called,
  decided,
  defineRule,
  isFalse,
  listed,
  type Network,
  not,
  type Service,
  type Subnet,
  sendsToAppliance,
  type Truth,
} from "isolint";

export default defineRule<Service>({
  title: "All clients reach a service through the ports of one appliance",
  levels: { recommended: "off", strict: "info" },
  why: "Every connection to a public address takes a port of the firewall or appliance that translates it. Many clients of one busy service use them up, and connections to everything else fail as well. Private endpoints and service endpoints need none.",
  remedy: "Give the service a private endpoint, or the clients' subnets a service endpoint for it.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/vnet-integration-for-azure-services#compare-private-endpoints-and-service-endpoints",
    "https://learn.microsoft.com/azure/firewall/integrate-with-nat-gateway",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "SC-5"] },
  statements: [16, 39],
  judges: ({ network }) =>
    clientsOf(network).some((subnet) => !isFalse(sendsToAppliance(subnet)))
      ? network.services.filter(
          ({ resource, judged, supportsPrivateLink }) =>
            resource.mode === "declared" && judged !== "management" && supportsPrivateLink,
        )
      : [],
  check: (service, { network }) => {
    const clients = clientsOf(network);
    return {
      fails: all(
        not(service.exposure.privateOnly),
        not(service.hasPrivateEndpoint),
        not(service.injected),
        ...clients.map((subnet) => all(sendsToAppliance(subnet), not(goesDirectly(subnet, service)))),
      ),
      tell: () => ({
        because: [],
        message: `${service.label} ${called(service.resource)} has neither private endpoint nor service endpoint: ${listed(
          clients.map(({ resource }) => called(resource)),
          3,
        )} can reach it only through the ports of an appliance.`,
      }),
    };
  },
});

/** Subnets that clients can run in: those that hold something, as far as anything is known to lie anywhere. */
function clientsOf({ subnets }: Network): readonly Subnet[] {
  const able = subnets.filter(({ holdsClients }) => !isFalse(holdsClients));
  const busy = able.filter(({ occupants }) => [...occupants].some(({ kind }) => kind !== "private-endpoint"));
  return busy.length > 0 ? busy : able;
}

function goesDirectly(subnet: Subnet, { serviceEndpoint }: Service): Truth {
  return serviceEndpoint === undefined ? decided(false) : subnet.hasServiceEndpoint(serviceEndpoint);
}
