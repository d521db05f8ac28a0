import { knownZones } from "../azure/index.ts";
import type { Resource } from "../model/index.ts";
import { all, follow, isFalse, isString, itemsOf, type Truth, type Value } from "../value/index.ts";
import { flag } from "./reading.ts";
import type { VirtualNetwork } from "./view.ts";
import type { Views } from "./views.ts";

const VIRTUAL_NETWORK = "Microsoft.Network/virtualNetworks";
const LINK = "Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks";
const RULE = "microsoft.network/dnsforwardingrulesets/forwardingrules";

/** A DNS server to which a ruleset sends queries for the names of Azure's services. */
export interface ForwardedTo {
  readonly server: Value;
  readonly holds: Truth;
}

/** Servers that forwarding rulesets linked to a network name for services' names; rules for other names do not count. */
export function forwardedTo(network: VirtualNetwork, views: Views): readonly ForwardedTo[] {
  return views.graph.ofType(LINK).flatMap((link) => {
    const { to } = views.reference(link, "properties.virtualNetwork.id", VIRTUAL_NETWORK, (found) =>
      views.virtualNetwork(found),
    );
    const here = to.seen.find(({ is }) => is === network);
    const ruleset = link.parent;
    if (!here || !ruleset) return [];
    return ruleset.children
      .filter((rule) => rule.type.toLowerCase() === RULE && concernsServices(rule, views))
      .flatMap((rule) => {
        const enabled = flag(rule, "properties.forwardingRuleState", true);
        const holds = all(here.holds, link.exists, rule.exists, enabled);
        const { items } = itemsOf(rule.get("properties.targetDnsServers"));
        return items.map((item) => ({ server: follow(item, "ipAddress"), holds }));
      })
      .filter(({ holds }) => !isFalse(holds));
  });
}

/** Whether a rule's domain is the root, or one in which services of Azure have their names. */
function concernsServices(rule: Resource, views: Views): boolean {
  const domain = rule.get("properties.domainName");
  if (!isString(domain)) return true;
  const text = domain.value.toLowerCase().replace(/\.$/, "");
  if (text === "") return true;
  return [...knownZones(views.settings.cloud)].some((zone) => {
    const name = zone.toLowerCase();
    return [name, name.replace(/^privatelink\./, "")].some((one) => one === text || one.endsWith(`.${text}`));
  });
}
