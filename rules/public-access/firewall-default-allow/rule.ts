import { all, called, defineRule, isFalse, isTrue, no, type Service } from "isolint";

export default defineRule<Service>({
  title: "A firewall admits whoever no rule names",
  levels: { recommended: "error", strict: "error" },
  why: "With a default of allow, the rules of the firewall only look as if they restricted something: everyone else gets in as well.",
  remedy: "Set the default action to deny, and name the networks and addresses that need access.",
  links: [
    "https://learn.microsoft.com/azure/storage/common/storage-network-security",
    "https://learn.microsoft.com/azure/key-vault/general/network-security",
  ],
  controls: { mcsb: ["NS-2"], cis: ["4.7"], nist: ["SC-7", "AC-4"] },
  statements: [22],
  judges: ({ network }) =>
    network.services.filter(
      ({ judged, firewall }) =>
        judged !== "by-own-rule" && firewall.defaultAction !== undefined && !isFalse(firewall.isWritten),
    ),
  check: (service) => {
    const { resource, label, firewall } = service;
    return {
      fails: isSaidElsewhere(service) ? no() : all(firewall.isWritten, firewall.admitsByDefault),
      tell: () => {
        const { defaultAction } = firewall;
        return {
          at: defaultAction?.spot ?? { resource },
          because: defaultAction ? [defaultAction.value] : [],
          message: `The firewall of ${label} ${called(resource)} admits by default whoever none of its rules names.`,
        };
      },
    };
  },
});

/** `public-network-access` speaks for an instance that is surely open; with public access off the firewall is dead. */
function isSaidElsewhere({ firewall, exposure, judged }: Service): boolean {
  if (firewall.switch === undefined) return false;
  return isFalse(firewall.isOn) || (judged === "generally" && isTrue(exposure.open));
}
