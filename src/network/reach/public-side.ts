import { PUBLIC, Ranges } from "../../azure/index.ts";
import type { Span } from "../../source/index.ts";
import {
  all,
  any,
  describe,
  isFalse,
  isString,
  isTrue,
  no,
  not,
  type Truth,
  unknown,
  yes,
} from "../../value/index.ts";
import type { AddressRule, Service } from "../service/view.ts";
import type { Subnet } from "../view.ts";
import type { Views } from "../views.ts";
import { type Egress, namesEgress } from "./egress.ts";
import { either, type Leg, leg } from "./leg.ts";
import { remembered } from "./memo.ts";

/** The public side of PaaS instances: the switch, the firewall, and whom it admits. */
export class PublicSide {
  readonly #views: Views;
  readonly #sides = new Map<Service, readonly Leg[]>();
  readonly #everyone = new Map<Service, Leg>();
  readonly #subnetsAdmitted = new Map<Service, Map<Subnet, Truth>>();

  constructor(views: Views) {
    this.#views = views;
  }

  /** Stretches that every packet to the public side meets. */
  switchOf(service: Service): readonly Leg[] {
    return remembered(this.#sides, service, () => this.#switchOf(service));
  }

  #switchOf(service: Service): readonly Leg[] {
    const { firewall, resource } = service;
    const master = firewall.switch;
    const note = isTrue(firewall.isOn) ? "" : ` (${service.exposure.decides.note})`;
    return [
      leg(
        firewall.isOn,
        () => ({
          yes: `Public network access to ${resource.address} is on.`,
          no: `The public side of ${resource.address} is closed${note}.`,
        }),
        () => (master ? spanOf(master.spot) : resource.span),
      ),
    ];
  }

  admitsEveryone(service: Service): Leg {
    return remembered(this.#everyone, service, () => this.#admitsEveryoneIn(service));
  }

  #admitsEveryoneIn(service: Service): Leg {
    const { firewall, resource } = service;
    const admitted = any(firewall.admitsByDefault, firewall.rulesAdmitEveryone);
    const named = [...firewall.addressRules].map((rule) =>
      rule.values.map((value) => describe(value)).join(" to "),
    );
    const only =
      named.length > 0
        ? `: only ${named.slice(0, 5).join(", ")}${named.length > 5 ? " and others" : ""}`
        : "";
    return leg(
      admitted,
      () => ({
        yes: `The firewall of ${resource.address} admits everyone.`,
        no: `The firewall of ${resource.address} refuses addresses that no rule names${only}.`,
      }),
      () => firewallSpan(service),
    );
  }

  admitsSubnet(subnet: Subnet, service: Service): Leg {
    const { firewall, resource } = service;
    const named = this.namedInRules(service, subnet);
    return either(
      "service-endpoint",
      leg(
        firewall.admitsByDefault,
        () => ({
          yes: `The firewall of ${resource.address} admits everyone.`,
          no: `The firewall of ${resource.address} refuses whom no rule names.`,
        }),
        () => firewallSpan(service),
      ),
      leg(
        named,
        () => ({
          yes: `A network rule of ${resource.address} admits ${subnet.resource.address}.`,
          no: `No network rule of ${resource.address} admits ${subnet.resource.address}; its address rules do not match private addresses.`,
        }),
        () => firewallSpan(service),
      ),
    );
  }

  namedInRules(service: Service, subnet: Subnet): Truth {
    let index = this.#subnetsAdmitted.get(service);
    const { networkRules } = service.firewall;
    if (!index) {
      index = new Map();
      for (const { is: rule, holds } of networkRules.seen) {
        for (const { is: admitted, holds: leads } of rule.subnet.to.seen) {
          index.set(admitted, any(index.get(admitted) ?? no(), all(holds, leads, rule.allows)));
        }
      }
      this.#subnetsAdmitted.set(service, index);
    }
    const open = any(
      networkRules.more,
      ...networkRules.seen.map(({ is: rule, holds }) => all(holds, rule.subnet.to.more)),
    );
    return any(index.get(subnet) ?? no(), open);
  }

  admitsEgress(subnet: Subnet, service: Service, egress: Egress): Leg {
    const { firewall, resource } = service;
    const span = (): Span | undefined => firewallSpan(service);
    const byRule = firewall.addressRules.some((rule) => {
      if (isTrue(rule.isAnyAzure)) return rule.allows;
      const [value] = rule.values;
      const named = value ? namesEgress(value, egress.by, this.#views) : no();
      if (!isFalse(named)) return all(rule.allows, named);
      if (!mayMatch(rule)) return no();
      // Which address the packet carries is only known after deployment; a private range never matches it.
      if (rule.range && !Ranges.of(rule.range).overlaps(PUBLIC)) return no();
      return all(
        rule.allows,
        unknown(
          `whether ${value ? describe(value) : "the rule"} holds the public address that ${subnet.resource.address} leaves with`,
          rule.spot.resource.span,
        ),
      );
    });
    const near = sameRegionStorage(subnet, service);
    const admitted = near === undefined ? byRule : all(not(near), byRule);
    return either(
      "public",
      this.admitsEveryone(service),
      leg(
        admitted,
        () => ({
          yes: `An address rule of ${resource.address} admits the public address that ${subnet.resource.address} leaves with.`,
          no:
            near && isTrue(near)
              ? `${resource.address} ignores address rules for clients in its own region.`
              : `No address rule of ${resource.address} admits the public address that ${subnet.resource.address} leaves with.`,
        }),
        span,
      ),
    );
  }

  /** Whether network rules of a service tell one of these subnets from others. */
  names(service: Service, ...subnets: readonly Subnet[]): boolean {
    const [first] = subnets;
    if (first) this.namedInRules(service, first);
    const named = this.#subnetsAdmitted.get(service);
    return subnets.some((subnet) => named?.has(subnet) === true);
  }
}

/** Whether a rule can match an address at all: not when it is malformed, names a tag, or refuses. */
export function mayMatch(rule: AddressRule): boolean {
  return (
    rule.malformed === undefined &&
    rule.tag === undefined &&
    !isFalse(rule.allows) &&
    !isTrue(rule.isAnyAzure)
  );
}

/** Whether the storage account lies in the client's region, where it ignores address rules; undefined for other services. */
function sameRegionStorage(subnet: Subnet, service: Service): Truth | undefined {
  if (service.resource.type.toLowerCase() !== "microsoft.storage/storageaccounts") return undefined;
  const [a, b] = [subnet.network.location, service.location];
  if (isString(a) && isString(b)) return foldRegion(a.value) === foldRegion(b.value) ? yes() : no();
  return undefined;
}

/** A region's name without case and blanks. */
export function foldRegion(name: string): string {
  return name.replaceAll(" ", "").toLowerCase();
}

/** Where a property is written, or the declaration that lacks it. */
export function spanOf(spot: {
  readonly resource: { spanOf(path: string): Span | undefined; readonly span: Span | undefined };
  readonly path: string;
}): Span | undefined {
  return spot.resource.spanOf(spot.path) ?? spot.resource.span;
}

/** Where a service's firewall is written. */
export function firewallSpan(service: Service): Span | undefined {
  const { defaultAction } = service.firewall;
  return defaultAction ? spanOf(defaultAction.spot) : service.resource.span;
}
