import { isMalformed, parseRange, Ranges } from "../azure/index.ts";
import type { Resource } from "../model/index.ts";
import { ABSENT, any, follow, itemsOf, memberIgnoringCase, type Truth, type Value } from "../value/index.ts";
import { networksOfConfigurations } from "./ip-configurations.ts";
import { addressesOfGroup } from "./ip-group.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference } from "./members.ts";
import { flag, flagOf, listAt, valuesAt } from "./reading.ts";
import { outside } from "./subnet.ts";
import type { AzureFirewall, FirewallPolicyRule, VirtualNetwork } from "./view.ts";
import type { Views } from "./views.ts";

const RULE_GROUP = "microsoft.network/firewallpolicies/rulecollectiongroups";
/** What groups were called in the first versions of the API, which Azure still takes. */
const EARLY_RULE_GROUP = "microsoft.network/firewallpolicies/rulegroups";

export class AzureFirewallView implements AzureFirewall {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get networks(): Members<VirtualNetwork> {
    return networksOfConfigurations(this.resource, this.#views);
  }

  get policy(): Reference<Resource> {
    return this.#views.reference(
      this.resource,
      "properties.firewallPolicy.id",
      "Microsoft.Network/firewallPolicies",
      (found) => found,
    );
  }

  get dnsProxy(): Truth {
    const extra = this.resource.get("properties.additionalProperties");
    const classic =
      extra.kind === "object"
        ? flagOf(memberIgnoringCase(extra, "Network.DNS.EnableProxy"), false)
        : flagOf(extra, false);
    return any(
      this.policy.to.some((policy) => flag(policy, "properties.dnsSettings.enableProxy", false)),
      classic,
    );
  }

  get privateAddress(): Value {
    const [first] = valuesAt(this.resource, "properties.ipConfigurations[].properties.privateIPAddress");
    return first?.value ?? this.resource.get("properties.hubIPAddresses.privateIPAddress");
  }

  /** Whether an address lies in the subnet that is reserved for this firewall. */
  mayHave(address: string): boolean {
    const range = parseRange(address);
    if (isMalformed(range)) return false;
    return [...this.networks].some((network) =>
      [...network.subnets].some(
        (subnet) => subnet.reserved === "firewall" && subnet.prefixes.known.covers(Ranges.of(range)),
      ),
    );
  }

