import { all, called, defineRule, listed, Ports, type Subnet } from "isolint";

/** Remote shells and desktops: how an intruder moves from machine to machine. */
const REMOTE_LOGIN = Ports.of(22, 3389, 5985, 5986);

export default defineRule<Subnet>({
  title: "Machines of a subnet can log in to the rest of the network",
  levels: { recommended: "off", strict: "warning" },
  why: "Whoever takes over one machine tries the next one over SSH, RDP or WinRM. A group that keeps these ports closed on the way out stops that at the first.",
  remedy:
    "Deny 22, 3389, 5985 and 5986 to VirtualNetwork on the way out, and allow them from where administrators come.",
  links: ["https://learn.microsoft.com/security/benchmark/azure/mcsb-v2-network-security"],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [29],
  judges: ({ network }) =>
    network.subnets.filter(({ nsg, reserved }) => reserved === undefined && nsg.to.size > 0),
  check: ({ resource, nsg }) => {
    const flow = {
      direction: "Outbound",
      to: { kind: "network" },
      ports: REMOTE_LOGIN,
      protocols: ["Tcp"],
    } as const;
    const open = [...nsg.to].flatMap((one) => one.admitted(flow));
    const ports = open.reduce((all_, one) => all_.union(one.ports), Ports.none);
    return {
      fails: all(nsg.isSet, () => nsg.to.some((one) => one.admits(flow))),
      tell: () => {
        const [group] = nsg.to;
        return {
          at: { resource, path: "properties.networkSecurityGroup" },
          message: `From subnet ${called(resource)} the rest of the network can be logged in to on ${listed(ports.list.map(({ first, last }) => (first === last ? `port ${first}` : `ports ${first} to ${last}`)))}: ${group ? called(group.resource) : "its group"} lets it out.`,
          related: group ? [{ message: "the group", at: { resource: group.resource } }] : [],
        };
      },
    };
  },
});
