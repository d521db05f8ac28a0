import type { Span } from "../source/index.ts";
import type { ObjectValue, Truth, Value } from "../value/index.ts";
import type { ResourceId } from "./id.ts";
import type { RawResource } from "./raw.ts";

/** A resource in ARM's vocabulary: the only kind that the network layer and the rules see. */
export interface Resource {
  /** Official casing, where known: `Microsoft.Storage/storageAccounts`. */
  readonly type: string;
  readonly id: ResourceId;
  /** The last name of the id. */
  readonly name: Value;
  /** As its author would type it; for inline children `owner/collection/name`. */
  readonly address: string;
  /** `existing` ones lie outside the stack: only what is written of them is known. */
  readonly mode: "declared" | "existing";
  /** Written inside its parent's declaration, not as a resource of its own. */
  readonly inline: boolean;
  /** Stands for an unknown number of instances. */
  readonly symbolic: boolean;
  /** The body in ARM's shape: `location`, `sku`, `kind`, `properties`, … As it is written: without any default. */
  readonly body: ObjectValue;
  /** Whether it exists. */
  readonly exists: Truth;
  readonly parent: Resource | undefined;
  readonly children: readonly Resource[];
  readonly apiVersion: string | undefined;
  /** What it was made from: the declaration itself first, then associations and others that merged into it. Empty for ids only referred to. */
  readonly raws: readonly RawResource[];
  /** The whole declaration; undefined for a resource that is only referred to by an id. */
  readonly span: Span | undefined;

  /**
   * A property by dotted ARM path (`properties.publicNetworkAccess`); names compare without case. Where nothing is
   * set (absent or null) the documented default is given, as a value whose origin has kind `default`. Absent
   * when there is none; a symbol when the service computes it or when the resource is existing and nothing is written.
   */
  get(path: string): Value;
  /** The same without defaults: what the code says. */
  written(path: string): Value;
  /**
   * The narrowest range in the subject's own declaration that carries this property: the attribute, the block around it where it
   * is missing, else the first line.
   */
  spanOf(path: string): Span | undefined;
}
