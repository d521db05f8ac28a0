/** One statement of the source document, in our own words, and what carries it besides the rules that name it. */
export interface SourceStatement {
  readonly number: number;
  readonly says: string;
  /** Steps of reachability and rows of the report. */
  readonly also?: string;
  /** Tests and fixtures beyond the pages of the rules: path, and what to look for in it. */
  readonly proof?: readonly (readonly [path: string, what: string])[];
  /** Rules that are to carry it; told as missing until they are there. */
  readonly wants?: readonly string[];
}

export interface SourceSection {
  readonly title: string;
  readonly statements: readonly SourceStatement[];
}

const PICTURES = "test/network/source-document.test.ts";
const SUBNET = "test/network/reach-subnet.test.ts";
const OTHERS = "test/network/reach-others.test.ts";
const COMPARISON = "test/report/comparison.test.ts";
const EXAMPLES = "services-that-the-article-names";

/** Azure's article on integrating services with virtual networks for network isolation, statement by statement. */
export const SOURCE_SECTIONS: readonly SourceSection[] = [
  {
    title: "Virtual networks",
    statements: [
      {
        number: 1,
        says: "Integration locks a service to the virtual network's infrastructure, which includes peered networks and on-premises",
        also: "reach: subnets, peered subnets and on-premises are sources",
        proof: [["fixtures/reach/hub-and-spoke/expected.txt", "every source about one vault"]],
      },
      {
        number: 2,
        says: "There are four methods: a dedicated instance in the network, private endpoint, service endpoint, service tags",
        also: "report: [isolation method](../src/report/isolation.ts) of each service",
        proof: [
          [
            "test/report/isolation.test.ts",
            "each service is told with the methods that isolate it: one of the four, several, or none",
          ],
          ["test/cli/commands.test.ts", "the page says how each service is isolated"],
        ],
      },
    ],
  },
  {
    title: "Dedicated services",
    statements: [
      {
        number: 3,
        says: "Resources in one network talk over private addresses",
        also: "reach: injected, same network",
        proof: [
          [OTHERS, "an interface: from a subnet of its network"],
          [OTHERS, "dedicated services: from the same network"],
          [PICTURES, "machines of one network"],
        ],
      },
      {
        number: 4,
        says: "On-premises reaches them over VPN gateway or ExpressRoute",
        also: "reach: on-premises to injected",
        proof: [[OTHERS, "dedicated services: from on-premises, over the gateway of a peered hub"]],
      },
      {
        number: 5,
        says: "Peered networks reach them",
        also: "reach: peered subnet to injected",
        proof: [
          [OTHERS, "an interface: from a peered network"],
          [OTHERS, "dedicated services: from a peered network"],
        ],
      },
      {
        number: 6,
        says: "Instances sit in a subnet whose security group must open what the service needs",
        wants: ["dedicated/required-rules-blocked", "dedicated/missing-nsg"],
      },
      {
        number: 7,
        says: "Some services restrict their subnet: policies, routes, what else may be in it",
        wants: [
          "dedicated/shared-subnet",
          "dedicated/forbidden-nsg",
          "dedicated/wrong-subnet-name",
          "dedicated/subnet-too-small",
        ],
      },
      {
        number: 8,
        says: "Examples: NetApp Files, Dedicated HSM, Container Instances, App Service",
        also: "the catalogue of dedicated services has all four; the rules on dedicated services read it",
        proof: [
          example("wrong-delegation", "each in a subnet with and without its delegation"),
          example("shared-subnet", "each alone in its subnet and beside another"),
          example("subnet-too-small", "those that document a size"),
          example("forbidden-nsg", "a Dedicated HSM under a security group"),
          example("required-rules-blocked", "an App Service Environment whose group lets nothing in"),
        ],
      },
      { number: 9, says: "A service may need a delegated subnet" },
      {
        number: 10,
        says: "Some services can be deployed into the network but are not",
        wants: ["dedicated/not-injected"],
      },
    ],
  },
  {
    title: "Private endpoints",
    statements: [
      {
        number: 11,
        says: "Ingress from the network to one resource, by an address of the network and without public addresses",
        also: "reach: private endpoint path",
        proof: [["fixtures/reach/private-endpoint-picture/expected.txt", "clients to the private server"]],
      },
      {
        number: 12,
        says: "Instances without an endpoint are reached over public addresses",
        also: "reach: public path",
        proof: [["fixtures/reach/private-endpoint-picture/expected.txt", "clients to the other server"]],
      },
      {
        number: 13,
        says: "DNS decides: the client takes the endpoint because the same host name resolves to its address",
        also: "reach: the DNS step",
        proof: [[SUBNET, "a subnet and a storage account: DNS decides"]],
      },
      {
        number: 14,
        says: "The application stays as it is, but name resolution in the network must be set up",
        proof: [[SUBNET, "a subnet and a storage account: DNS decides"]],
      },
      {
        number: 15,
        says: "The public address can still exist beside the endpoint; the firewall can now refuse it",
        proof: [[PICTURES, "beside an open public side the clients take the endpoint all the same"]],
      },
      {
        number: 16,
        says: "Clients reach instances without an endpoint with a public source address",
        also: "reach: the public path and the subnet's way out",
        proof: [
          [SUBNET, "a subnet on the public path"],
          [PICTURES, "an instance without endpoint sees the same clients with a public address"],
          [PICTURES, "clients of another network do, too"],
        ],
      },
      {
        number: 17,
        says: "With a fully private path the service can turn public access off",
        proof: [[PICTURES, "with public access off nobody else does"]],
      },
      {
        number: 18,
        says: "Exfiltration is prevented by refusing the public addresses of all services while the own instances are reached by endpoint",
        proof: [
          [SUBNET, "denied, and only another service's tag is allowed"],
          [PICTURES, "data cannot be taken out where public addresses are refused"],
        ],
      },
      {
        number: 19,
        says: "Security groups do not act on endpoints (2020). Today they do when the subnet's private endpoint policies are on",
        also: "reach: inbound rules at the endpoint, under the subnet's policies",
        proof: [[SUBNET, "security groups on the way to an endpoint"]],
      },
      {
        number: 20,
        says: "Whatever has line of sight has access, peered networks and on-premises too",
        also: "reach: peered subnets and on-premises to an endpoint",
        proof: [
          [SUBNET, "a subnet and an endpoint in another network"],
          [OTHERS, "on-premises and a storage account"],
        ],
      },
    ],
  },
  {
    title: "Service endpoints",
    statements: [
      {
        number: 21,
        says: "The route stays on the backbone, and the service sees a private source address",
        also: "reach: service endpoint path; address rules do not match it",
        proof: [
          [SUBNET, "an address rule does not match its private address"],
          [PICTURES, "a subnet without any way out to public addresses"],
        ],
      },
      {
        number: 22,
        says: "The service's firewall can then admit a given subnet",
        also: "reach: network rules of the service",
        proof: [
          ["fixtures/reach/service-endpoint-picture/expected.txt", "subnet A"],
          [PICTURES, "the server is closed to the internet"],
        ],
      },
      {
        number: 23,
        says: "DNS keeps answering with public addresses, and the public address cannot be turned off",
        also: 'report: the rows "The public address can be turned off" and "DNS has to change" of the [comparison](../src/report/comparison.ts)',
        proof: [[SUBNET, "a subnet with a service endpoint: public access off closes it, too"]],
      },
      {
        number: 24,
        says: "A subnet without the endpoint comes with a public address, which the firewall would have to admit",
        also: "reach: subnet B of the picture",
        proof: [["fixtures/reach/service-endpoint-picture/expected.txt", "subnet B"]],
      },
      {
        number: 25,
        says: "They hold for all instances of the service, those of other customers included",
        also: 'reach: subnet A also takes its service endpoint to another server; report: the row "Scope" of the [comparison](../src/report/comparison.ts)',
        proof: [[PICTURES, "subnet A takes the service endpoint to any server"]],
      },
      {
        number: 26,
        says: "On-premises cannot use them: its public addresses must be admitted",
        also: "reach: on-premises by address rules",
        proof: [[OTHERS, "on-premises and a storage account: service endpoint rules never admit it"]],
      },
      {
        number: 27,
        says: "Without endpoints, source addresses can change or be shared with other customers",
        also: "reach: other tenants as a source, `any-azure`",
        proof: [
          [OTHERS, "trusted services and other tenants"],
          [PICTURES, "and to other customers, who may share an address with a subnet"],
        ],
      },
    ],
  },
  {
    title: "Service tags",
    statements: [
      {
        number: 28,
        says: "A tag stands for a service's address ranges, in security groups and Azure Firewall",
        also: "reach: tags in security groups and routes",
        proof: [
          ["test/network/nsg.test.ts", "the whole rule set against sampled packets"],
          [OTHERS, "an interface: the tag of the cloud"],
          [
            OTHERS,
            "a firewall in the hub: to the public side of a service: a network rule names the service's tag",
          ],
        ],
      },
      {
        number: 29,
        says: "Deny the internet in and out, and allow only the tags of the services needed",
        proof: [[SUBNET, "denied, but the service's tag is allowed above"]],
      },
    ],
  },
  {
    title: "Comparison of service endpoints and private endpoints",
    statements: [
      row(30, "Scope: the entire service, or one instance", "Scope"),
      row(31, "Traffic stays on the backbone: both", "Traffic stays on Microsoft's backbone"),
      row(32, "The public address can be disabled: no, or yes", "The public address can be turned off"),
      row(33, "Reached without any public address: no, or yes", "Reached without any public address"),
      row(
        34,
        "Traffic from a network can be restricted: yes, or (then) not by security groups; today with policies",
        "Traffic from the network can be restricted",
      ),
      row(
        35,
        "Traffic from on-premises can be restricted: not applicable, or (then) not; today with policies or routes through a firewall",
        "Reached from on-premises",
      ),
      row(36, "DNS changes: no, or yes", "DNS has to change"),
      row(37, "Cost: no, or yes", "Cost"),
      row(38, "Adds to the composite SLA: no, or yes", "Availability it adds to the chain"),
    ],
  },
  {
    title: "Both",
    statements: [
      {
        number: 39,
        says: "Both avoid that an appliance runs out of ports for translating addresses",
        wants: ["network/snat-exhaustion"],
      },
      {
        number: 40,
        says: "Through a firewall, service endpoints belong on the firewall's subnet and not on the source's",
        also: "reach: a service endpoint's route wins over the default route",
        proof: [
          [SUBNET, "the endpoint's route wins over a default route to nowhere"],
          [PICTURES, "through a firewall in the hub"],
        ],
      },
      {
        number: 41,
        says: "Through a firewall, private endpoints need a route for their address on the source's subnet",
        wants: ["private-endpoint/bypasses-firewall"],
      },
      {
        number: 42,
        says: "Next steps: integration of applications, service tags for restricting access, Cosmos DB by private link",
        also: "reach: all three in one stack; the demo estate has a web application, and a Cosmos DB account without an endpoint, whose finding says how to close it",
        proof: [
          ["fixtures/reach/next-steps/expected.txt", "the web application to storage, a vault and Cosmos DB"],
          ["test/demo.test.ts", "has every mistake that its README lists"],
        ],
        wants: ["dedicated/not-routing-all"],
      },
    ],
  },
];

function row(number: number, says: string, aspect: string): SourceStatement {
  return {
    number,
    says,
    also: `report: the row "${aspect}" of the [comparison](../src/report/comparison.ts)`,
    proof: [[COMPARISON, "the rows are those of the article, as Azure is now"]],
  };
}

/** The services that the article names, judged by one rule on dedicated services. */
function example(rule: string, what: string): readonly [path: string, what: string] {
  return [`fixtures/rules/dedicated/${rule}/${EXAMPLES}/expected.json`, what];
}
