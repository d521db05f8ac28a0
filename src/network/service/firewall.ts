import {
  type AddressList,
  type AddressRange,
  type BypassEntry,
  type FirewallChild,
  isRange,
  type MalformedRange,
  type NetworkList,
  PUBLIC,
  PUBLIC_ALL,
  type PublicAccessType,
  parseRange,
  parseServiceTag,
  publicAccessType,
  Ranges,
  RFC1918,
  rangeBetween,
} from "../../azure/index.ts";
import type { Resource } from "../../model/index.ts";
import {
  all,
  any,
  decided,
  describe,
  follow,
  is,
  isFalse,
  isOneOf,
  isSet,
  isString,
  isTrue,
  isUnset,
  itemsOf,
  judge,
  no,
  not,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../../value/index.ts";
import { answerOnce } from "../lazy.ts";
import { type Member, Members, type Spot } from "../members.ts";
import { flagOf, isThere, listAt } from "../reading.ts";
import type { Views } from "../views.ts";
import { publicSwitch } from "./switch.ts";
import type { AddressRule, NetworkRule, PublicSwitch, Service, ServiceFirewall } from "./view.ts";

const SUBNET = "Microsoft.Network/virtualNetworks/subnets";

/** A place where a type keeps rules: the instance, or a child that holds a whole set of them. */
interface RuleHome {
  readonly resource: Resource;
  readonly addresses: readonly AddressList[];
  readonly networks: readonly NetworkList[];
  readonly defaultAction: string | undefined;
  readonly bypass: BypassEntry | undefined;
}

export class ServiceFirewallView implements ServiceFirewall {
  readonly service: Service;
  readonly #entry: PublicAccessType;
  readonly #views: Views;

  constructor(service: Service, entry: PublicAccessType, views: Views) {
    this.service = service;
    this.#entry = entry;
    this.#views = views;
  }

  get switch(): PublicSwitch | undefined {
    return publicSwitch(this.service, this.#entry, this.#views);
  }

  get isOn(): Truth {
    const closed = this.service.perimeter.some((association) => association.enforced);
    const mode = this.#entry.privateMode;
    const kept = mode ? isOneOf(this.service.resource.get(mode.path), mode.oneOf) : no();
    const inside = this.#entry.publicWhenInjected ? no() : this.service.injected;
    return all(this.switch?.isOn ?? yes(), not(inside), not(kept), not(closed));
  }

  get isWritten(): Truth {
    const spot = this.defaultAction?.spot;
    return any(
      spot ? isSet(spot.resource.written(spot.path)) : no(),
      this.addressRules.some(),
      this.networkRules.some(),
    );
  }

  get defaultAction(): { readonly value: Value; readonly spot: Spot } | undefined {
    for (const { resource, defaultAction } of this.homes) {
      if (defaultAction)
        return { value: resource.get(defaultAction), spot: { resource, path: defaultAction } };
    }
    const path =
      this.#entry.defaultAction ?? this.#entry.children?.find((child) => child.defaultAction)?.defaultAction;
    if (!path || this.#entry.defaultAction === undefined) return undefined;
    return { value: this.service.resource.get(path), spot: { resource: this.service.resource, path } };
  }

  get admitsByDefault(): Truth {
    const byAction = this.#byDefaultAction();
    const { requestTypes } = this.#entry;
    if (!requestTypes) return byAction;
    const allowed = itemsOf(this.service.resource.get(requestTypes.allow)).items;
    return any(byAction, decided(allowed.length > 0));
  }

  get addressRules(): Members<AddressRule> {
    const inHomes = this.homes.flatMap((home) =>
      home.addresses.map((list) => addressRulesAt(home.resource, list)),
    );
    const ownResources = this.ruleChildren
      .filter(({ child }) => child.start !== undefined || child.value !== undefined)
      .map(({ resource, child }) => ({ is: ruleResource(resource, child), holds: resource.exists }));
    return Members.union([new Members<AddressRule>(ownResources, this.#more()), ...inHomes]);
  }

  get networkRules(): Members<NetworkRule> {
    const inHomes = this.homes.flatMap((home) => [
      ...home.networks.map((list) => this.#networkRulesAt(home.resource, list)),
      ...home.addresses.flatMap((list) =>
        "text" in list || !list.subnet
          ? []
          : this.#networkRulesAt(home.resource, {
              list: list.list,
              subnet: list.subnet,
              ...(list.action && { action: list.action }),
            }),
      ),
    ]);
    const ownResources = this.ruleChildren
      .filter(({ child }) => child.subnet !== undefined)
      .map(({ resource, child }) => ({ is: this.#networkResource(resource, child), holds: resource.exists }));
    return Members.union([new Members<NetworkRule>(ownResources, this.#more()), ...inHomes]);
  }

  get bypass(): { readonly value: Value; readonly spot: Spot } | undefined {
    const home = this.homes.find((one) => one.bypass) ?? this.homes[0];
    if (!home?.bypass) return undefined;
    return {
      value: home.resource.get(home.bypass.path),
      spot: { resource: home.resource, path: home.bypass.path },
    };
  }

  get instances(): Members<Value> {
    const { instances } = this.#entry;
    if (!instances) return Members.none;
    const { items, more } = listAt(this.service.resource, instances.list);
    return new Members(
      items
        .map(({ value }) => ({
          is: instances.id ? follow(value, instances.id) : value,
          holds: isThere(value),
        }))
        .filter(({ is: id }) => !isUnset(id)),
      more,
    );
  }

  get knowsTrusted(): boolean {
    const { bypass, children = [] } = this.#entry;
    return bypass !== undefined || children.some((child) => child.bypass !== undefined);
  }

  get bypassesTrusted(): Truth {
    const { bypass } = this;
    const entry = this.homes.find((one) => one.bypass)?.bypass;
    const trusted = entry?.trusted ?? [];
    if (!bypass || trusted.length === 0) return no();
    return judge(bypass.value, (leaf) => {
      if (isUnset(leaf) && entry?.missing !== undefined) return decided(entry.missing, { value: leaf });
      if (isUnset(leaf)) return unknown(`what ${bypass.spot.path} is by default`, this.service.resource.span);
      if (isString(leaf)) {
        const parts = leaf.value.split(",").map((part) => part.trim().toLowerCase());
        return decided(
          trusted.some((one) => parts.includes(String(one).toLowerCase())),
          { value: leaf },
        );
      }
      return any(...trusted.map((one) => is(leaf, one)));
    });
  }

  get admitsAnyAzure(): Truth {
    return this.addressRules.some((rule) => all(rule.allows, rule.isAnyAzure));
  }

  get rulesAdmitEveryone(): Truth {
    return admitsAll(this.addressRules, PUBLIC);
  }

  admits(addresses: Ranges): Truth {
    return admitsAll(this.addressRules, addresses);
  }

  rangeAround(rule: AddressRule): { readonly addresses: Ranges; readonly others: readonly AddressRule[] } {
    const { range } = rule;
    if (!range) return { addresses: Ranges.none, others: [] };
    const beside = this.addressRules.seen
      .filter(({ is: one, holds }) => isTrue(all(holds, one.allows)) && !isTrue(one.isAnyAzure))
      .flatMap(({ is: one }) => (one.range ? [{ one, range: one.range }] : []));
    const joined = Ranges.of(range, ...beside.map((other) => other.range));
    const whole = Ranges.of(
      ...joined.list.filter((one) => one.first <= range.first && range.last <= one.last),
    );
    return {
      addresses: whole.intersect(PUBLIC_ALL),
      others: beside
        .filter((other) => other.range !== range && whole.covers(Ranges.of(other.range)))
        .map(({ one }) => one),
    };
  }

  private get ruleChildren(): readonly { readonly resource: Resource; readonly child: FirewallChild }[] {
    const children = this.#entry.children ?? [];
    return this.service.resource.children.flatMap((resource) => {
      const child = children.find(({ type }) => type.toLowerCase() === resource.type.toLowerCase());
      return child ? [{ resource, child }] : [];
    });
  }

  private get homes(): readonly RuleHome[] {
    const { addresses = [], networks = [], defaultAction, bypass } = this.#entry;
    const own = { resource: this.service.resource, addresses, networks, defaultAction, bypass };
    const sets = this.ruleChildren
      .filter(({ child }) => child.ruleSet)
      .map(({ resource, child }) => ({
        resource,
        addresses: child.addresses ?? [],
        networks: child.networks ?? [],
        defaultAction: child.defaultAction,
        bypass: child.bypass,
      }));
    const used = addresses.length > 0 || networks.length > 0 || defaultAction || bypass;
    return used ? [own, ...sets] : sets;
  }

  #more(): Truth {
    const { resource } = this.service;
    if ((this.#entry.children ?? []).length === 0) return no();
    return this.#views.mayBeExtended(resource);
  }

  #byDefaultAction(): Truth {
    const { firewallState, withoutRules } = this.#entry;
    if (firewallState) {
      const state = this.service.resource.get(firewallState.path);
      return judge(state, (leaf) =>
        isUnset(leaf) ? yes() : not(is(leaf, firewallState.on[0] ?? "Enabled")),
      );
    }
    const action = this.defaultAction;
    if (action) {
      return judge(action.value, (leaf) => (isUnset(leaf) ? this.#unruled() : is(leaf, "Allow")));
    }
    return withoutRules === "nobody" ? no() : this.#unruled();
  }

  /** Nothing says what happens to those whom no rule names: the first rule that lets someone in shuts the others out. */
  #unruled(): Truth {
    if (this.#entry.withoutRules === "nobody") return no();
    const sites = this.#entry.type.toLowerCase().startsWith("microsoft.web/sites");
    const counts = (rule: { readonly allows: Truth }): Truth => (sites ? yes() : rule.allows);
    const named = any(
      this.addressRules.some(counts),
      this.networkRules.some(counts),
      this.#entry.networkFilter ? flagOf(this.service.resource.get(this.#entry.networkFilter), false) : no(),
    );
    // A type with a default action lets everyone in until it is told otherwise, rules or not.
    const hasAction =
      this.#entry.defaultAction !== undefined && this.#entry.type !== "Microsoft.Devices/IotHubs";
    return hasAction && !sites ? yes() : not(named);
  }

  #networkRulesAt(resource: Resource, list: NetworkList): Members<NetworkRule> {
    const { items, rest } = itemsOf(resource.get(list.list));
    const found = items.flatMap((item, at): Member<NetworkRule>[] => {
      const path = `${list.list}[${at}]`;
      const first = follow(item, list.subnet);
      const value = isUnset(first) && list.alsoSubnet ? follow(item, list.alsoSubnet) : first;
      if (isUnset(value)) return [];
      return [
        {
          is: {
            resource,
            subnet: this.#views.follow(value, SUBNET, (one) => this.#views.subnet(one)),
            ignoresMissing: list.ignoreMissing ? flagOf(follow(item, list.ignoreMissing), false) : no(),
            allows: list.action ? allowing(follow(item, list.action)) : yes(),
            spot: { resource, path: `${path}.${list.subnet}` },
          },
          holds: isThere(item),
        },
      ];
    });
    return new Members(
      found,
      rest ? unknown(`which networks ${describe(rest)} holds`, rest.origin?.span) : no(),
    );
  }

  #networkResource(resource: Resource, child: FirewallChild): NetworkRule {
    const path = child.subnet ?? "";
    return {
      resource,
      subnet: this.#views.reference(resource, path, SUBNET, (one) => this.#views.subnet(one)),
      ignoresMissing: child.ignoreMissing ? flagOf(resource.get(child.ignoreMissing), false) : no(),
      allows: yes(),
      spot: { resource, path },
    };
  }
}
answerOnce(ServiceFirewallView);

/** Allow is what a rule does unless it says otherwise; IoT hubs say Accept and Reject. */
function allowing(action: Value): Truth {
  return judge(action, (leaf) => (isUnset(leaf) ? yes() : any(is(leaf, "Allow"), is(leaf, "Accept"))));
}

function addressRulesAt(resource: Resource, list: AddressList): Members<AddressRule> {
  if ("text" in list) return fromText(resource, list.text);
  const { items, rest } = itemsOf(resource.get(list.list));
  const found = items.flatMap((item, at): Member<AddressRule>[] => {
    const path = `${list.list}[${at}]`;
    const start = list.value === "" || item.kind === "literal" ? item : follow(item, list.value);
    if (isUnset(start)) return [];
    const end = list.end ? follow(item, list.end) : undefined;
    const allows = list.action ? allowing(follow(item, list.action)) : yes();
    const spot = { resource, path: list.value === "" ? path : `${path}.${list.value}` };
    return [{ is: addressRule(resource, end ? [start, end] : [start], allows, spot), holds: isThere(item) }];
  });
  return new Members(
    found,
    rest ? unknown(`which addresses ${describe(rest)} holds`, rest.origin?.span) : no(),
  );
}

/** Addresses in one text, comma-separated. */
function fromText(resource: Resource, path: string): Members<AddressRule> {
  const value = resource.get(path);
  if (isUnset(value)) return new Members<AddressRule>([]);
  if (!isString(value))
    return new Members<AddressRule>(
      [],
      unknown(`which addresses ${describe(value)} holds`, value.origin?.span),
    );
  const pieces = value.value
    .split(",")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  return Members.of(
    pieces.map((piece) => addressRule(resource, [{ ...value, value: piece }], yes(), { resource, path })),
  );
}

function ruleResource(resource: Resource, child: FirewallChild): AddressRule {
  const path = child.start ?? child.value ?? "";
  const values = child.end ? [resource.get(path), resource.get(child.end)] : [resource.get(path)];
  return addressRule(resource, values, yes(), { resource, path });
}

/** Sites write `Any` for every address. */
function isAny(text: string): boolean {
  return /^(any|\*)$/i.test(text.trim());
}

function rangeOf(first: string, last: string | undefined): AddressRange | MalformedRange {
  if (isAny(first)) return { first: 0n, last: (Ranges.ipv4.list[0] as AddressRange).last };
  return last === undefined ? parseRange(first) : rangeBetween(first, last);
}

function addressRule(resource: Resource, values: readonly Value[], allows: Truth, spot: Spot): AddressRule {
  const texts = values.map((value) => (isString(value) ? value.value : undefined));
  const known = texts.every((text) => text !== undefined) ? (texts as string[]) : undefined;
  const [first = "", last] = known ?? [];
  const tag = known?.length === 1 && !isAny(first) ? parseServiceTag(first)?.name : undefined;
  const parsed = known && tag === undefined ? rangeOf(first, last) : undefined;
  const range = parsed && isRange(parsed) ? parsed : undefined;
  const single = values.length === 1 && isString(values[0] as Value);
  return {
    resource,
    ...partOf(spot, values),
    values,
    range,
    malformed: parsed && !isRange(parsed) ? parsed.reason : undefined,
    tag,
    isAnyAzure:
      range || single
        ? decided(range?.first === 0n && range.last === 0n, { value: values[0] as Value })
        : all(...values.map((value) => is(value, "0.0.0.0"))),
    isPrivate: range
      ? decided(RFC1918.covers(Ranges.of(range)), { value: values[0] as Value })
      : tag
        ? no()
        : unknownRange(values),
    allows,
    spot,
  };
}

/** Items of a list, and pieces of a text with commas, are parts of what holds them. */
function partOf({ resource, path }: Spot, [name]: readonly Value[]): Pick<AddressRule, "part"> {
  const item = path.match(/(\w+)\[\d+\]/)?.[1];
  const collection = item ?? (publicAccessType(resource.type) ? path.split(".").at(-1) : undefined);
  return collection && name ? { part: { collection, name } } : {};
}

function unknownRange(values: readonly Value[]): Truth {
  const [value] = values;
  return unknown(`which addresses ${value ? describe(value) : "the rule"} holds`, value?.origin?.span);
}

/** Whether rules together admit all of some addresses. The 0.0.0.0 rule stands for Azure, not for an address. */
function admitsAll(rules: Members<AddressRule>, wanted: Ranges): Truth {
  const relevant = rules.seen.filter(({ is: rule }) => !isFalse(rule.allows) && !isTrue(rule.isAnyAzure));
  if (relevant.length === 0 && !wanted.isEmpty) return rules.more;
  const union = (some: readonly Member<AddressRule>[]): Ranges =>
    Ranges.of(
      ...some.map(({ is: rule }) => rule.range).filter((range): range is AddressRange => range !== undefined),
    );
  const holds = ({ is: rule, holds: there }: Member<AddressRule>): Truth => all(there, rule.allows);
  const sure = relevant.filter((one) => isTrue(holds(one)));
  if (union(sure).covers(wanted))
    return yes(...sure.map(({ is: rule }) => ({ value: rule.values[0] as Value })));
  const alone = relevant.filter((one) => union([...sure, one]).covers(wanted)).map(holds);
  const unknowns = relevant
    .filter(
      ({ is: rule }) => rule.range === undefined && rule.malformed === undefined && rule.tag === undefined,
    )
    .map((one) =>
      all(
        holds(one),
        unknown(
          `which addresses ${describe(one.is.values[0] as Value)} holds`,
          one.is.values[0]?.origin?.span,
        ),
      ),
    );
  const together =
    alone.length === 0 && union(relevant).covers(wanted)
      ? unknown("whether several conditional rules together admit them all")
      : no();
  return any(...alone, ...unknowns, together, rules.more);
}
