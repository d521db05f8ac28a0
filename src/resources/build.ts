import {
  type Found,
  formatResourceId,
  IdentityIndex,
  parentId,
  parseResourceId,
  type RawResource,
  type ResourceId,
  sameType,
  type Target,
} from "../model/index.ts";
import {
  appliedSymbol,
  type Choice,
  describe,
  isString,
  isUnset,
  keyOf,
  namedSymbol,
  type Value,
} from "../value/index.ts";
import { partOfId } from "./identity.ts";
import { inlineChildren } from "./inline.ts";
import type { Above, Made, MadeNode, PatchRequest } from "./made.ts";
import { Node } from "./node.ts";
import { eachReference } from "./references.ts";
import type { ResourceRegistry } from "./registry.ts";

/** Updates without a known target, above which the rest adds nothing to the doubt. */
const MOST_DOUBTS = 16;

/** The id of what a block makes, as it is read from the resource around it. */
const BLOCK_ID = /^(\w+)\[\d+\]\.id$/;

/** Puts the resources of a stack together: one node for each, linked, with everything merged that belongs to it. */
export class GraphBuilder {
  readonly nodes: Node[] = [];
  readonly referrers = new Map<Node, Node[]>();
  readonly #registry: ResourceRegistry;
  readonly #index = new IdentityIndex();
  readonly #byAddress = new Map<string, Node>();
  readonly #above = new Map<Node, Above>();
  readonly #patches: PatchRequest[] = [];
  readonly #absent = new Map<string, ResourceId>();
  readonly #doubted = new Map<string, number>();

  constructor(registry: ResourceRegistry) {
    this.#registry = registry;
  }

  /** Declared resources first: what only exists is looked for among them. */
  add(made: readonly Made[]): void {
    for (const { nodes, patches } of made) {
      const [first] = nodes;
      const again = first && nodes.length === 1 && this.#alreadyMade(first.node);
      if (again) {
        this.#nameAlso(first.node.address, again);
        continue;
      }
      for (const one of nodes) if (one.node.mode === "declared") this.#take(one);
      this.#patches.push(...patches);
    }
    for (const { nodes } of made) {
      for (const one of nodes) if (one.node.mode === "existing") this.#takeExisting(one);
    }
  }

  /** A resource that is not deployed here: whatever refers to it means one that is there already. */
  addAbsent(address: string, id: ResourceId): void {
    this.#absent.set(address, id);
  }

  link(): void {
    for (const node of [...this.nodes]) this.#linkAbove(node);
    for (const node of [...this.nodes]) this.#takeInline(node);
    for (const patch of this.#patches) this.#place(patch);
    this.#follow();
  }

  byAddress(address: string): Node | undefined {
    const node = this.#byAddress.get(address);
    if (node) return node;
    const id = this.#absent.get(address);
    return id && this.#resolve(id);
  }

  target(value: Value, type?: string): Target {
    if (isUnset(value)) return { kind: "none" };
    const read =
      value.kind === "resource"
        ? value.resource
        : value.via?.attribute === "id"
          ? value.via.resource
          : undefined;
    const known = read && this.byAddress(read.address);
    if (known) return { kind: "resource", resource: known };
    const [made, ...others] = this.#ofBlock(value);
    if (made && others.length > 0) return { kind: "unknown", value, candidates: [made, ...others] };
    if (made) return { kind: "resource", resource: made };
    const id = parseResourceId(value);
    if (!id) return this.#outside(value, type);
    const found = this.#index.find(id);
    if (found.kind === "one") return { kind: "resource", resource: found.resource };
    if (found.kind === "candidates") return { kind: "unknown", value, id, candidates: found.resources };
    return { kind: "resource", resource: this.#outsideNode(id) };
  }

  /** `azurerm_virtual_network.x.subnet[0].id`: the child that a block makes; all of them, as blocks may be a set and have no order. */
  #ofBlock({ via }: Value): readonly Node[] {
    const block = via && BLOCK_ID.exec(via.attribute)?.[1];
    const owner = block === undefined ? undefined : this.byAddress(via?.resource.address ?? "");
    const [raw] = owner?.raws ?? [];
    if (!owner || !raw || block === undefined) return [];
    const types = this.#registry
      .inlineTypes(owner.type)
      .filter((type) => this.#registry.writesInline(raw.type, block, type));
    return owner.children.filter(({ inline, type }) => inline && types.some((one) => sameType(one, type)));
  }

  /** An input without a value that must be an id of some type: a resource outside, the same one for the same input. */
  #outside(value: Value, type: string | undefined): Target {
    if (!type || value.kind !== "symbol" || value.reason !== "input") return { kind: "unknown", value };
    const names = type
      .split("/")
      .slice(1)
      .map((_, at) => partOfId(value, at));
    const resource = this.#resolve({ type, names }, value.text);
    return resource ? { kind: "resource", resource } : { kind: "unknown", value };
  }

  #take({ node, above }: MadeNode): void {
    this.nodes.push(node);
    this.#index.add(node);
    this.#above.set(node, above);
    this.#nameAlso(node.address, node);
  }

