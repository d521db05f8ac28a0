import type { RawResource, ResourceId } from "../model/index.ts";
import type { ResourceHandle, Value } from "../value/index.ts";
import type { Node, NodePatch } from "./node.ts";

/** What a declaration comes to, before anything is linked. */
export interface Made {
  readonly nodes: readonly MadeNode[];
  readonly patches: readonly PatchRequest[];
  /** Nothing is known of its properties: the type has no table. */
  readonly unmapped?: true;
}

export interface MadeNode {
  readonly node: Node;
  readonly above: Above;
}

/** How a resource names the one above it; its own id says it in any case. */
export interface Above {
  readonly id?: Value;
  readonly name?: Value;
  readonly handle?: ResourceHandle;
  readonly node?: Node;
}

/** A declaration that says something of another resource. */
export interface PatchRequest {
  readonly raw: RawResource;
  /** The type of that resource. */
  readonly type: string;
  /** Its id, as a value or taken apart. */
  readonly target: { readonly value: Value } | { readonly id: ResourceId };
  /** What is said, once it is known of which one; under a condition when it does not always hold. */
  readonly make: (target: ResourceId | undefined, when: Value | undefined) => NodePatch;
}

export const NOTHING: Made = { nodes: [], patches: [] };
