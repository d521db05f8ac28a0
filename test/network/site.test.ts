import type { Site } from "../../src/network/index.ts";
import { outcomeOf } from "../../src/value/index.ts";
import { networkOf, type TemplateResource } from "./stack.ts";

type Parts = Readonly<Record<string, unknown>>;

const NAMED: Readonly<Record<string, string>> = { true: "everyone", false: "some", unknown: "unknown" };
const PLAN = "[resourceId('Microsoft.Web/serverfarms', 'plan')]";

const site = (siteConfig: Parts = {}, properties: Parts = {}): TemplateResource => ({
  type: "Microsoft.Web/sites",
  name: "shop",
  location: "westeurope",
  properties: { siteConfig, ...properties },
});
const rule = (ipAddress: string, more: Parts = {}): Parts => ({ ipAddress, action: "Allow", ...more });
const restricted = (...ipSecurityRestrictions: readonly Parts[]): Parts => ({ ipSecurityRestrictions });

async function siteOf(...resources: readonly TemplateResource[]): Promise<Site> {
  const parameters = { office: { type: "string" } };
  const [found] = (await networkOf(resources, {}, { parameters })).sites;
  if (!found) throw new Error("no site");
  return found;
}

describe("access restrictions of a site", () => {
  test.each([
    ["none", {}, "everyone"],
    ["one address", restricted(rule("203.0.113.7/32")), "some"],
    [
      "one address, and all others allowed",
      { ...restricted(rule("203.0.113.7/32")), ipSecurityRestrictionsDefaultAction: "Allow" },
      "everyone",
    ],
    ["none, and all denied", { ipSecurityRestrictionsDefaultAction: "Deny" }, "some"],
    [
      "a few denied, and all others allowed",
      {
        ...restricted(rule("203.0.113.7/32", { action: "Deny" })),
        ipSecurityRestrictionsDefaultAction: "Allow",
      },
      "everyone",
    ],
    ["Any", restricted(rule("Any")), "everyone"],
    [
      "Any behind a rule that denies it",
      restricted(rule("Any", { priority: 200 }), rule("Any", { priority: 100, action: "Deny" })),
      "some",
    ],
    [
      "Any before a rule that denies it",
      restricted(rule("Any", { priority: 100 }), rule("Any", { priority: 200, action: "Deny" })),
      "everyone",
    ],
    ["the internet in two halves", restricted(rule("0.0.0.0/1"), rule("128.0.0.0/1")), "everyone"],
    ["a service tag", restricted(rule("AzureFrontDoor.Backend", { tag: "ServiceTag" })), "some"],
    [
      "Any with a header that must fit",
      restricted(rule("Any", { headers: { "x-azure-fdid": ["id"] } })),
      "some",
    ],
    [
      "a subnet",
      restricted({
        vnetSubnetResourceId: "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'v', 's')]",
      }),
      "some",
    ],
    ["an address that is not known", restricted(rule("[parameters('office')]")), "unknown"],
  ] as const)("%s admits accordingly", async (_what, config, expected) => {
    const { main } = await siteOf(site(config));
    expect(NAMED[outcomeOf(main.admitsEveryone)]).toBe(expected);
  });

  test("the deployment site has restrictions of its own, unless it shares the main ones", async () => {
    const main = restricted(rule("203.0.113.7/32"));
    const own = await siteOf(site(main));
    expect(outcomeOf(own.deployment.admitsEveryone)).toBe("true");
    const shared = await siteOf(site({ ...main, scmIpSecurityRestrictionsUseMain: true }));
    expect(outcomeOf(shared.deployment.admitsEveryone)).toBe("false");
  });

  test.each([
    ["with an internal load balancer is off the internet", "Web, Publishing", "false"],
    ["with an external load balancer is on it", "None", "true"],
  ])("a site in an environment %s", async (_what, internalLoadBalancingMode, expected) => {
    const found = await siteOf(
      { type: "Microsoft.Web/hostingEnvironments", name: "ase", properties: { internalLoadBalancingMode } },
      {
        type: "Microsoft.Web/serverfarms",
        name: "plan",
        properties: {
          hostingEnvironmentProfile: { id: "[resourceId('Microsoft.Web/hostingEnvironments', 'ase')]" },
        },
      },
      site({}, { serverFarmId: PLAN }),
    );
    expect(outcomeOf(found.isOn)).toBe(expected);
  });
});
