import { Ports, parseAddress, Ranges } from "../../src/azure/index.ts";
import type { Nsg, Protocol } from "../../src/network/index.ts";
import { outcomeOf } from "../../src/value/index.ts";
import fc from "../random.ts";
import { estate, guarded, nsg, vnet } from "./estate.ts";
import { networkOf, type TemplateResource } from "./stack.ts";

async function groupOf(rules: Parameters<typeof nsg>[1][], parameters = {}): Promise<Nsg> {
  const { network } = await estate([nsg("g", ...rules)], {}, { parameters });
  return network.nsgs[0] as Nsg;
}

const internet = { direction: "Inbound", from: { kind: "internet" } } as const;
const admitted = (group: Nsg, ports = Ports.all): string =>
  group
    .admitted({ ...internet, ports })
    .filter(({ holds }) => outcomeOf(holds) !== "false")
    .map(
      ({ rule, ports: open, everyone }) =>
        `${rule?.resource.name.kind === "literal" ? rule.resource.name.value : "default"} ${open}${everyone ? " everyone" : ""}`,
    )
    .join("; ");

describe("what gets in from the internet", () => {
  test.each<readonly [string, Parameters<typeof nsg>[1][], string]>([
    ["nothing by default", [], ""],
    ["a port from the tag", [["Allow", "Inbound", "Internet", "*", "22"]], "rule0 22 everyone"],
    ["a port from anywhere", [["Allow", "Inbound", "*", "*", "22"]], "rule0 22 everyone"],
    ["a port from 0.0.0.0/0", [["Allow", "Inbound", "0.0.0.0/0", "*", "22"]], "rule0 22 everyone"],
    [
      "words in other cases",
      [["allow" as "Allow", "inbound" as "Inbound", "INTERNET", "*", "22", "tcp"]],
      "rule0 22 everyone",
    ],
    ["an office only", [["Allow", "Inbound", "203.0.113.0/24", "*", "22"]], "rule0 22"],
    ["a private range is not the internet", [["Allow", "Inbound", "10.0.0.0/8", "*", "22"]], ""],
    [
      "the tag of the network is not the internet",
      [["Allow", "Inbound", "VirtualNetwork", "*", "*", "*"]],
      "",
    ],
    ["a service's tag is not the internet", [["Allow", "Inbound", "AzureFrontDoor.Backend", "*", "443"]], ""],
    [
      "a deny above",
      [
        ["Deny", "Inbound", "Internet", "*", "*", "*"],
        ["Allow", "Inbound", "*", "*", "22"],
      ],
      "",
    ],
    [
      "a deny of one port above",
      [
        ["Deny", "Inbound", "*", "*", "22"],
        ["Allow", "Inbound", "*", "*", "20-25"],
      ],
      "rule1 20-21, 23-25 everyone",
    ],
    [
      "a deny of one protocol above",
      [
        ["Deny", "Inbound", "*", "*", "*", "Udp"],
        ["Allow", "Inbound", "*", "*", "53", "*"],
      ],
      "rule1 53 everyone",
    ],
    [
      "a deny of half the internet above",
      [
        ["Deny", "Inbound", "0.0.0.0/1", "*", "*", "*"],
        ["Allow", "Inbound", "*", "*", "22"],
      ],
      "rule1 22",
    ],
    ["outbound rules say nothing", [["Allow", "Outbound", "*", "*", "*", "*"]], ""],
  ])("%s", async (_, rules, expected) => {
    expect(admitted(await groupOf(rules))).toBe(expected);
  });

  test("both halves together are everyone, though neither rule is", async () => {
    const group = await groupOf([
      ["Allow", "Inbound", "0.0.0.0/1", "*", "22"],
      ["Allow", "Inbound", "128.0.0.0/1", "*", "22"],
    ]);
    expect(outcomeOf(group.admitsEveryone({ direction: "Inbound" }))).toBe("true");
    expect(admitted(group)).toBe("rule0 22; rule1 22");
  });

  test("a prefix that nobody knows is unknown, but not where a deny comes first", async () => {
    const parameters = { from: { type: "string" } };
    const open: Parameters<typeof nsg>[1] = ["Allow", "Inbound", "[parameters('from')]", "*", "22"];
    expect(outcomeOf((await groupOf([open], parameters)).admits(internet))).toBe("unknown");
    expect(
      outcomeOf(
        (await groupOf([["Deny", "Inbound", "*", "*", "*", "*"], open], parameters)).admits(internet),
      ),
    ).toBe("false");
  });
});

describe("a rule that can never match", () => {
  const shadows = async (...rules: Parameters<typeof nsg>[1][]): Promise<readonly string[]> =>
    [...(await groupOf(rules)).rules].map(({ shadowed }) => outcomeOf(shadowed.holds));
  test.each<readonly [string, Parameters<typeof nsg>[1][], readonly string[]]>([
    [
      "a wider rule before it",
      [
        ["Deny", "Inbound", "*", "*", "*", "*"],
        ["Allow", "Inbound", "Internet", "*", "22"],
      ],
      ["false", "true"],
    ],
    [
      "two halves before it",
      [
        ["Allow", "Inbound", "*", "*", "0-1000"],
        ["Allow", "Inbound", "*", "*", "1001-65535"],
        ["Deny", "Inbound", "*", "*", "22"],
      ],
      ["false", "false", "true"],
    ],
    [
      "a tag below the internet",
      [
        ["Deny", "Inbound", "Internet", "*", "*", "*"],
        ["Allow", "Inbound", "GatewayManager", "*", "443"],
      ],
      ["false", "true"],
    ],
    [
      "a region below its tag",
      [
        ["Deny", "Outbound", "*", "Storage", "*", "*"],
        ["Allow", "Outbound", "*", "Storage.WestEurope", "443"],
      ],
      ["false", "true"],
    ],
    [
      "a service's tag below the whole cloud",
      [
        ["Deny", "Outbound", "*", "AzureCloud", "*", "*"],
        ["Allow", "Outbound", "*", "Sql", "1433"],
      ],
      ["false", "true"],
    ],
    [
      "a region does not cover the tag",
      [
        ["Deny", "Outbound", "*", "Storage.WestEurope", "*", "*"],
        ["Allow", "Outbound", "*", "Storage", "443"],
      ],
      ["false", "false"],
    ],
    [
      "another protocol",
      [
        ["Deny", "Inbound", "*", "*", "*", "Udp"],
        ["Allow", "Inbound", "*", "*", "22"],
      ],
      ["false", "false"],
    ],
    [
      "the tag of the network is not the internet's",
      [
        ["Deny", "Inbound", "Internet", "*", "*", "*"],
        ["Allow", "Inbound", "VirtualNetwork", "*", "22"],
      ],
      ["false", "false"],
    ],
  ])("%s", async (_, rules, expected) => {
    expect(await shadows(...rules)).toEqual(expected);
  });
});

