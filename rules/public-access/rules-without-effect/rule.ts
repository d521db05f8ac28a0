import { all, any, called, defineRule, isFalse, isTrue, not, type Service } from "isolint";

export default defineRule<Service>({
  title: "A firewall's rules have no effect",
  levels: { recommended: "warning", strict: "warning" },
  why: "Rules beside a default of allow keep nobody out, and rules behind a closed door let nobody in. Whoever reads them believes otherwise.",
  remedy:
    "Decide which is meant: deny by default and keep the rules, or close the public side and remove them.",
  links: [
    "https://learn.microsoft.com/azure/storage/common/storage-network-security",
    "https://learn.microsoft.com/azure/key-vault/general/network-security",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [22],
  judges: ({ network }) =>
    network.services.filter(
      ({ judged, firewall }) =>
        judged !== "by-own-rule" && firewall.addressRules.size + firewall.networkRules.size > 0,
    ),
  check: (service) => {
    const { resource, label, firewall } = service;
    return {
      fails: all(hasRules(service), () => any(not(firewall.isOn), firewall.admitsByDefault)),
      tell: () => {
        const { switch: master, defaultAction } = firewall;
        const first = firewall.addressRules.seen[0]?.is ?? firewall.networkRules.seen[0]?.is;
        const isOff = isFalse(firewall.isOn);
        return {
          at: first?.spot ?? { resource },
          because: [isOff ? master?.value : defaultAction?.value].filter((value) => value !== undefined),
          message: `The rules of ${label} ${called(resource)} have no effect: ${reason(service)}.`,
          remedy: isOff
            ? "Remove the rules: clients come in by private endpoint. To admit them by these rules, turn public network access on and deny by default."
            : "Set the default action to deny, so that the rules are what lets clients in.",
        };
      },
    };
  },
});

/** Rules that let someone in. */
function hasRules({ firewall }: Service) {
  return any(
    firewall.addressRules.some((rule) => rule.allows),
    firewall.networkRules.some((rule) => rule.allows),
  );
}

function reason({ firewall, injected }: Service): string {
  if (firewall.switch && isFalse(firewall.switch.isOn)) return "its public network access is off";
  if (isTrue(injected)) return "it lies inside the network and has no public side";
  if (isFalse(firewall.isOn)) return "an enforced network security perimeter closes its public side";
  return firewall.defaultAction
    ? "by default its firewall admits whoever no rule names"
    : "its firewall is not turned on";
}