  get rules(): Members<FirewallPolicyRule> {
    const own = (["network", "application", "nat"] as const).flatMap((kind) =>
      listAt(this.resource, `properties.${kind}RuleCollections`).items.flatMap(({ value, path }) =>
        rulesOf(this.resource, { ...COLLECTION.classic, value, path, kind }, this.#views),
      ),
    );
    return this.policy.to.flatMap((policy) => this.#policyRules(policy, 0)).and(Members.of(own));
  }

  #policyRules(policy: Resource, depth: number): Members<FirewallPolicyRule> {
    const members = policy.children.flatMap((group) =>
      groupRules(group, this.#views).map((is) => ({ is, holds: group.exists })),
    );
    const here = new Members(members, any(outside(policy), this.#views.mayBeExtended(policy)));
    if (depth > 8) return here;
    const base = this.#views.reference(policy, "properties.basePolicy.id", policy.type, (found) => found).to;
    return here.and(base.flatMap((one) => this.#policyRules(one, depth + 1)));
  }
}
answerOnce(AzureFirewallView);

type Kind = FirewallPolicyRule["kind"];

/** Where the parts of a rule collection stand: in a policy, and in a classic firewall. */
const COLLECTION = {
  policy: { action: "action.type", priority: "priority", rules: "rules", protocols: "ipProtocols" },
  classic: {
    action: "properties.action.type",
    priority: "properties.priority",
    rules: "properties.rules",
    protocols: "protocols",
  },
} as const;

interface Collection {
  readonly value: Value;
  readonly path: string;
  readonly kind: Kind;
  readonly action: string;
  readonly priority: string;
  readonly rules: string;
  readonly protocols: string;
}

/** A policy's collection tells its kind by its rules. */
function kindOf(collection: Value): Kind {
  const type = follow(collection, "ruleCollectionType");
  if (type.kind === "literal" && /nat/i.test(String(type.value))) return "nat";
  const [rule] = itemsOf(follow(collection, "rules")).items;
  const ruleType = rule && follow(rule, "ruleType");
  if (ruleType?.kind === "literal") {
    if (/nat/i.test(String(ruleType.value))) return "nat";
    return /application/i.test(String(ruleType.value)) ? "application" : "network";
  }
  if (!rule) return "network";
  const has = (name: string): boolean => follow(rule, name).kind !== "absent";
  if (has("translatedAddress") || has("translatedPort") || has("translatedFqdn")) return "nat";
  return has("targetFqdns") || has("fqdnTags") || has("webCategories") ? "application" : "network";
}

function groupRules(group: Resource, views: Views): readonly FirewallPolicyRule[] {
  switch (group.type.toLowerCase()) {
    case RULE_GROUP:
      return listAt(group, "properties.ruleCollections").items.flatMap(({ value, path }) =>
        rulesOf(group, { ...COLLECTION.policy, value, path, kind: kindOf(value) }, views),
      );
    case EARLY_RULE_GROUP:
      return listAt(group, "properties.rules").items.flatMap(({ value, path }) =>
        earlyRulesOf(group, value, path, views),
      );
    default:
      return [];
  }
}

function rulesOf(resource: Resource, collection: Collection, views: Views): readonly FirewallPolicyRule[] {
  const { value, path, kind } = collection;
  return itemsOf(follow(value, collection.rules)).items.map((rule, at) => ({
    ...matchOf(rule, collection.protocols, views),
    resource,
    kind,
    name: follow(rule, "name"),
    collection: follow(value, "name"),
    action: follow(value, collection.action),
    priority: follow(value, collection.priority),
    translatedPort: follow(rule, "translatedPort"),
    spot: { resource, path: `${path}.${collection.rules}[${at}]` },
  }));
}

/** What was called a rule then is a collection now: of conditions, or of the one condition of a NAT rule. */
function earlyRulesOf(
  resource: Resource,
  collection: Value,
  path: string,
  views: Views,
): readonly FirewallPolicyRule[] {
  const shared = {
    resource,
    action: follow(collection, "action.type"),
    priority: follow(collection, "priority"),
    translatedPort: follow(collection, "translatedPort"),
  };
  const only = follow(collection, "ruleCondition");
  if (only.kind !== "absent") {
    const name = follow(collection, "name");
    const match = matchOf(only, "ipProtocols", views);
    return [{ ...shared, ...match, kind: "nat", name, collection: ABSENT, spot: { resource, path } }];
  }
  return itemsOf(follow(collection, "ruleConditions")).items.map((condition, at) => ({
    ...shared,
    ...matchOf(condition, "ipProtocols", views),
    kind: follow(condition, "targetFqdns").kind === "absent" ? "network" : "application",
    name: follow(condition, "name"),
    collection: follow(collection, "name"),
    spot: { resource, path: `${path}.ruleConditions[${at}]` },
  }));
}

type Match = Pick<FirewallPolicyRule, "sources" | "destinations" | "ports" | "protocols">;

function matchOf(rule: Value, protocols: string, views: Views): Match {
  const list = (...names: readonly string[]): readonly Value[] =>
    names.flatMap((name) => {
      const { items, rest } = itemsOf(follow(rule, name));
      return rest ? [...items, rest] : items;
    });
  const inGroups = (name: string): readonly Value[] =>
    list(name).flatMap((group) => addressesOfGroup(group, views));
  return {
    sources: [...list("sourceAddresses"), ...inGroups("sourceIpGroups")],
    destinations: [
      ...list("destinationAddresses"),
      ...inGroups("destinationIpGroups"),
      ...list("destinationFqdns", "targetFqdns", "fqdnTags"),
    ],
    ports: list("destinationPorts"),
    protocols: list(protocols),
  };
}
