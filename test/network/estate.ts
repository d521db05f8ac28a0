import { type Network, type NetworkSettings, reachTable } from "../../src/network/index.ts";
import { networkOf, type TemplateResource } from "./stack.ts";

type Parts = Readonly<Record<string, unknown>>;

export const id = (type: string, ...names: readonly string[]): string =>
  `[resourceId('${type}', ${names.map((name) => `'${name}'`).join(", ")})]`;

const NETWORK = "Microsoft.Network/virtualNetworks";
export const subnetId = (network: string, name: string): string => id(`${NETWORK}/subnets`, network, name);
const ref = (type: string, ...names: readonly string[]): Parts => ({ id: id(type, ...names) });

/** A virtual network with subnets by name. */
export function vnet(
  name: string,
  space: string,
  subnets: Readonly<Record<string, Parts>>,
  more: Parts = {},
  location = "westeurope",
): TemplateResource {
  return {
    type: NETWORK,
    name,
    location,
    properties: {
      addressSpace: { addressPrefixes: [space] },
      subnets: Object.entries(subnets).map(([subnet, properties]) => ({ name: subnet, properties })),
      ...more,
    },
  };
}

/** Both halves of a peering. */
export function peered(a: string, b: string, ofA: Parts = {}, ofB: Parts = {}): readonly TemplateResource[] {
  const half = (from: string, to: string, more: Parts): TemplateResource => ({
    type: `${NETWORK}/virtualNetworkPeerings`,
    name: `${from}/to-${to}`,
    properties: { allowVirtualNetworkAccess: true, remoteVirtualNetwork: ref(NETWORK, to), ...more },
  });
  return [half(a, b, ofA), half(b, a, ofB)];
}

export const guarded = (nsg: string): Parts => ({
  networkSecurityGroup: ref("Microsoft.Network/networkSecurityGroups", nsg),
});
export const routed = (table: string): Parts => ({ routeTable: ref("Microsoft.Network/routeTables", table) });
export const endpointsFor = (...services: readonly string[]): Parts => ({
  serviceEndpoints: services.map((service) => ({ service })),
});

type Rule = readonly [
  access: "Allow" | "Deny",
  direction: "Inbound" | "Outbound",
  from: string,
  to: string,
  ports: string,
  protocol?: string,
];

/** A security group; rules get priorities from 100 on, in order. */
export function nsg(name: string, ...rules: readonly Rule[]): TemplateResource {
  return {
    type: "Microsoft.Network/networkSecurityGroups",
    name,
    location: "westeurope",
    properties: {
      securityRules: rules.map(([access, direction, from, to, ports, protocol = "Tcp"], at) => ({
        name: `rule${at}`,
        properties: {
          access,
          direction,
          protocol,
          priority: 100 + at,
          sourceAddressPrefix: from,
          sourcePortRange: "*",
          destinationAddressPrefix: to,
          destinationPortRange: ports,
        },
      })),
    },
  };
}

export function routes(
  name: string,
  ...list: readonly (readonly [prefix: string, hop: string, address?: string])[]
): TemplateResource {
  return {
    type: "Microsoft.Network/routeTables",
    name,
    location: "westeurope",
    properties: {
      routes: list.map(([addressPrefix, nextHopType, nextHopIpAddress], at) => ({
        name: `route${at}`,
        properties: { addressPrefix, nextHopType, ...(nextHopIpAddress && { nextHopIpAddress }) },
      })),
    },
  };
}

export function storage(name: string, properties: Parts = {}, location = "northeurope"): TemplateResource {
  return {
    type: "Microsoft.Storage/storageAccounts",
    name,
    location,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    properties,
  };
}

export function sql(name: string, properties: Parts = {}, location = "westeurope"): TemplateResource {
  return { type: "Microsoft.Sql/servers", name, location, properties };
}

export function sqlRule(server: string, name: string, start: string, end = start): TemplateResource {
  return {
    type: "Microsoft.Sql/servers/firewallRules",
    name: `${server}/${name}`,
    properties: { startIpAddress: start, endIpAddress: end },
  };
}

export function sqlNetworkRule(server: string, network: string, subnet: string): TemplateResource {
  return {
    type: "Microsoft.Sql/servers/virtualNetworkRules",
    name: `${server}/${subnet}`,
    properties: { virtualNetworkSubnetId: subnetId(network, subnet) },
  };
}

/** A private endpoint; `zone` gives it a zone group. */
export function endpoint(
  name: string,
  at: readonly [network: string, subnet: string],
  target: readonly [type: string, name: string],
  group: string,
  zone?: string,
  more: Parts = {},
): readonly TemplateResource[] {
  const made: TemplateResource = {
    type: "Microsoft.Network/privateEndpoints",
    name,
    location: "westeurope",
    properties: {
      subnet: { id: subnetId(...at) },
      privateLinkServiceConnections: [
        { name: "link", properties: { privateLinkServiceId: id(...target), groupIds: [group] } },
      ],
      ...more,
    },
  };
  if (!zone) return [made];
  return [
    made,
    {
      type: "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
      name: `${name}/default`,
      properties: {
        privateDnsZoneConfigs: [
          { name: "zone", properties: { privateDnsZoneId: id("Microsoft.Network/privateDnsZones", zone) } },
        ],
      },
    },
  ];
}