  #nameAlso(address: string, node: Node): void {
    if (!this.#byAddress.has(address)) this.#byAddress.set(address, node);
  }

  /**
   * Azure Resource Manager may be told twice to deploy the same thing: the second time it finds what is there. One declaration that
   * comes to the same id and the same body again, by a module that is deployed twice, is one resource.
   */
  #alreadyMade(node: Node): Node | undefined {
    const [raw] = node.raws;
    if (node.mode !== "declared" || !raw || !isTemplate(raw)) return undefined;
    const same = this.#index.declaredAs(node.id).find((other) => {
      const [first] = (other as Node).raws;
      return (
        first !== undefined &&
        first.span.file === raw.span.file &&
        first.span.start === raw.span.start &&
        other.symbolic === node.symbolic &&
        keyOf(first.condition) === keyOf(raw.condition) &&
        keyOf(first.body) === keyOf(raw.body)
      );
    });
    return same as Node | undefined;
  }

  #takeExisting(made: MadeNode): void {
    const found: Found = this.#index.find(made.node.id);
    if (found.kind !== "one") {
      this.#take(made);
      return;
    }
    const node = found.resource as Node;
    this.#byAddress.set(made.node.address, node);
    if (node.mode === "existing") node.raws.push(...made.node.raws);
  }

  /** The node under an id, made when there is none; undefined when it may be one of several. */
  #resolve(id: ResourceId, address?: string): Node | undefined {
    const found = this.#index.find(id);
    if (found.kind === "one") return found.resource as Node;
    return found.kind === "none" ? this.#outsideNode(id, address) : undefined;
  }

  #outsideNode(id: ResourceId, address: string = textOfId(id)): Node {
    const type = this.#registry.officialType(id.type);
    const definition = this.#registry.definition(type);
    const node = new Node({ type, id: { ...id, type }, address, mode: "existing", definition });
    if (this.#isPart(id)) {
      this.#index.add(node);
      node.parent = this.#findAbove(node, {});
      return node;
    }
    this.#take({ node, above: {} });
    this.#linkAbove(node);
    return node;
  }

  /** A frontend, a probe, a pool: has an id, but is no resource of its own. */
  #isPart(id: ResourceId): boolean {
    const above = parentId(id);
    return above !== undefined && this.#registry.knows(above.type) && !this.#registry.knows(id.type);
  }

  #linkAbove(node: Node): void {
    if (node.parent || node.id.names.length < 2) return;
    const parent = this.#findAbove(node, this.#above.get(node) ?? {});
    if (!parent) return;
    node.parent = parent;
    parent.children.push(node);
  }

  #findAbove({ id, type }: Node, { node, handle, name, id: value }: Above): Node | undefined {
    if (node) return node;
    const parentType = type.slice(0, type.lastIndexOf("/"));
    const read = handle ?? (name?.via?.attribute === "name" ? name.via.resource : undefined);
    const known = read && this.byAddress(read.address);
    if (known && sameType(known.type, parentType)) return known;
    const target = value && value.kind !== "choice" ? this.target(value, parentType) : undefined;
    if (target?.kind === "resource" && sameType(target.resource.type, parentType))
      return target.resource as Node;
    if (target?.kind === "unknown" && !target.id) return undefined;
    const above = parentId(id);
    return above && this.#resolve(above);
  }

  #takeInline(owner: Node): void {
    for (const { node, bodies } of inlineChildren(owner, this.#registry)) {
      const same = owner.children.find(
        (child) =>
          sameType(child.type, node.type) && nameOf(child) === nameOf(node) && child.mode === "declared",
      );
      if (same && !same.inline) {
        same.alsoInline(bodies, owner.raws);
        continue;
      }
      node.parent = owner;
      const known = this.#index.find(node.id);
      if (known.kind === "one" && known.resource.mode === "existing")
        this.#replace(known.resource as Node, node);
      owner.children.push(node);
      this.#take({ node, above: { node: owner } });
      this.#takeInline(node);
    }
  }

  /** What was only referred to turns out to be written inside its parent. */
  #replace(existing: Node, declared: Node): void {
    this.#index.remove(existing);
    const siblings = existing.parent?.children ?? [];
    if (siblings.includes(existing)) siblings.splice(siblings.indexOf(existing), 1);
    if (this.nodes.includes(existing)) this.nodes.splice(this.nodes.indexOf(existing), 1);
    for (const raw of existing.raws) this.#byAddress.set(raw.address, declared);
    for (const child of existing.children) {
      child.parent = declared;
      declared.children.push(child);
    }
  }

  #place(request: PatchRequest): void {
    const { target, raw } = request;
    const always = raw.condition.kind === "literal" ? undefined : raw.condition;
    if ("value" in target) this.#placeOn(request, target.value, always);
    else {
      const found = this.#index.find(target.id);
      if (found.kind === "candidates") this.#doubt(request, found.resources as readonly Node[]);
      else {
        const node = found.kind === "one" ? (found.resource as Node) : this.#outsideNode(target.id);
        this.#apply(request, node, always);
      }
    }
  }

  #placeOn(request: PatchRequest, value: Value, when: Value | undefined): void {
    // An id that was read from a resource means that one, whatever its name depends on.
    if (value.kind === "choice" && !(value.via?.attribute === "id")) {
      this.#placeOn(request, value.then, both(when, value.condition));
      this.#placeOn(request, value.otherwise, both(when, negated(value)));
      return;
    }
    const target = this.target(value, request.type);
    if (target.kind === "resource" && sameType(target.resource.type, request.type)) {
      this.#apply(request, target.resource as Node, when);
    } else if (target.kind === "unknown") {
      if (target.candidates) this.#doubt(request, target.candidates as readonly Node[]);
      else {
        if (this.#isNewDoubt(request)) this.#doubt(request, this.#declared(request.type));
        this.#apply(request, this.#somewhere(request, value), when);
      }
    }
  }

  /** Whatever it is, it is there: what the declaration refers to is in use. In no index, as nobody can tell what else means it. */
  #somewhere({ type }: PatchRequest, value: Value): Node {
    const names = type
      .split("/")
      .slice(1)
      .map((_, at) => partOfId(value, at));
    const definition = this.#registry.definition(type);
    const node = new Node({
      type,
      id: { type, names },
      address: describe(value),
      mode: "existing",
      definition,
    });
    this.nodes.push(node);
    return node;
  }

  #apply(request: PatchRequest, node: Node, when: Value | undefined): void {
    const { raw } = request;
    const some = raw.symbolic && !node.symbolic ? someInstance(raw) : undefined;
    // Both come and go together: where the resource is, the declaration holds.
    const own = node.raws[0]?.condition;
    const together = when && own && keyOf(when) === keyOf(own);
    const condition = together ? undefined : when;
    node.patch(request.make(node.id, some ? both(condition, some) : condition), raw);
  }

  /** Whoever it is meant for, none of these can be said not to have it. */
  #doubt(request: PatchRequest, nodes: readonly Node[]): void {
    const { filled } = request.make(undefined, undefined);
    for (const node of nodes) node.doubt(filled.body, `${request.raw.address} may set it`, request.raw.span);
  }

  /** Declarations of one kind cast the same doubt; of those with bodies of their own, a few are enough. */
  #isNewDoubt({ type, raw }: PatchRequest): boolean {
    const key = `${type} ${raw.type}`;
    const cast = this.#doubted.get(key) ?? 0;
    this.#doubted.set(key, cast + 1);
    return cast < (raw.type.startsWith("azapi_") ? MOST_DOUBTS : 1);
  }

  #declared(type: string): readonly Node[] {
    return this.nodes.filter((node) => node.mode === "declared" && sameType(node.type, type));
  }

  /** Finds what every declared resource refers to; ids that lead outside get their node here. */
  #follow(): void {
    for (const node of [...this.nodes]) {
      if (node.mode === "existing" && node.raws.length === 0) continue;
      const seen = new Set<Node>([node]);
      eachReference(node.body, (reference) => {
        const target = this.target(reference);
        if (target.kind !== "resource") return;
        const found = target.resource as Node;
        this.#refer(node, found, seen);
        // Who refers to a part of a resource refers to the resource.
        if (found.parent && !found.parent.children.includes(found)) this.#refer(node, found.parent, seen);
      });
    }
  }

  #refer(node: Node, to: Node, seen: Set<Node>): void {
    if (seen.has(to)) return;
    seen.add(to);
    const referrers = this.referrers.get(to);
    if (referrers) referrers.push(node);
    else this.referrers.set(to, [node]);
  }
}

function isTemplate({ language }: RawResource): boolean {
  return language === "arm" || language === "bicep";
}

function nameOf(node: Node): string {
  return isString(node.name) ? node.name.value.toLowerCase() : describe(node.name);
}

function both(a: Value | undefined, b: Value): Value {
  return a ? appliedSymbol("&&", [a, b], `${describe(a)} && ${describe(b)}`, { type: "bool" }) : b;
}

function negated({ condition }: Choice): Value {
  return appliedSymbol("!", [condition], `!(${describe(condition)})`, { type: "bool" });
}

function someInstance(raw: RawResource): Value {
  return namedSymbol("computed", raw.address, `one of ${raw.address} is meant for it`, { type: "bool" });
}

function textOfId(id: ResourceId): string {
  const text = formatResourceId(id);
  return isString(text) ? text.value : describe(text).replace(/^"|"$/g, "");
}
