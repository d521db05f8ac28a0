import type { Graph, Resource } from "../model/index.ts";
import { isFalse, isString, no, type Truth, truthOf, unknown, type Value } from "../value/index.ts";

/** What is handed to places that nobody can look into: modules that are not there, and the stack's own outputs. */
export class HandedOut {
  readonly #toModules = new Map<Resource, Truth>();
  readonly #outputs = new Set<Resource>();

  constructor(graph: Graph) {
    for (const { address, inputs, condition, span, reason } of graph.opaqueModules) {
      if (isFalse(truthOf(condition))) continue;
      const doubt = unknown(`what ${address} does with it (${reason})`, span);
      for (const resource of resourcesIn(inputs, graph)) {
        if (!this.#toModules.has(resource)) this.#toModules.set(resource, doubt);
      }
    }
    for (const value of graph.outputs.values()) {
      for (const resource of resourcesIn(value, graph)) this.#outputs.add(resource);
    }
  }

  /** Unknown where a module was handed the resource; else false. */
  toModule(resource: Resource): Truth {
    return this.#toModules.get(resource) ?? no();
  }

  byOutput(resource: Resource): boolean {
    return this.#outputs.has(resource);
  }
}

/** Attributes that say which resource is meant; others tell only something about it. */
const IDENTIFYING: ReadonlySet<string> = new Set(["id", "name"]);

function resourcesIn(value: Value, graph: Graph): ReadonlySet<Resource> {
  const found = new Set<Resource>();
  const add = (resource: Resource | undefined): void => {
    if (resource) found.add(resource);
  };
  const pending: Value[] = [value];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.via) {
      if (IDENTIFYING.has(at.via.attribute)) add(graph.byAddress(at.via.resource.address));
    } else if (at.kind === "resource") add(graph.byAddress(at.resource.address));
    else if (at.kind === "list") pending.push(...at.items);
    else if (at.kind === "object") pending.push(...at.entries.values());
    else if (at.kind === "choice") pending.push(at.then, at.otherwise);
    else if (at.kind === "template" || (isString(at) && at.value.includes("/providers/"))) {
      const target = graph.target(at);
      if (target.kind === "resource") add(target.resource);
    } else if (at.kind === "symbol" && at.operands) pending.push(...at.operands);
  }
  return found;
}