/** A private zone with links to networks. */
export function zone(name: string, ...networks: readonly string[]): readonly TemplateResource[] {
  return [
    { type: "Microsoft.Network/privateDnsZones", name, location: "global" },
    ...networks.map((network) => ({
      type: "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
      name: `${name}/${network}`,
      location: "global",
      properties: { registrationEnabled: false, virtualNetwork: ref(NETWORK, network) },
    })),
  ];
}

export const BLOB_ZONE = "privatelink.blob.core.windows.net";
export const SQL_ZONE = "privatelink.database.windows.net";

export function publicAddress(name: string, sku = "Standard"): TemplateResource {
  return {
    type: "Microsoft.Network/publicIPAddresses",
    name,
    location: "westeurope",
    sku: { name: sku },
    properties: { publicIPAllocationMethod: "Static" },
  };
}

export function nic(
  name: string,
  at: readonly [network: string, subnet: string],
  more: { readonly address?: string; readonly nsg?: string } = {},
): TemplateResource {
  return {
    type: "Microsoft.Network/networkInterfaces",
    name,
    location: "westeurope",
    properties: {
      ...(more.nsg && guarded(more.nsg)),
      ipConfigurations: [
        {
          name: "ipconfig",
          properties: {
            subnet: { id: subnetId(...at) },
            ...(more.address && {
              publicIPAddress: ref("Microsoft.Network/publicIPAddresses", more.address),
            }),
          },
        },
      ],
    },
  };
}

/** A VPN gateway with a site-to-site connection. */
export function vpn(network: string): readonly TemplateResource[] {
  return [
    {
      type: "Microsoft.Network/virtualNetworkGateways",
      name: `${network}-vpn`,
      location: "westeurope",
      properties: {
        gatewayType: "Vpn",
        ipConfigurations: [
          { name: "default", properties: { subnet: { id: subnetId(network, "GatewaySubnet") } } },
        ],
      },
    },
    {
      type: "Microsoft.Network/localNetworkGateways",
      name: "office",
      location: "westeurope",
      properties: {},
    },
    {
      type: "Microsoft.Network/connections",
      name: `${network}-office`,
      location: "westeurope",
      properties: {
        connectionType: "IPsec",
        virtualNetworkGateway1: ref("Microsoft.Network/virtualNetworkGateways", `${network}-vpn`),
        localNetworkGateway2: ref("Microsoft.Network/localNetworkGateways", "office"),
      },
    },
  ];
}

/** An Azure Firewall whose policy allows what the rules name. */
export function firewall(network: string, ...rules: readonly Parts[]): readonly TemplateResource[] {
  return [
    { type: "Microsoft.Network/firewallPolicies", name: "policy", location: "westeurope", properties: {} },
    {
      type: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
      name: "policy/rules",
      properties: {
        priority: 100,
        ruleCollections: [
          {
            ruleCollectionType: "FirewallPolicyFilterRuleCollection",
            name: "c",
            priority: 100,
            action: { type: "Allow" },
            rules,
          },
        ],
      },
    },
    {
      type: "Microsoft.Network/azureFirewalls",
      name: "fw",
      location: "westeurope",
      properties: {
        firewallPolicy: { id: id("Microsoft.Network/firewallPolicies", "policy") },
        ipConfigurations: [
          { name: "c", properties: { subnet: { id: subnetId(network, "AzureFirewallSubnet") } } },
        ],
      },
    },
  ];
}

/** A private resolver with an inbound endpoint. */
export function resolver(network: string, subnet: string, address?: string): readonly TemplateResource[] {
  return [
    {
      type: "Microsoft.Network/dnsResolvers",
      name: "resolver",
      location: "westeurope",
      properties: { virtualNetwork: ref(NETWORK, network) },
    },
    {
      type: "Microsoft.Network/dnsResolvers/inboundEndpoints",
      name: "resolver/inbound",
      location: "westeurope",
      properties: {
        ipConfigurations: [
          {
            subnet: { id: subnetId(network, subnet) },
            ...(address
              ? { privateIpAllocationMethod: "Static", privateIpAddress: address }
              : { privateIpAllocationMethod: "Dynamic" }),
          },
        ],
      },
    },
  ];
}

export const delegatedTo = (service: string): Parts => ({
  delegations: [{ name: "delegation", properties: { serviceName: service } }],
});

/** An estate to ask: `reach("app", "data", "blob")` is `allowed public`. */
export interface Estate {
  readonly network: Network;
  reach(from: string, to: string, group?: string): string;
  why(from: string, to: string, group?: string): readonly string[];
}

export async function estate(
  resources: readonly (TemplateResource | readonly TemplateResource[])[],
  settings: Partial<NetworkSettings> = {},
  parts: Parts = {},
): Promise<Estate> {
  const network = await networkOf(resources.flat() as TemplateResource[], settings, parts);
  const row = (from: string, to: string, group?: string) => {
    const rows = [...reachTable(network, { from: [from], to: [to] })];
    const found = rows.find(({ target }) => group === undefined || target.group === group);
    if (!found) throw new Error(`No row from ${from} to ${to}${group ? ` (${group})` : ""}.`);
    return found;
  };
  return {
    network,
    reach: (from, to, group) => {
      const { verdict, path } = row(from, to, group);
      return path === null ? verdict : `${verdict} ${path}`;
    },
    why: (from, to, group) =>
      row(from, to, group).evidence.map(({ effect, message }) => `${effect}: ${message}`),
  };
}
