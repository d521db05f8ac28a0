import type { Graph, Resource } from "../model/index.ts";
import { isFalse, isString, no, type Truth, truthOf, unknown, type Value } from "../value/index.ts";
import { partsBelow } from "./parts.ts";

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

  /** Whether no module was handed anything. */
  get isNothing(): boolean {
    return this.#toModules.size === 0;
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
  const isId = (at: Value): boolean =>
    at.via !== undefined ||
    at.kind === "resource" ||
    at.kind === "template" ||
    (isString(at) && at.value.includes("/providers/"));
  for (const at of partsBelow(value, (part) => !isId(part))) {
    if (at.via) {
      if (IDENTIFYING.has(at.via.attribute)) add(graph.byAddress(at.via.resource.address));
    } else if (at.kind === "resource") add(graph.byAddress(at.resource.address));
    else if (isId(at)) {
      const target = graph.target(at);
      if (target.kind === "resource") add(target.resource);
    }
  }
  return found;
}
