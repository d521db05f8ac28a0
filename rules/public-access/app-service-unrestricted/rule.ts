import { all, called, defineRule, isFalse, type Site, shown } from "isolint";

export default defineRule<Site>({
  title: "A site of App Service admits everyone",
  levels: { recommended: "warning", strict: "error" },
  why: "Without access restrictions a site answers the whole internet, also one that only a gateway or another service of yours should call.",
  remedy:
    "Turn public network access off and use a private endpoint, or restrict access to the networks, tags and addresses that need it and deny the rest.",
  links: [
    "https://learn.microsoft.com/azure/app-service/overview-access-restrictions",
    "https://learn.microsoft.com/azure/app-service/overview-private-endpoint",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [17],
  judges: ({ network }) => network.sites,
  check: ({ resource, isOn, main, service }) => {
    return {
      fails: all(isOn, main.admitsEveryone),
      tell: () => {
        const { unmatched, rules } = main;
        const everyone = isFalse(main.admitsUnmatched)
          ? rules.find(({ source }) => /^(any|0\.0\.0\.0\/0|internet)$/i.test(shown(source)))
          : undefined;
        const master = service.firewall.switch;
        return {
          at: everyone?.spot ?? (rules.length > 0 || !master ? unmatched.spot : master.spot),
          because: everyone ? [everyone.source] : rules.length > 0 ? [unmatched.value] : [],
          message:
            rules.length === 0
              ? `Site ${called(resource)} admits everyone: public access is on and no access restriction is set.`
              : isFalse(main.admitsUnmatched)
                ? `Site ${called(resource)} admits everyone: one of its access restrictions lets ${everyone ? shown(everyone.source) : "all addresses"} in.`
                : `Site ${called(resource)} admits everyone: its access restrictions end with ${shown(unmatched.value)}, so whoever no rule names gets in.`,
        };
      },
    };
  },
});
