import { casesOf, isString, type Truth, type Value } from "../value/index.ts";
import type { Graph, Target } from "./graph.ts";
import type { OpaqueModule } from "./raw.ts";
import type { Resource } from "./resource.ts";

/** What a graph is made of: resources that are linked already. */
export interface GraphParts {
  readonly resources: readonly Resource[];
  readonly opaqueModules: readonly OpaqueModule[];
  readonly unmapped: ReadonlyMap<string, number>;
  readonly outputs: ReadonlyMap<string, Value>;
  readonly target: (id: Value, type: string | undefined) => Target;
  readonly byAddress: (address: string) => Resource | undefined;
  readonly referrers: ReadonlyMap<Resource, readonly Resource[]>;
}

/** The graph of one stack over its resources, indexed by type when that is first asked for. */
export class StackGraph implements Graph {
  readonly resources: readonly Resource[];
  readonly opaqueModules: readonly OpaqueModule[];
  readonly unmapped: ReadonlyMap<string, number>;
  readonly outputs: ReadonlyMap<string, Value>;
  readonly #parts: GraphParts;
  /** Where ids that are texts lead: the same few are written again and again. */
  readonly #byText = new Map<string, Target>();
  #types: ReadonlyMap<string, readonly Resource[]> | undefined;

  constructor(parts: GraphParts) {
    this.resources = [...parts.resources];
    this.opaqueModules = parts.opaqueModules;
    this.unmapped = parts.unmapped;
    this.outputs = parts.outputs;
    this.#parts = parts;
  }

  ofType(type: string): readonly Resource[] {
    this.#types ??= byType(this.resources);
    return this.#types.get(type.toLowerCase()) ?? [];
  }

  byAddress(address: string): Resource | undefined {
    return this.#parts.byAddress(address);
  }

  target(id: Value, type?: string): Target {
    if (!isString(id) || id.via) return this.#parts.target(id, type);
    const known = this.#byText.get(id.value);
    if (known) return known;
    const target = this.#parts.target(id, type);
    // What cannot be told names the value itself, with its place.
    if (target.kind === "resource") this.#byText.set(id.value, target);
    return target;
  }

  targetsOf(id: Value, type?: string): readonly { readonly target: Target; readonly holds: Truth }[] {
    return casesOf(id).map(({ value, holds }) => ({ target: this.target(value, type), holds }));
  }

  referrers(resource: Resource): readonly Resource[] {
    return this.#parts.referrers.get(resource) ?? [];
  }
}

function byType(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const types = new Map<string, Resource[]>();
  const folded = new Map<string, string>();
  for (const resource of resources) {
    const type = folded.get(resource.type) ?? resource.type.toLowerCase();
    folded.set(resource.type, type);
    const known = types.get(type);
    if (known) known.push(resource);
    else types.set(type, [resource]);
  }
  return types;
}
