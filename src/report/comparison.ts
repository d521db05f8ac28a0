import type { Network } from "../network/index.ts";

/** One row of the comparison of private endpoints and service endpoints: what it is about, and what each gives. */
export interface ComparisonRow {
  readonly aspect: string;
  readonly serviceEndpoint: string;
  readonly privateEndpoint: string;
}

/** The availability that Azure commits to for Private Link. */
const PRIVATE_LINK_AVAILABILITY = "99.99%";

/**
 * What the two ways of reaching a PaaS service privately differ in, with this network's own numbers. The rows are those of
 * Azure's article on integrating services with virtual networks, as Azure is now.
 */
export function comparison({ privateEndpoints, subnets }: Network): readonly ComparisonRow[] {
  const endpoints = privateEndpoints.length;
  const subnetsWith = subnets.filter(({ serviceEndpoints }) => serviceEndpoints.size > 0).length;
  return [
    {
      aspect: "In this stack",
      serviceEndpoint: `on ${subnetsWith} subnet(s)`,
      privateEndpoint: `${endpoints} endpoint(s)`,
    },
    {
      aspect: "Scope",
      serviceEndpoint: "the whole service, every customer's instances, unless a policy narrows it",
      privateEndpoint: "one instance",
    },
    { aspect: "Traffic stays on Microsoft's backbone", serviceEndpoint: "yes", privateEndpoint: "yes" },
    { aspect: "The public address can be turned off", serviceEndpoint: "no", privateEndpoint: "yes" },
    { aspect: "Reached without any public address", serviceEndpoint: "no", privateEndpoint: "yes" },
    {
      aspect: "Traffic from the network can be restricted",
      serviceEndpoint: "yes, by security groups and service tags",
      privateEndpoint: "yes, where the subnet's private endpoint policies are on",
    },
    {
      aspect: "Reached from on-premises",
      serviceEndpoint: "no; its public addresses must be admitted instead",
      privateEndpoint: "yes, by private peering or VPN, restricted by policies or a firewall",
    },
    {
      aspect: "DNS has to change",
      serviceEndpoint: "no",
      privateEndpoint: "yes, a private zone must answer",
    },
    {
      aspect: "Cost",
      serviceEndpoint: "none",
      privateEndpoint:
        endpoints === 0
          ? "by endpoint and hour, and by volume"
          : `${endpoints} endpoint(s) by the hour, and by volume`,
    },
    {
      aspect: "Availability it adds to the chain",
      serviceEndpoint: "none of its own",
      privateEndpoint: PRIVATE_LINK_AVAILABILITY,
    },
  ];
}
