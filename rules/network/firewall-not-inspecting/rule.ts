import {
  type AzureFirewall,
  any,
  called,
  defineRule,
  is,
  isFalse,
  judge,
  not,
  type Resource,
  type Truth,
  unknown,
} from "isolint";

export default defineRule<AzureFirewall>({
  title: "An Azure Firewall lets known threats through",
  levels: { recommended: "off", strict: "warning" },
  why: "Without threat intelligence, and without intrusion prevention where the tier has it, a firewall only compares addresses and names: traffic to known attackers passes if a rule is wide enough.",
  remedy:
    "Give the firewall a policy with threat intelligence on Deny, and with Premium intrusion detection on Deny.",
  links: [
    "https://learn.microsoft.com/azure/firewall/threat-intel",
    "https://learn.microsoft.com/azure/firewall/premium-features",
  ],
  controls: { mcsb: ["NS-3", "NS-4"], nist: ["SC-7", "SI-4"] },
  judges: ({ network }) => network.azureFirewalls,
  check: (firewall) => {
    const { resource, policy } = firewall;
    return {
      fails: any(
        policy.to.some((one) => not(inspects(one))),
        judge(resource.get("properties.firewallPolicy.id"), (id) =>
          id.kind === "absent" ? not(is(resource.get("properties.threatIntelMode"), "Deny")) : any(),
        ),
      ),
      tell: () => {
        const [known] = policy.to;
        return {
          at: known
            ? { resource: known, path: "properties.threatIntelMode" }
            : { resource, path: "properties.threatIntelMode" },
          message:
            known && isFalse(is(known.get("properties.threatIntelMode"), "Deny"))
              ? `Firewall ${called(resource)} does not stop traffic of known attackers: threat intelligence of its policy ${called(known)} is not on Deny.`
              : `Firewall ${called(resource)} does not stop attacks that it sees: ${known ? "intrusion prevention" : "threat intelligence"} is not on Deny.`,
        };
      },
    };
  },
});

/** Threat intelligence denies; with Premium, intrusion detection does as well. */
function inspects(policy: Resource): Truth {
  if (policy.mode === "existing") return unknown(`what policy ${called(policy)} inspects`);
  const threats = is(policy.get("properties.threatIntelMode"), "Deny");
  const premium = is(policy.get("properties.sku.tier"), "Premium");
  const intrusion = is(policy.get("properties.intrusionDetection.mode"), "Deny");
  return not(any(not(threats), not(any(not(premium), intrusion))));
}
