import type { Resource } from "../../model/index.ts";
import { ABSENT, follow, isString, isUnset, itemsOf, mapArms, type Value } from "../../value/index.ts";
import { answerOnce } from "../lazy.ts";
import type { Spot } from "../members.ts";
import type { SecurityRule } from "../view.ts";
import type { NsgView } from "./nsg-view.ts";
import { shadowOf } from "./shadow.ts";

type Part = "sources" | "sourcePorts" | "destinations" | "ports";

/** Singular and plural property of each part. */
const PATHS: Readonly<Record<Part, readonly [string, string]>> = {
  sources: ["properties.sourceAddressPrefix", "properties.sourceAddressPrefixes"],
  sourcePorts: ["properties.sourcePortRange", "properties.sourcePortRanges"],
  destinations: ["properties.destinationAddressPrefix", "properties.destinationAddressPrefixes"],
  ports: ["properties.destinationPortRange", "properties.destinationPortRanges"],
};

export class SecurityRuleView implements SecurityRule {
  readonly resource: Resource;
  readonly nsg: NsgView | undefined;

  constructor(resource: Resource, nsg: NsgView | undefined) {
    this.resource = resource;
    this.nsg = nsg;
  }

  get direction(): Value {
    return this.resource.get("properties.direction");
  }

  get access(): Value {
    return this.resource.get("properties.access");
  }

  get priority(): Value {
    return this.resource.get("properties.priority");
  }

  get protocol(): Value {
    return this.resource.get("properties.protocol");
  }

  get sources(): readonly Value[] {
    return this.#values("sources");
  }

  get sourcePorts(): readonly Value[] {
    return this.#values("sourcePorts");
  }

  get destinations(): readonly Value[] {
    return this.#values("destinations");
  }

  get ports(): readonly Value[] {
    return this.#values("ports");
  }

  get sourceGroups(): readonly Value[] {
    return this.#groups("properties.sourceApplicationSecurityGroups");
  }

  get destinationGroups(): readonly Value[] {
    return this.#groups("properties.destinationApplicationSecurityGroups");
  }

  spotOf(part: Part): Spot {
    const [singular, plural] = PATHS[part];
    const path =
      isUnset(unlessEmpty(this.resource.written(singular))) && !isUnset(this.resource.written(plural))
        ? plural
        : singular;
    return { resource: this.resource, path };
  }

  get shadowed(): SecurityRule["shadowed"] {
    // Only another rule could stand before it.
    return shadowOf(this, this.nsg && this.nsg.rules.size > 1 ? this.nsg.ruleSet : undefined);
  }

  #values(part: Part): readonly Value[] {
    const [singular, plural] = PATHS[part];
    const one = unlessEmpty(this.resource.get(singular));
    const { items, rest } = itemsOf(this.resource.get(plural));
    return [...(isUnset(one) ? [] : [one]), ...items, ...(rest ? [rest] : [])];
  }

  #groups(path: string): readonly Value[] {
    const { items, rest } = itemsOf(this.resource.get(path));
    return [...items.map((item) => follow(item, "id")), ...(rest ? [rest] : [])];
  }
}
answerOnce(SecurityRuleView);

/** An empty text beside the plural property says no more than leaving the singular one out. */
function unlessEmpty(value: Value): Value {
  return mapArms(value, (leaf) => (isString(leaf) && leaf.value.trim() === "" ? ABSENT : leaf));
}
