import { all, called, defineRule, isFalse, not, type Service } from "isolint";

export default defineRule<Service>({
  title: "A firewall admits every resource in Azure, of any tenant",
  levels: { recommended: "warning", strict: "error" },
  why: "The rule from 0.0.0.0 to 0.0.0.0 does not mean your own Azure resources: it admits those of every customer. Anyone can rent a machine in Azure.",
  remedy:
    "Remove the rule, and admit your own networks by private endpoint or service endpoint, and single addresses where neither is possible.",
  links: [
    "https://learn.microsoft.com/azure/azure-sql/database/network-access-controls-overview",
    "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-firewall-rules",
  ],
  controls: { mcsb: ["NS-2"], cis: ["5.1.2", "5.2.5"], nist: ["SC-7", "AC-4"] },
  statements: [22, 27],
  judges: ({ network }) =>
    network.services.filter(
      ({ judged, firewall }) => judged !== "by-own-rule" && firewall.addressRules.size > 0,
    ),
  check: ({ resource, label, firewall }) => {
    return {
      // Where everyone gets in anyway, or nobody does, the rule changes nothing.
      fails: all(firewall.isOn, not(firewall.admitsByDefault), firewall.admitsAnyAzure),
      tell: () => {
        const rules = firewall.addressRules.seen.map((one) => one.is);
        const rule = rules.find(({ isAnyAzure }) => !isFalse(isAnyAzure));
        return {
          at: rule?.spot ?? { resource },
          because: rule?.values ?? [],
          message: `${label} ${called(resource)} admits every resource in Azure, of any customer${rule && rule.resource !== resource ? `, by rule ${called(rule.resource)}` : ""}: that is what the address 0.0.0.0 stands for.`,
        };
      },
    };
  },
});
