import {
  all,
  any,
  called,
  type DedicatedService,
  dedicatedService,
  defineRule,
  isFalse,
  type Subnet,
  type Truth,
  yes,
} from "isolint";

/** What each reserved subnet is for, also while it is empty. */
const OWNERS = {
  gateway: "vpn-gateway",
  firewall: "azure-firewall",
  "firewall-management": "azure-firewall-management",
  bastion: "bastion",
  "route-server": "route-server",
  "routing-appliance": "routing-appliance",
} as const;

interface Needs {
  readonly way: DedicatedService;
  readonly holds: Truth;
}

export default defineRule<Subnet>({
  title: "A subnet has a group or route table that its service does not allow",
  levels: { recommended: "error", strict: "error" },
  why: "Azure manages the traffic of these services itself. A network security group or route table there is refused, or cuts the service off from its control plane, and with it everything that depends on it.",
  remedy: "Detach it from the subnet, and filter at the subnets behind the service.",
  links: [
    "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub",
    "https://learn.microsoft.com/azure/firewall/firewall-faq",
    "https://learn.microsoft.com/azure/route-server/route-server-faq",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7"] },
  statements: [7],
  judges: ({ network }) => network.subnets.filter((subnet) => needsOf(subnet).length > 0),
  check: (subnet) => {
    const needs = needsOf(subnet);
    const group = all(subnet.nsg.isSet, any(...needs.map(({ way, holds }) => all(holds, refusesGroup(way)))));
    const table = all(
      subnet.routeTable.isSet,
      any(...needs.map(({ way, holds }) => all(holds, refusesTable(way)))),
    );
    return {
      fails: any(group, table),
      tell: () => {
        const byGroup = !isFalse(group);
        return {
          at: {
            resource: subnet.resource,
            path: byGroup ? "properties.networkSecurityGroup" : "properties.routeTable",
          },
          because: [byGroup ? subnet.nsg.value : subnet.routeTable.value],
          message: `Subnet ${called(subnet.resource)} has ${byGroup ? "a network security group" : "a route table"}, which ${needs[0]?.way.name ?? "its service"} does not support there.`,
        };
      },
    };
  },
});

function needsOf({ reserved, occupants }: Subnet): readonly Needs[] {
  const owner = reserved && dedicatedService(OWNERS[reserved]);
  const held = occupants.seen.flatMap(({ is: one, holds }) =>
    one.kind !== "service"
      ? []
      : one.placement.ways.seen.map(({ is: way, holds: applies }) => ({ way, holds: all(holds, applies) })),
  );
  return [...held, ...(owner ? [{ way: owner, holds: yes() }] : [])].filter(
    ({ way }) => !isFalse(any(refusesGroup(way), refusesTable(way))),
  );
}

/** On GatewaySubnet a group is documented as not supported, though Azure takes it. */
function refusesGroup({ nsg }: DedicatedService): Truth {
  return nsg === "forbidden" || nsg === "discouraged" ? yes() : any();
}

function refusesTable({ routeTable }: DedicatedService): Truth {
  return routeTable === "forbidden" ? yes() : any();
}
