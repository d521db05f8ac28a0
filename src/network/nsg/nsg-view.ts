import type { Resource } from "../../model/index.ts";
import { all, any, is, isFalse, isString, no, not, type Truth, type Value } from "../../value/index.ts";
import { answerOnce } from "../lazy.ts";
import { Members } from "../members.ts";
import { unlisted } from "../reading.ts";
import { outside } from "../subnet.ts";
import type { Admitted, Flow, NetworkInterface, Nsg, SecurityRule, Subnet } from "../view.ts";
import type { Views } from "../views.ts";
import { addressesOfNsg } from "./addresses.ts";
import { admittedIn, anyAdmitted, coversInternet } from "./flow.ts";
import { RuleSet } from "./rule-set.ts";
import { SecurityRuleView } from "./rule-view.ts";

const SUBNET = "microsoft.network/virtualnetworks/subnets";
const SECURITY_RULE = "microsoft.network/networksecuritygroups/securityrules";

export class NsgView implements Nsg {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get rules(): Members<SecurityRule> {
    const rules = this.resource.children.filter(({ type }) => type.toLowerCase() === SECURITY_RULE);
    return new Members(
      rules.map((resource) => ({ is: new SecurityRuleView(resource, this), holds: resource.exists })),
      any(
        outside(this.resource),
        unlisted(this.resource, "properties.securityRules", "rules"),
        this.#views.mayBeExtended(this.resource),
      ),
    );
  }

  get subnets(): Members<Subnet> {
    return this.#views.subnetsUsing("nsg", this.resource);
  }

  get interfaces(): Members<NetworkInterface> {
    return this.#views.interfacesUsing(this.resource);
  }

  get isAttached(): Truth {
    // A subnet of which nobody can tell in which network it lies has the group all the same.
    const homeless = this.#views.graph
      .referrers(this.resource)
      .filter(({ type, parent }) => type.toLowerCase() === SUBNET && !parent);
    return any(
      this.subnets.some(),
      this.interfaces.some(),
      ...homeless.map((subnet) => subnet.exists),
      this.#views.openlyAttached(this.resource),
      this.#views.mayBeExtended(this.resource),
    );
  }

  get isShared(): Truth {
    const subnets = [...this.subnets];
    const networks = subnets.map(({ network }) => network.resource);
    const shared = [this.resource, ...subnets.map(({ resource }) => resource), ...networks];
    return any(...shared.map((resource) => this.#views.isHandedOut(resource)));
  }

  get ruleSet(): RuleSet {
    return new RuleSet(this, addressesOfNsg(this));
  }

  admitted(flow: Flow): readonly Admitted[] {
    return this.#closes(flow) ? [] : admittedIn(this.ruleSet, flow);
  }

  /** Whether nothing at all comes from there: asked once, it answers for every port. */
  #closes({ direction, from }: Pick<Flow, "direction" | "from">): boolean {
    if (direction === "Inbound" && from?.kind === "internet" && this.namesNobodyOutside) return true;
    const decisions = from && this.ruleSet.decisionsOn({ direction, from });
    return decisions?.every(({ by }) => isFalse(by.allows)) === true;
  }

  /** Whether no rule lets anyone in but the network itself and Azure's probes. For most groups that says it all, without their sets. */
  private get namesNobodyOutside(): boolean {
    return this.rules.seen.every(
      ({ is: { access, direction, sources } }) =>
        isFalse(is(access, "Allow")) || isFalse(is(direction, "Inbound")) || sources.every(isInside),
    );
  }

  admits(flow: Flow): Truth {
    return anyAdmitted(this.admitted(flow), this.rules.more);
  }

  stops(flow: Flow): Truth {
    const decisions = this.ruleSet.decisionsOn(flow);
    return any(...decisions.map(({ reached, by }) => all(reached, not(by.allows))));
  }

  admitsEveryone(flow: Omit<Flow, "from">): Truth {
    const fromAnyone: Flow = { ...flow, from: { kind: "internet" } };
    if (this.#closes(fromAnyone)) return no();
    const decisions = this.ruleSet.decisionsOn(fromAnyone);
    return coversInternet(decisions.filter(({ by }) => !isFalse(by.allows)));
  }
}
answerOnce(NsgView);

/** What the default rules of every group let in. */
function isInside(source: Value): boolean {
  return isString(source) && /^(VirtualNetwork|AzureLoadBalancer)$/i.test(source.value);
}