describe("the whole rule set against sampled packets", () => {
  const prefix = fc.constantFrom(
    "*",
    "10.0.0.0/8",
    "10.0.1.0/24",
    "10.0.1.7",
    "203.0.113.0/24",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "172.16.0.0/12",
  );
  const ports = fc.constantFrom("*", "22", "20-25", "443", "1000-2000", "0-65535");
  const rule = fc.record({
    access: fc.constantFrom("Allow", "Deny"),
    protocol: fc.constantFrom("*", "Tcp", "Udp"),
    from: fc.array(prefix, { minLength: 1, maxLength: 2 }),
    to: prefix,
    ports: fc.array(ports, { minLength: 1, maxLength: 2 }),
    exists: fc.constantFrom(true, false),
  });
  const packet = fc.record({
    from: fc.constantFrom(
      "10.0.1.7",
      "10.0.1.8",
      "10.9.9.9",
      "203.0.113.5",
      "8.8.8.8",
      "172.16.3.4",
      "192.168.1.1",
      "150.1.1.1",
    ),
    to: fc.constantFrom("10.0.1.7", "10.0.2.2", "203.0.113.5"),
    port: fc.constantFrom(0, 19, 20, 22, 25, 26, 443, 1000, 1500, 65535),
    protocol: fc.constantFrom<Protocol>("Tcp", "Udp"),
  });

  test("agrees with asking rule after rule", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { maxLength: 6 }),
        fc.array(packet, { minLength: 8, maxLength: 8 }),
        async (rules, packets) => {
          const network = await networkOf([
            vnet("v", "10.0.0.0/16", { a: { addressPrefix: "10.0.1.0/24", ...guarded("g") } }),
            {
              type: "Microsoft.Network/networkSecurityGroups",
              name: "g",
              properties: {
                securityRules: rules
                  .filter(({ exists }) => exists)
                  .map((one, at) => ({
                    name: `r${at}`,
                    properties: {
                      priority: 100 + at,
                      direction: "Inbound",
                      access: one.access,
                      protocol: one.protocol,
                      sourceAddressPrefixes: one.from,
                      sourcePortRange: "*",
                      destinationAddressPrefix: one.to,
                      destinationPortRanges: one.ports,
                    },
                  })),
              },
            } as TemplateResource,
          ]);
          const group = network.nsgs[0] as Nsg;
          for (const one of packets) {
            const expected = bruteForce(
              rules.filter(({ exists }) => exists),
              one,
            );
            const truth = group.admits({
              direction: "Inbound",
              from: { kind: "ranges", ranges: Ranges.parse(one.from) },
              to: { kind: "ranges", ranges: Ranges.parse(one.to) },
              ports: Ports.of(one.port),
              protocols: [one.protocol],
            });
            expect([one, outcomeOf(truth)]).toEqual([one, String(expected)]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  interface PlainRule {
    readonly access: string;
    readonly protocol: string;
    readonly from: readonly string[];
    readonly to: string;
    readonly ports: readonly string[];
  }
  interface Packet {
    readonly from: string;
    readonly to: string;
    readonly port: number;
    readonly protocol: Protocol;
  }

  /** The rules in order, one packet at a time, then Azure's default rules for the network 10.0.0.0/16. */
  function bruteForce(rules: readonly PlainRule[], { from, to, port, protocol }: Packet): boolean {
    const holds = (prefixText: string, address: string): boolean =>
      prefixText === "*" || Ranges.parse(prefixText).covers(Ranges.parse(address));
    const hasPort = (text: string): boolean => {
      if (text === "*") return true;
      const [first = 0, last = first] = text.split("-").map(Number);
      return first <= port && port <= last;
    };
    for (const one of rules) {
      const matches =
        (one.protocol === "*" || one.protocol === protocol) &&
        one.from.some((text) => holds(text, from)) &&
        holds(one.to, to) &&
        one.ports.some(hasPort);
      if (matches) return one.access === "Allow";
    }
    const inside = (address: string): boolean =>
      parseAddress(address) !== undefined && holds("10.0.0.0/16", address);
    return inside(from) && inside(to);
  }
});

test("a security group of a thousand rules has an answer", async () => {
  const rules = Array.from({ length: 1000 }, (_, at): Parameters<typeof nsg>[1] => [
    at % 3 === 0 ? "Deny" : "Allow",
    "Inbound",
    `10.${at % 250}.0.0/16`,
    `10.${(at * 7) % 250}.${at % 200}.0/24`,
    String(1000 + at),
  ]);
  const group = await groupOf(rules);
  expect(outcomeOf(group.admits(internet))).toBe("false");
});
