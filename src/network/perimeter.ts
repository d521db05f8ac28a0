import type { Resource } from "../model/index.ts";
import { is, type Truth, type Value } from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Reference } from "./members.ts";
import type { Perimeter, PerimeterAssociation } from "./view.ts";
import type { Views } from "./views.ts";

export const PERIMETER = "Microsoft.Network/networkSecurityPerimeters";
export const ASSOCIATION = "Microsoft.Network/networkSecurityPerimeters/resourceAssociations";
const PROFILE = "Microsoft.Network/networkSecurityPerimeters/profiles";
const ACCESS_RULE = "microsoft.network/networksecurityperimeters/profiles/accessrules";

export class PerimeterView implements Perimeter {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get associations(): Members<PerimeterAssociation> {
    const found = this.resource.children.filter(
      ({ type }) => type.toLowerCase() === ASSOCIATION.toLowerCase(),
    );
    return new Members(
      found.map((resource) => ({
        is: new PerimeterAssociationView(resource, this.#views),
        holds: resource.exists,
      })),
    );
  }
}
answerOnce(PerimeterView);

export class PerimeterAssociationView implements PerimeterAssociation {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get target(): Reference<Resource> {
    return this.#views.reference(
      this.resource,
      "properties.privateLinkResource.id",
      undefined,
      (found) => found,
    );
  }

  get mode(): Value {
    return this.resource.get("properties.accessMode");
  }

  /** Learning, its new name Transition, and Audit block nothing. */
  get enforced(): Truth {
    return is(this.mode, "Enforced");
  }

  get inboundRules(): Members<Resource> {
    return this.#views
      .reference(this.resource, "properties.profile.id", PROFILE, (found) => found)
      .to.flatMap((profile) => {
        const rules = profile.children.filter(({ type }) => type.toLowerCase() === ACCESS_RULE);
        return new Members(rules.map((rule) => ({ is: rule, holds: rule.exists })));
      })
      .where((rule) => is(rule.get("properties.direction"), "Inbound"));
  }
}
answerOnce(PerimeterAssociationView);
