import { all, any, describe, isFalse, isTrue, isUnset, not, type Truth } from "../../value/index.ts";
import { answerOnce } from "../lazy.ts";
import type { Deciding, Exposure, Service } from "./view.ts";

/** The calculus of public access for one instance: what a packet from the internet meets, in the order in which it meets it. */
export function exposureOf(service: Service): Exposure {
  const { firewall } = service;
  const { isOn } = firewall;
  const open = all(isOn, () => any(firewall.admitsByDefault, firewall.rulesAdmitEveryone));
  const byRule = () =>
    any(
      firewall.addressRules.some((rule) => rule.allows),
      firewall.networkRules.some((rule) => rule.allows),
      firewall.instances.some(),
      firewall.bypassesTrusted,
      // An enforced perimeter closes the public side; its own inbound rules open it again for those they name.
      service.perimeter.some((association) => all(association.enforced, association.inboundRules.some())),
    );
  const enforced = service.perimeter.some((association) => association.enforced);
  const selected = any(
    all(isOn, () => not(open), byRule),
    all(enforced, () => service.perimeter.some((association) => association.inboundRules.some())),
  );
  return new ServiceExposure(service, open, selected);
}

class ServiceExposure implements Exposure {
  readonly open: Truth;
  readonly selected: Truth;
  readonly #service: Service;

  constructor(service: Service, open: Truth, selected: Truth) {
    this.open = open;
    this.selected = selected;
    this.#service = service;
  }

  get privateOnly(): Truth {
    return all(not(this.open), not(this.selected));
  }

  get decides(): Deciding {
    return decidingOf(this.#service, this.open);
  }
}
answerOnce(ServiceExposure);

function decidingOf(service: Service, open: Truth): Deciding {
  const { firewall, resource } = service;
  const { switch: master, defaultAction } = firewall;
  const here = { resource, path: master?.spot.path ?? "properties" };
  const bySwitch = (note: string): Deciding => ({
    spot: master?.spot ?? here,
    value: master?.value ?? { kind: "absent" },
    note,
  });
  if (isFalse(firewall.isOn)) {
    if (master && isFalse(master.isOn)) return bySwitch("public network access is off");
    return bySwitch("it lies inside the network or an enforced perimeter closes it");
  }
  const everyone = firewall.addressRules.seen.find(
    ({ is: rule }) => isTrue(firewall.rulesAdmitEveryone) && rule.range,
  );
  if (isFalse(firewall.admitsByDefault) && everyone) {
    const [value] = everyone.is.values;
    return {
      spot: everyone.is.spot,
      value: value ?? { kind: "absent" },
      note: "an address rule admits everyone",
    };
  }
  const written = defaultAction && !isUnset(resource.written(defaultAction.spot.path));
  if (defaultAction && (written || !isTrue(open)) && !isUnset(defaultAction.value)) {
    return {
      spot: defaultAction.spot,
      value: defaultAction.value,
      note: `the default action of its firewall is ${describe(defaultAction.value)}`,
    };
  }
  const set = master && !isUnset(master.value) && master.value.origin?.kind !== "default";
  if (set) return bySwitch(`public network access is ${describe(master.value)}`);
  return bySwitch(
    isTrue(firewall.isOn)
      ? "public network access is on by default"
      : "whether public network access is on by default is not known",
  );
}
