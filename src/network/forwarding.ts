import { Ports } from "../azure/index.ts";
import { nameKey, parseResourceId, type Resource } from "../model/index.ts";
import {
  ABSENT,
  all,
  any,
  decided,
  describe,
  follow,
  isFalse,
  isUnset,
  judge,
  no,
  not,
  type Truth,
  unknown,
  type Value,
} from "../value/index.ts";
import { isGiven, listAt } from "./reading.ts";
import type { ForwardingRule, Frontend } from "./view.ts";

export const LOAD_BALANCER = "Microsoft.Network/loadBalancers";
export const APPLICATION_GATEWAY = "Microsoft.Network/applicationGateways";
const NAT_RULE = `${LOAD_BALANCER}/inboundNatRules`;

/** The addresses at which a load balancer or application gateway is asked. */
export function frontendsOf(resource: Resource): readonly Frontend[] {
  return listAt(resource, "properties.frontendIPConfigurations").items.map(({ value, path }) => ({
    resource,
    name: follow(value, "name"),
    isPublic: any(
      isGiven(follow(value, "properties.publicIPAddress.id")),
      isGiven(follow(value, "properties.publicIPPrefix.id")),
    ),
    spot: { resource, path: `${path}.properties.publicIPAddress.id` },
  }));
}

/**
 * Whether an application gateway answers at a public address: one of its listeners is on a public frontend. Version 2 may need a
 * public address that no listener uses. Without any listener, those of other deployments are taken to use every frontend.
 */
export function listensInPublic(gateway: Resource): Truth {
  const frontends = frontendsOf(gateway);
  const some = any(...frontends.map((one) => one.isPublic));
  const lists = ["httpListeners", "listeners"].map((name) => listAt(gateway, `properties.${name}`));
  const listeners = lists.flatMap(({ items }) => items);
  const more = any(...lists.map((list) => list.more));
  if (listeners.length === 0 && isFalse(more)) return some;
  const every = all(...frontends.map((one) => one.isPublic));
  return all(
    some,
    any(
      every,
      more,
      ...listeners.map(({ value }) =>
        isPublic(follow(value, "properties.frontendIPConfiguration.id"), frontends),
      ),
    ),
  );
}

/** Everything by which a load balancer passes traffic in: load balancing rules, NAT pools, and NAT rules, which may be resources of their own. */
export function forwardingRulesOf(balancer: Resource): readonly ForwardingRule[] {
  const frontends = frontendsOf(balancer);
  const lists = ["loadBalancingRules", "inboundNatPools"].flatMap((collection) =>
    listAt(balancer, `properties.${collection}`).items.map(({ value, path }): ForwardingRule => {
      const port = follow(value, "properties.backendPort");
      return {
        resource: balancer,
        balancer,
        part: { collection, name: follow(value, "name") },
        backendPort: port,
        isFromPublic: isPublic(follow(value, "properties.frontendIPConfiguration.id"), frontends),
        spot: { resource: balancer, path: `${path}.properties.backendPort` },
        leadsTo: (ports) => leadsTo(port, ports),
      };
    }),
  );
  const natRules = balancer.children
    .filter(({ type }) => type.toLowerCase() === NAT_RULE.toLowerCase())
    .map((resource): ForwardingRule => {
      const port = resource.get("properties.backendPort");
      return {
        resource,
        balancer,
        backendPort: port,
        isFromPublic: isPublic(resource.get("properties.frontendIPConfiguration.id"), frontends),
        spot: { resource, path: "properties.backendPort" },
        leadsTo: (ports) => leadsTo(port, ports),
      };
    });
  return [...lists, ...natRules];
}

/** A rule for all ports (high availability) says 0. */
function leadsTo(port: Value, ports: Ports): Truth {
  return judge(port, (leaf) => {
    if (isUnset(leaf)) return no({ value: leaf });
    if (leaf.kind === "literal") {
      const number = Number(leaf.value);
      return decided(number === 0 || ports.overlaps(Ports.of(number)), { value: leaf });
    }
    return unknown(`which port ${describe(leaf)} is`, leaf.origin?.span);
  });
}

/** Names that nobody can compare are not the same here: what an id of them leads to is doubtful anyway. */
function isNamed(frontend: Frontend, name: Value): Truth {
  return judge(frontend.name, (leaf) => decided(leaf.kind !== "absent" && nameKey(leaf) === nameKey(name)));
}

/** Whether the frontend with this id is public: by its name, or because all of them are or none is. */
function isPublic(id: Value, frontends: readonly Frontend[]): Truth {
  return judge(id, (leaf) => {
    if (isUnset(leaf)) return no({ value: leaf });
    const name = parseResourceId(leaf)?.names.at(-1) ?? ABSENT;
    // The list may depend on a condition, and then each of its arms has a frontend of this name.
    const named = frontends.map((one) => ({ ...one, isMeant: isNamed(one, name) }));
    const every = all(...frontends.map((one) => one.isPublic));
    const some = any(...frontends.map((one) => one.isPublic));
    const doubt = unknown(`which frontend ${describe(leaf)} is`, leaf.origin?.span);
    return any(
      ...named.map((one) => all(one.isMeant, one.isPublic)),
      all(
        not(any(...named.map(({ isMeant }) => isMeant))),
        frontends.length === 0 ? doubt : any(every, all(some, doubt)),
      ),
    );
  });
}
