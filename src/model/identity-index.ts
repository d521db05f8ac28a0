import { isString, type Value } from "../value/index.ts";
import { idKey, nameKey, type ResourceId } from "./id.ts";
import { IdMatcher } from "./id-matcher.ts";
import type { Resource } from "./resource.ts";

/** What is known under an id. */
export type Found =
  | { readonly kind: "one"; readonly resource: Resource }
  /** One of these, or something else: their names, or the one that was asked for, are not known. */
  | { readonly kind: "candidates"; readonly resources: readonly Resource[] }
  | { readonly kind: "none" };

/** Above this many resources with unknown names, an unknown name is no longer compared with each of them. */
const MOST_COMPARED = 200;

/**
 * Resources by their ids. Names compare without case; a part of the scope that one side leaves out counts as the same. Two
 * different unknown names are neither equal nor different.
 */
export class IdentityIndex {
  readonly #exact = new Map<string, Resource[]>();
  /** Declared ones of which some name is not known, by type. */
  readonly #unknown = new Map<string, Resource[]>();
  readonly #declared = new Map<string, Resource[]>();
  /** Answers of `#maybe`; only a declared resource can change them. */
  readonly #asked = new Map<string, readonly Resource[]>();
  readonly #match = new IdMatcher();

  add(resource: Resource): void {
    push(this.#exact, idKey(resource.id), resource);
    if (resource.mode !== "declared") return;
    this.#asked.clear();
    const type = resource.id.type.toLowerCase();
    push(this.#declared, type, resource);
    if (!resource.id.names.every(isString)) push(this.#unknown, type, resource);
  }

  remove(resource: Resource): void {
    this.#asked.clear();
    for (const map of [this.#exact, this.#unknown, this.#declared]) {
      for (const key of [idKey(resource.id), resource.id.type.toLowerCase()]) {
        const items = map.get(key);
        if (items?.includes(resource)) items.splice(items.indexOf(resource), 1);
      }
    }
  }

  /** What is declared under this very id: every part of it, the scope too, is the same, known or not. */
  declaredAs(id: ResourceId): readonly Resource[] {
    const named = this.#exact.get(idKey(id)) ?? [];
    return named.filter((resource) => resource.mode === "declared" && sameScope(resource.id, id));
  }

  find(id: ResourceId): Found {
    const named = this.#exact.get(idKey(id)) ?? [];
    const there = named.filter((resource) => this.#match.scopes(resource.id, id) === "same");
    if (there.length === 1 && there[0]) return { kind: "one", resource: there[0] };
    if (there.length > 1) return closest(there, id);
    const close = named.filter((resource) => this.#match.scopes(resource.id, id) === "maybe");
    const candidates = [...close, ...this.#maybe(id)].filter((resource) => resource.mode === "declared");
    if (candidates.length > 0) return { kind: "candidates", resources: [...new Set(candidates)] };
    return { kind: "none" };
  }

  #maybe(id: ResourceId): readonly Resource[] {
    const question = `${idKey(id)}|${key(id.resourceGroup)}|${key(id.subscription)}`;
    const known = id.extends ? undefined : this.#asked.get(question);
    const answer = known ?? this.#compare(id);
    if (!known && !id.extends) this.#asked.set(question, answer);
    return answer;
  }

  #compare(id: ResourceId): readonly Resource[] {
    const type = id.type.toLowerCase();
    const known = id.names.every(isString);
    const others = (known ? this.#unknown : this.#declared).get(type) ?? [];
    if (others.length > MOST_COMPARED) return [];
    return others.filter(
      (resource) =>
        this.#match.names(resource.id.names, id.names) === "maybe" &&
        this.#match.scopes(resource.id, id) !== "different",
    );
  }
}

/** Of several in the same scope the one whose subscription is named alike; the same id declared twice stays open. */
function closest(resources: readonly Resource[], id: ResourceId): Found {
  const exact = resources.filter((resource) => key(resource.id.subscription) === key(id.subscription));
  const [only] = exact;
  if (exact.length === 1 && only) return { kind: "one", resource: only };
  return { kind: "candidates", resources: exact.length > 1 ? exact : resources };
}

function sameScope(a: ResourceId, b: ResourceId): boolean {
  const same =
    key(a.subscription) === key(b.subscription) &&
    key(a.resourceGroup) === key(b.resourceGroup) &&
    key(a.managementGroup) === key(b.managementGroup);
  if (!same || !a.extends || !b.extends) return same && a.extends === b.extends;
  return idKey(a.extends) === idKey(b.extends) && sameScope(a.extends, b.extends);
}

function key(value: Value | undefined): string {
  return value ? nameKey(value) : "";
}

function push<T>(map: Map<string, T[]>, at: string, item: T): void {
  const items = map.get(at);
  if (items) items.push(item);
  else map.set(at, [item]);
}
