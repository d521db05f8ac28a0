import type { PublicAccessType, SwitchEntry } from "../../azure/index.ts";
import { type Resource, sameType } from "../../model/index.ts";
import {
  all,
  any,
  describe,
  is,
  isOneOf,
  isTrue,
  isUnset,
  judge,
  no,
  not,
  type Truth,
  unknown,
  type Value,
  yes,
} from "../../value/index.ts";
import type { Spot } from "../members.ts";
import type { Views } from "../views.ts";
import type { PublicSwitch, Service } from "./view.ts";

/** The master switch of an instance: its own property, what repeats it elsewhere, and its rule set's. */
export function publicSwitch(
  service: Service,
  entry: PublicAccessType,
  views: Views,
): PublicSwitch | undefined {
  const known = entry.switch;
  if (!known) return undefined;
  const { resource } = service;
  const places: Spot[] = [{ resource, path: known.path }];
  for (const path of known.also ?? []) places.push({ resource, path });
  for (const { type, switch: path } of entry.children ?? []) {
    if (path === undefined) continue;
    for (const child of resource.children)
      if (sameType(type, child.type)) places.push({ resource: child, path });
  }
  const told = places.map((spot) => ({ spot, value: written(spot) }));
  // The first place that says off decides; else the first that says anything; else the place where it is missing.
  const deciding =
    told.find(({ value }) => saysOff(value, known.off)) ??
    told.find(({ value }) => !isUnset(value)) ??
    told[0];
  const missing = (): Truth => whenMissing(service, entry, views);
  const isOn = all(
    ...told.map(({ value, spot }, at) =>
      judge(value, (leaf) => {
        if (!isUnset(leaf)) return saysOn(leaf, known);
        // A repeated switch that is missing leaves it to the others; a type whose default is a rule asks the rule once.
        if (
          at > 0 ||
          told.some(
            (other, index) => index > 0 && !isUnset(other.value) && other.spot.resource === spot.resource,
          )
        )
          return yes();
        return missing();
      }),
    ),
  );
  const value = deciding?.value ?? ({ kind: "absent" } as const);
  const shown = isUnset(value) ? resource.get(known.path) : value;
  return {
    value: isRule(entry) && isUnset(value) ? value : shown,
    spot: deciding?.spot ?? { resource, path: known.path },
    isOn,
    byPerimeter: known.perimeter
      ? any(...known.perimeter.map((one) => any(...told.map((each) => is(each.value, one)))))
      : no(),
  };
}

/** A value that is neither on nor off (`NotSpecified`) leaves it to the service. */
function saysOn(value: Value, { path, on, off, perimeter = [] }: SwitchEntry): Truth {
  const closed = isOneOf(value, [...off, ...perimeter]);
  if (value.kind !== "literal" || isTrue(closed) || isTrue(isOneOf(value, on))) return not(closed);
  return unknown(`what ${describe(value)} means for ${path}`, value.origin?.span);
}

function isRule(entry: PublicAccessType): boolean {
  const stated = entry.switch?.default;
  return stated !== undefined && "rule" in stated;
}

/** What is set, by the code or by the provider; not what the service takes by itself. */
function written({ resource, path }: Spot): Value {
  const value = resource.get(path);
  const own = resource.written(path);
  if (!isUnset(own)) return value;
  // Providers state what they send; a service's own default is left to the catalogue, which knows when it is a rule.
  return value.origin?.kind === "default" && !isProviders(value) ? { kind: "absent" } : value;
}

function isProviders(value: Value): boolean {
  return value.origin?.label.startsWith("azurerm") === true;
}

function saysOff(value: Value, off: readonly (string | boolean)[]): boolean {
  const truth = isOneOf(value, off);
  return truth.kind === "decided" && truth.value;
}

function whenMissing(service: Service, entry: PublicAccessType, views: Views): Truth {
  const { resource } = service;
  const stated = entry.switch?.default;
  if (resource.mode === "existing") return unknown(`the public access of ${resource.address}`, resource.span);
  if (!stated) return unknown(`what ${entry.switch?.path} is by default`, resource.span);
  if ("value" in stated) {
    const on = entry.switch?.on.includes(stated.value) ?? true;
    const value = resource.get(entry.switch?.path ?? "");
    return on ? yes({ value }) : no({ value });
  }
  if (stated.rule === "off-when-injected") return not(service.injected);
  return not(views.connectionsTo(targetOf(resource)).some());
}

/** Slots have no endpoint of their own type: theirs lead to the slot's id or to the site with the slot's group. */
function targetOf(resource: Resource): Resource {
  return resource;
}
