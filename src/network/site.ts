import { type AddressRange, isRange, PUBLIC, parseRange, Ranges } from "../azure/index.ts";
import type { Resource } from "../model/index.ts";
import {
  all,
  any,
  describe,
  follow,
  is,
  isBoolean,
  isFalse,
  isOneOf,
  isString,
  isTrue,
  isUnset,
  judge,
  no,
  not,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { isGiven, isThere, listAt } from "./reading.ts";
import type { Service } from "./service/view.ts";
import type { AccessList, AccessRestriction, Site } from "./view.ts";
import type { Views } from "./views.ts";

/** App Service adds a rule without a priority at the end. */
const LAST = 2_147_483_647;

/** Values of an environment's mode with which its sites answer inside the network only; templates also write the flags as numbers. */
const INTERNAL_MODES: readonly (string | number)[] = ["Web", "Web, Publishing", "Web,Publishing", 1, 3];

export class SiteView implements Site {
  readonly service: Service;
  readonly resource: Resource;
  readonly #views: Views;

  constructor(service: Service, views: Views) {
    this.service = service;
    this.resource = service.resource;
    this.#views = views;
  }

  get isOn(): Truth {
    return all(this.service.firewall.isOn, not(this.#isInside));
  }

  get main(): AccessList {
    return accessList(this.resource, "ipSecurityRestrictions");
  }

  get deployment(): AccessList {
    const own = accessList(this.resource, "scmIpSecurityRestrictions");
    const shared = is(this.resource.get("properties.siteConfig.scmIpSecurityRestrictionsUseMain"), true);
    return isTrue(shared)
      ? this.main
      : {
          ...own,
          admitsEveryone: any(all(shared, this.main.admitsEveryone), all(not(shared), own.admitsEveryone)),
        };
  }

  /** In an App Service Environment with an internal load balancer. A plan of another stack is taken to have none. */
  get #isInside(): Truth {
    const direct = this.#environment(this.resource);
    const plans = this.#views.reference(
      this.resource,
      "properties.serverFarmId",
      "Microsoft.Web/serverfarms",
      (plan) => (plan.mode === "declared" ? plan : undefined),
    ).to;
    return any(direct, ...plans.seen.map(({ is: plan, holds }) => all(holds, this.#environment(plan))));
  }

  #environment(resource: Resource): Truth {
    const path = "properties.hostingEnvironmentProfile.id";
    if (isUnset(resource.get(path))) return no();
    return this.#views
      .reference(resource, path, "Microsoft.Web/hostingEnvironments", (found) => found)
      .to.some((environment) =>
        isOneOf(environment.get("properties.internalLoadBalancingMode"), INTERNAL_MODES),
      );
  }
}
answerOnce(SiteView);

function accessList(resource: Resource, list: string): AccessList {
  const path = `properties.siteConfig.${list}`;
  const { items, more } = listAt(resource, path);
  const rules = items
    .map(({ value, path: at }) => restriction(resource, value, at))
    .toSorted((a, b) => rank(a) - rank(b));
  const actionPath = `${path}DefaultAction`;
  const action = resource.get(actionPath);
  const named = any(...items.map(({ value }) => isThere(value)), more);
  // The first rule shuts out whoever none names, unless that is said otherwise.
  const admitsUnmatched = judge(action, (leaf) => (isUnset(leaf) ? not(named) : is(leaf, "Allow")));
  return {
    rules,
    admitsUnmatched,
    unmatched: { value: action, spot: { resource, path: actionPath } },
    admitsEveryone: admitsAll(rules, admitsUnmatched, more),
  };
}

function restriction(resource: Resource, item: Value, path: string): AccessRestriction {
  const address = follow(item, "ipAddress");
  const subnet = follow(item, "vnetSubnetResourceId");
  return {
    source: isUnset(address) ? subnet : address,
    bySubnet: isUnset(address),
    isTag: is(follow(item, "tag"), "ServiceTag"),
    allows: judge(follow(item, "action"), (leaf) => (isUnset(leaf) ? yes() : is(leaf, "Allow"))),
    priority: follow(item, "priority"),
    hasFrontDoorId: isGiven(follow(item, "headers.x-azure-fdid")),
    hasHeaders: isGiven(follow(item, "headers")),
    holds: isThere(item),
    spot: { resource, path: `${path}.${isUnset(address) ? "vnetSubnetResourceId" : "ipAddress"}` },
  };
}

function rank({ priority }: AccessRestriction): number {
  if (priority.kind !== "literal" || isBoolean(priority)) return LAST;
  const number = Number(priority.value);
  return Number.isFinite(number) ? number : LAST;
}

/**
 * Whether all public addresses get in: by rules that allow, in their order, or because no rule names them. Refused handfuls do not
 * count: who keeps a few addresses out still lets everyone in.
 */
function admitsAll(rules: readonly AccessRestriction[], unmatched: Truth, more: Truth): Truth {
  let left = PUBLIC;
  let admitted = Ranges.none;
  const maybe: Truth[] = [];
  for (const rule of rules) {
    const { allows, holds } = rule;
    const some = all(holds, allows);
    const range = rangesOf(rule);
    if (range === "nobody" || isFalse(holds)) continue;
    if (range === "unknown") {
      if (!isFalse(some))
        maybe.push(all(some, unknown(`whom ${describe(rule.source)} names`, rule.source.origin?.span)));
      continue;
    }
    const reached = left.intersect(range);
    if (isTrue(some)) admitted = admitted.union(reached);
    else if (!isFalse(some) && covers(admitted.union(reached))) maybe.push(some);
    if (isTrue(holds) && (isTrue(allows) || isFalse(allows))) left = left.subtract(range);
  }
  if (covers(admitted)) return yes();
  const rest = covers(admitted.union(left)) || left.size > PUBLIC.size / 2n ? unmatched : no();
  return any(rest, ...maybe, all(more, not(unmatched)));
}

function covers(ranges: Ranges): boolean {
  return ranges.covers(PUBLIC);
}

function rangesOf({ source, isTag, hasHeaders, bySubnet }: AccessRestriction): Ranges | "nobody" | "unknown" {
  if (bySubnet || isTrue(hasHeaders)) return "nobody";
  if (!isString(source)) return source.kind === "literal" || isUnset(source) ? "nobody" : "unknown";
  if (isTrue(isTag)) return source.value.toLowerCase() === "internet" ? Ranges.everything : "nobody";
  if (/^any$/i.test(source.value.trim())) return Ranges.everything;
  const parsed = source.value.split(",").map((piece) => parseRange(piece.trim()));
  return Ranges.of(...parsed.filter((one): one is AddressRange => isRange(one)));
}

/** Sites and their slots. */
export function isSite(resource: Resource): boolean {
  return /^microsoft\.web\/sites(\/slots)?$/i.test(resource.type);
}
