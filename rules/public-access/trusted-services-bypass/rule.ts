import { all, called, defineRule, not, type Service } from "isolint";

export default defineRule<Service>({
  title: "A firewall lets trusted Azure services past its rules",
  levels: { recommended: "off", strict: "info" },
  why: "Services that Microsoft calls trusted get past the firewall from anywhere in Azure, and only their identity is checked. That is often needed, for logs, backup and deployment, and worth knowing.",
  remedy: "Turn the bypass off where no such service needs access, or admit the single instances that do.",
  links: [
    "https://learn.microsoft.com/azure/storage/common/storage-network-security-trusted-azure-services",
    "https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints#trusted-services",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "AC-6"] },
  statements: [22],
  judges: ({ network }) =>
    network.services.filter(
      ({ judged, firewall }) => judged !== "by-own-rule" && firewall.bypass !== undefined,
    ),
  check: ({ resource, label, firewall }) => ({
    // A firewall that admits everyone, or a public side that is off, has nothing to get past.
    fails: all(firewall.isOn, not(firewall.admitsByDefault), firewall.bypassesTrusted),
    tell: () => ({
      at: firewall.bypass?.spot ?? { resource },
      because: firewall.bypass ? [firewall.bypass.value] : [],
      message: `The firewall of ${label} ${called(resource)} lets trusted Azure services past its rules.`,
    }),
  }),
});
