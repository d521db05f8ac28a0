import {
  all,
  called,
  defineRule,
  isFalse,
  isString,
  isTrue,
  listed,
  not,
  parseResourceId,
  type Service,
  shown,
  type Value,
} from "isolint";

export default defineRule<Service>({
  title: "Public access is still on beside a private endpoint",
  levels: { recommended: "warning", strict: "error" },
  why: "The private endpoint gives clients a way that needs no public address. What stays open beside it serves nobody but those who should not come in, or hides that some clients still go the public way.",
  remedy:
    "Turn public network access off. If some clients still need the public side, give their networks a private endpoint first.",
  links: [
    "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
    "https://learn.microsoft.com/azure/storage/common/storage-private-endpoints",
  ],
  controls: { mcsb: ["NS-2"], cis: ["4.6", "5.1.7"], nist: ["SC-7"] },
  statements: [15, 17],
  judges: ({ network }) =>
    network.services.filter(
      ({ privateEndpoints, firewall }) => privateEndpoints.size > 0 && firewall.switch !== undefined,
    ),
  check: (service) => {
    const { resource, label, exposure, firewall } = service;
    return {
      // Where everyone gets in, `public-network-access` has said so already.
      fails: all(service.hasPrivateEndpoint, firewall.isOn, not(exposure.open), not(exposure.privateOnly)),
      tell: () => {
        const endpoint = service.privateEndpoints.seen[0]?.is.endpoint.resource;
        return {
          at: firewall.switch?.spot ?? { resource },
          because: firewall.switch ? [firewall.switch.value] : [],
          message: `${label} ${called(resource)} has a private endpoint, but its public side is still on and admits ${admitted(service)}.`,
          ...(endpoint && { related: [{ message: "its private endpoint", at: { resource: endpoint } }] }),
        };
      },
    };
  },
});

/** A whole id says more of the subscription than of who gets in. */
function instanceText(id: Value): string {
  const parsed = parseResourceId(id);
  const name = parsed?.names.at(-1);
  return parsed && name && isString(name) && !id.sensitive ? `'${name.value}' (${parsed.type})` : shown(id);
}

/** Who still gets in over the public address, in words. */
function admitted({ firewall }: Service): string {
  const addresses = [...firewall.addressRules].map((rule) => rule.values.map(shown).join(" to "));
  const subnets = [...firewall.networkRules].map((rule) => {
    const [subnet] = rule.subnet.to.sure;
    return subnet ? `subnet ${called(subnet.resource)}` : shown(rule.subnet.value);
  });
  const instances = [...firewall.instances].map(instanceText);
  const trusted = isTrue(firewall.bypassesTrusted) ? ["trusted Azure services"] : [];
  const { addressRules, networkRules } = firewall;
  const isWhole = [addressRules, networkRules, firewall.instances].every(({ more }) => isFalse(more));
  const seen = [...subnets, ...addresses, ...instances, ...trusted];
  if (seen.length > 0)
    return `${listed(seen, 4)}${isWhole ? "" : ", perhaps others too: not all of its rules can be told before deployment"}`;
  return isFalse(firewall.bypassesTrusted)
    ? "nobody, so that it can be turned off at once"
    : "at most trusted Azure services";
}
