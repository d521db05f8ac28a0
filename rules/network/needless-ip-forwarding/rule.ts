import { all, called, decided, defineRule, equal, isFalse, type NetworkInterface, not } from "isolint";

export default defineRule<NetworkInterface>({
  title: "An interface forwards traffic that nobody sends to it",
  levels: { recommended: "info", strict: "warning" },
  why: "Forwarding lets a machine pass on packets that are not its own. Without a route that uses it, it only helps whoever takes the machine over.",
  remedy: "Turn IP forwarding off, or add the route that needs it.",
  links: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "CM-7"] },
  judges: ({ network }) => network.interfaces.filter(({ forwards }) => !isFalse(forwards)),
  check: (nic, { network }) => {
    const routes = network.routeTables.flatMap((table) => [...table.routes]);
    const used = routes.map((route) =>
      not(not(route.owner.some((owner) => decided(owner === nic.resource)))),
    );
    const addresses = nic.configurations.flatMap(({ privateAddress }) =>
      routes.map((route) => equal(route.nextHopAddress, privateAddress)),
    );
    return {
      fails: all(nic.forwards, ...used.map(not), ...addresses.map(not)),
      at: { resource: nic.resource, path: "properties.enableIPForwarding" },
      message: () =>
        `Interface ${called(nic.resource)} forwards IP traffic, but no route of this stack leads to it.`,
    };
  },
});
