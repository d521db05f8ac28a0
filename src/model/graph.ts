import type { Truth, Value } from "../value/index.ts";
import type { ResourceId } from "./id.ts";
import type { OpaqueModule } from "./raw.ts";
import type { Resource } from "./resource.ts";

/** What a reference leads to. */
export type Target =
  /** A resource of the stack, or a node for one that lies outside and is named by an id. */
  | { readonly kind: "resource"; readonly resource: Resource }
  /** Nothing is referred to: absent or null. */
  | { readonly kind: "none" }
  /**
   * Refers to something that cannot be told. `id` when its type and shape are known all the same; `candidates` are resources of
   * the stack that it may be.
   */
  | {
      readonly kind: "unknown";
      readonly value: Value;
      readonly id?: ResourceId;
      readonly candidates?: readonly Resource[];
    };

/** All resources of one evaluated stack, linked. Built once, indexed once, never changed. */
export interface Graph {
  /** Declared, existing and inline ones, in the order of their declaration. */
  readonly resources: readonly Resource[];
  readonly opaqueModules: readonly OpaqueModule[];
  /** Resources of types that no mapping knows, by type as written, with how many. */
  readonly unmapped: ReadonlyMap<string, number>;
  /** Values that the stack hands out. */
  readonly outputs: ReadonlyMap<string, Value>;

  /** Resources of an ARM type, whatever its case; empty when there are none. */
  ofType(type: string): readonly Resource[];
  byAddress(address: string): Resource | undefined;
  /**
   * Where an id value leads: by the reference it came through, else by its id. Never asked with a choice: see `targetsOf`. With the
   * type that must stand there, an input without a value leads to a node outside the stack: the same one for the same input.
   */
  target(id: Value, type?: string): Target;
  /** The same for every case that a choice can come to, each with its condition. */
  targetsOf(id: Value, type?: string): readonly { readonly target: Target; readonly holds: Truth }[];
  /** Declared resources whose property values refer to this one (by any id in their body). */
  referrers(resource: Resource): readonly Resource[];
}
