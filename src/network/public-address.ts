import type { Resource } from "../model/index.ts";
import type { Value } from "../value/index.ts";
import { answerOnce } from "./lazy.ts";
import { Members, type Spot } from "./members.ts";
import type { PublicAddress } from "./view.ts";
import type { Views } from "./views.ts";

export class PublicAddressView implements PublicAddress {
  readonly resource: Resource;
  readonly #views: Views;

  constructor(resource: Resource, views: Views) {
    this.resource = resource;
    this.#views = views;
  }

  get sku(): Value {
    return this.resource.get("sku.name");
  }

  get attachedTo(): Members<Spot> {
    const users = this.#views.graph.referrers(this.resource);
    return new Members(
      users.map((resource) => ({ is: { resource, path: "properties" }, holds: resource.exists })),
    );
  }
}
answerOnce(PublicAddressView);
