import { Ports } from "../../src/azure/index.ts";
import { outcomeOf } from "../../src/value/index.ts";
import { publicAddress } from "./estate.ts";
import { networkOf, type TemplateResource } from "./stack.ts";

const BALANCER = "Microsoft.Network/loadBalancers";
const frontendId = (name: string): string =>
  `[resourceId('${BALANCER}/frontendIPConfigurations', 'lb', '${name}')]`;

/** A balancer with a public and a private frontend, and one rule from the named frontend to a port. */
const balancer = (frontend: string, backendPort: number | string): TemplateResource => ({
  type: BALANCER,
  name: "lb",
  properties: {
    frontendIPConfigurations: [
      {
        name: "outside",
        properties: { publicIPAddress: { id: "[resourceId('Microsoft.Network/publicIPAddresses', 'pip')]" } },
      },
      { name: "inside", properties: { privateIPAddress: "10.0.0.4" } },
    ],
    loadBalancingRules: [
      { name: "r", properties: { backendPort, frontendIPConfiguration: { id: frontend } } },
    ],
  },
});

async function ruleOf(frontend: string, port: number | string) {
  const parameters = { frontend: { type: "string" }, port: { type: "int" } };
  const network = await networkOf([publicAddress("pip"), balancer(frontend, port)], {}, { parameters });
  const [rule] = network.forwardingRules;
  if (!rule) throw new Error("no rule");
  return rule;
}

describe("rules of a load balancer", () => {
  test.each([
    ["the public frontend", frontendId("outside"), "true"],
    ["the private frontend", frontendId("inside"), "false"],
    ["a frontend that is not known", "[parameters('frontend')]", "unknown"],
  ])("from %s", async (_what, frontend, expected) => {
    const rule = await ruleOf(frontend, 22);
    expect(outcomeOf(rule.isFromPublic)).toBe(expected);
  });

  test.each([
    ["to SSH", 22, "true"],
    ["to another port", 8080, "false"],
    ["to every port", 0, "true"],
    ["to a port that is not known", "[parameters('port')]", "unknown"],
  ])("%s", async (_what, port, expected) => {
    const rule = await ruleOf(frontendId("outside"), port);
    expect(outcomeOf(rule.leadsTo(Ports.of(22)))).toBe(expected);
  });
});
