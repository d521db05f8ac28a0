import {
  all,
  any,
  called,
  type DocumentedRule,
  decided,
  defineRule,
  type Flow,
  follow,
  is,
  isFalse,
  isSet,
  isString,
  isTrue,
  itemsOf,
  listed,
  type Nsg,
  no,
  not,
  type Party,
  type Placement,
  Ports,
  type Subnet,
  type Truth,
  unknown,
} from "isolint";

interface Blocked {
  readonly rule: DocumentedRule;
  readonly placement: Placement;
  readonly holds: Truth;
}

export default defineRule<Subnet>({
  title: "A network security group blocks what the service in the subnet needs",
  levels: { recommended: "error", strict: "error" },
  why: "A service in a subnet still talks to Azure: to be managed, probed, and to reach its own storage and identity. A group that blocks one of the documented ways makes the service fail, often only at the next update.",
  remedy: "Allow the traffic that the message lists, above the rule that denies it.",
  links: [
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-for-azure-services",
    "https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#network-security-groups",
    "https://learn.microsoft.com/azure/bastion/bastion-nsg",
    "https://learn.microsoft.com/azure/api-management/virtual-network-reference",
  ],
  controls: { mcsb: ["NS-1"], nist: ["SC-7", "AC-4"] },
  statements: [6],
  judges: ({ network }) =>
    network.subnets.filter((subnet) => subnet.nsg.to.size > 0 && requirementsOf(subnet).length > 0),
  check: (subnet) => {
    const blocked = requirementsOf(subnet)
      .map((one) => ({ ...one, holds: all(one.holds, isBlocked(one.rule, one.placement, subnet)) }))
      .filter(({ holds }) => !isFalse(holds));
    return {
      fails: any(...blocked.map(({ holds }) => holds)),
      tell: () => {
        const sure = blocked.filter(({ holds }) => isTrue(holds));
        const told = sure.length > 0 ? sure : blocked;
        const [first] = told;
        const [group] = subnet.nsg.to;
        return {
          at: { resource: subnet.resource, path: "properties.networkSecurityGroup" },
          because: [],
          message: `${group ? called(group.resource) : "The group"} of subnet ${called(subnet.resource)} blocks what ${first ? `${[...first.placement.ways][0]?.name} ${called(first.placement.resource)}` : "its service"} needs: ${listed([...new Set(told.map(({ rule }) => described(rule)))])}.`,
          related: [
            ...(group ? [{ message: "the group", at: { resource: group.resource } }] : []),
            ...(first ? [{ message: "the service", at: { resource: first.placement.resource } }] : []),
          ],
        };
      },
    };
  },
});

/** Rules that the services of a subnet document, without those the platform sets itself and those for the owner's own clients. */
function requirementsOf({ occupants, delegations }: Subnet): readonly Blocked[] {
  return occupants.seen.flatMap(({ is: one, holds: lies }) => {
    if (one.kind !== "service") return [];
    const { placement } = one;
    return placement.ways.seen.flatMap(({ is: way, holds: applies }) =>
      (way.rules ?? []).filter(isJudged).map((rule) => ({
        rule,
        placement,
        holds: all(
          ...[lies, applies],
          way.id === "app-gateway-v2" ? not(isPrivateGateway(placement, delegations)) : all(),
        ),
      })),
    );
  });
}

function isJudged({
  required,
  managedByPlatform,
  when,
  direction,
  source,
  destination,
}: DocumentedRule): boolean {
  const other = direction === "Inbound" ? source : destination;
  // Rules do not act on Azure's own DNS unless they name it.
  const isDns = other === "AzurePlatformDNS" || /^\d/.test(other);
  const isClients = direction === "Inbound" && other === "Internet";
  const isPlaceholder = /^\{(?!subnet\})/.test(other);
  return required && !managedByPlatform && when === undefined && !isClients && !isPlaceholder && !isDns;
}

/** A gateway without a public frontend in a subnet delegated to it needs neither its manager nor the internet. */
function isPrivateGateway({ resource }: Placement, delegations: Subnet["delegations"]): Truth {
  const frontends = itemsOf(resource.get("properties.frontendIPConfigurations")).items;
  return all(
    delegations.some(({ service }) => is(service, "Microsoft.Network/applicationGateways")),
    ...frontends.map((one) => not(isSet(follow(one, "properties.publicIPAddress.id")))),
  );
}

function isBlocked(rule: DocumentedRule, { resource }: Placement, subnet: Subnet): Truth {
  const own: Party | undefined = subnet.prefixes.known.isEmpty ? undefined : { kind: "subnet", subnet };
  const location = resource.get("location");
  const region = isString(location) ? location.value.replaceAll(" ", "").toLowerCase() : undefined;
  const inbound = rule.direction === "Inbound";
  const other = partyOf(inbound ? rule.source : rule.destination, own, region);
  const flow: Flow = {
    direction: rule.direction,
    ...(inbound ? sides(other, own) : sides(own, other)),
    ports: portsOf(rule),
    protocols: [/^udp$/i.test(rule.protocol) ? "Udp" : "Tcp"],
  };
  return subnet.nsg.to.some((group) => closes(group, flow, portsOf(rule)));
}

function sides(from: Party | undefined, to: Party | undefined): Pick<Flow, "from" | "to"> {
  return { ...(from && { from }), ...(to && { to }) };
}

function partyOf(text: string, own: Party | undefined, region: string | undefined): Party | undefined {
  if (text === "*" || /^any$/i.test(text)) return { kind: "internet" };
  if (text === "{subnet}") return own;
  if (text === "VirtualNetwork") return { kind: "network" };
  if (text === "Internet") return { kind: "internet" };
  const tag = region ? text.replace("{region}", region) : text.replace(".{region}", "");
  return { kind: "tag", tag };
}

/** Whether some of the ports do not get through. */
function closes(group: Nsg, flow: Flow, ports: Ports): Truth {
  const admitted = group.admitted(flow);
  const open = admitted.filter(({ holds }) => isTrue(holds));
  const missing = open.reduce((left, one) => left.subtract(one.ports), ports);
  if (missing.isEmpty) return no();
  const may = admitted.filter((one) => one.ports.covers(missing)).map(({ holds }) => holds);
  const doubt = admitted.some((one) => one.ports.overlaps(missing)) && may.length === 0;
  return all(
    // Where every way through the rules ends in one that allows, it does not matter which.
    group.stops(flow),
    not(any(...may)),
    not(group.rules.more),
    doubt ? unknown("which of the ports the group lets through") : decided(true),
  );
}

function portsOf({ ports }: DocumentedRule): Ports {
  const ranges = ports.map((text) => {
    if (text === "*") return { first: 0, last: 65535 };
    const [first = "0", last = first] = text.split("-");
    return { first: Number(first), last: Number(last) };
  });
  return Ports.of(...ranges);
}

function described({ direction, source, destination, ports, protocol }: DocumentedRule): string {
  const what = ports.includes("*") ? "any port" : `${/^udp$/i.test(protocol) ? "UDP " : ""}${listed(ports)}`;
  const name = (text: string): string =>
    text === "{subnet}" ? "the subnet itself" : text === "*" ? "anywhere" : text.replace(".{region}", "");
  return direction === "Inbound" ? `${what} from ${name(source)}` : `${what} to ${name(destination)}`;
}
