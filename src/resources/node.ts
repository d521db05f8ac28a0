import { formatResourceId, type RawResource, type Resource, type ResourceId } from "../model/index.ts";
import { contains, firstLine, type Span } from "../source/index.ts";
import {
  ABSENT,
  follow,
  isUnset,
  listedItem,
  literal,
  mapArms,
  memberIgnoringCase,
  namedSymbol,
  type ObjectValue,
  object,
  pathSteps,
  type Truth,
  type Value,
  yes,
} from "../value/index.ts";
import { fillItems, serviceDefault } from "./defaults.ts";
import type { ResourceDefinition } from "./define.ts";
import { overlay, type Patch, patched } from "./merge.ts";

/** A body as it is written, and with what the provider fills in. Made when first asked for. */
export interface Bodies {
  readonly written: () => ObjectValue;
  /** The same as `written` where the language fills nothing in. */
  readonly filled?: () => ObjectValue;
}

interface NodeFacts {
  readonly type: string;
  readonly id: ResourceId;
  readonly address: string;
  readonly mode: "declared" | "existing";
  readonly inline?: boolean;
  readonly symbolic?: boolean;
  readonly exists?: Truth;
  readonly apiVersion?: string | undefined;
  readonly raws?: readonly RawResource[];
  readonly span?: Span | undefined;
  readonly definition?: ResourceDefinition | undefined;
  readonly bodies?: Bodies;
}

/** A patch in both readings of the declaration that it comes from. */
export interface NodePatch {
  readonly written: Patch;
  readonly filled: Patch;
}

const NO_BODY: ObjectValue = object(new Map());

/** A resource of the graph. Parents, children and patches are added while the graph is built, and never after. */
export class Node implements Resource {
  readonly type: string;
  readonly id: ResourceId;
  readonly address: string;
  readonly mode: "declared" | "existing";
  readonly inline: boolean;
  readonly symbolic: boolean;
  readonly exists: Truth;
  readonly apiVersion: string | undefined;
  readonly span: Span | undefined;
  readonly raws: RawResource[];
  readonly children: Node[] = [];
  parent: Node | undefined;
  readonly #definition: ResourceDefinition | undefined;
  readonly #bodies: Bodies;
  readonly #patches: NodePatch[] = [];
  /** Declarations of which nobody can tell whether they say something of this one. */
  readonly #doubtful: { readonly body: ObjectValue; readonly text: string; readonly span: Span }[] = [];
  #under: Bodies | undefined;
  #written: ObjectValue | undefined;
  #filled: ObjectValue | undefined;

  constructor(facts: NodeFacts) {
    this.type = facts.type;
    this.id = facts.id;
    this.address = facts.address;
    this.mode = facts.mode;
    this.inline = facts.inline ?? false;
    this.symbolic = facts.symbolic ?? false;
    this.exists = facts.exists ?? yes();
    this.apiVersion = facts.apiVersion;
    this.raws = [...(facts.raws ?? [])];
    this.span = facts.span;
    this.#definition = facts.definition;
    this.#bodies = facts.bodies ?? { written: () => NO_BODY };
  }

  get name(): Value {
    return this.id.names.at(-1) ?? ABSENT;
  }

  get body(): ObjectValue {
    this.#written ??= this.#layers((bodies) => bodies.written(), "written");
    return this.#written;
  }

  get(path: string): Value {
    const value = follow(this.#effective, path);
    if (!isUnset(value) && value.kind !== "choice") return value;
    const missing = this.#missing(path);
    if (value.kind !== "choice") return missing;
    return mapArms(value, (leaf) => (isUnset(leaf) ? missing : leaf));
  }

  written(path: string): Value {
    return follow(this.body, path);
  }

  spanOf(path: string): Span | undefined {
    let at: Value = this.body;
    let best: Span | undefined;
    for (const step of pathSteps(path)) {
      if (typeof step === "number") {
        at = listedItem(at, step);
        best = this.#ownRange(at.origin?.span) ?? best;
      } else {
        best = this.#ownRange(rangeIn(at, step)) ?? best;
        at = memberIgnoringCase(at, step);
      }
    }
    return best ?? (this.span && firstLine(this.span));
  }

  /** The range, when it lies in one of the declarations that this resource was made from. */
  #ownRange(range: Span | undefined): Span | undefined {
    return range && this.raws.some((raw) => contains(raw.span, range)) ? range : undefined;
  }

  /** Another declaration says something of this resource. */
  patch(patch: NodePatch, raw: RawResource): void {
    this.#patches.push(patch);
    if (!this.raws.includes(raw)) this.raws.push(raw);
    this.#forget();
  }

  /** Another declaration may say this of the resource. */
  doubt(body: ObjectValue, text: string, span: Span): void {
    this.#doubtful.push({ body, text, span });
  }

  /** The same resource is written inside its parent, too. */
  alsoInline(bodies: Bodies, raws: readonly RawResource[]): void {
    this.#under = bodies;
    for (const raw of raws) if (!this.raws.includes(raw)) this.raws.push(raw);
    this.#forget();
  }

  #forget(): void {
    this.#written = undefined;
    this.#filled = undefined;
  }

  get #effective(): ObjectValue {
    this.#filled ??= fillItems(
      this.#layers((bodies) => (bodies.filled ?? bodies.written)(), "filled"),
      this.#definition,
      this,
    );
    return this.#filled;
  }

  #layers(read: (bodies: Bodies) => ObjectValue, which: "written" | "filled"): ObjectValue {
    const own = read(this.#bodies);
    const base = this.#under ? overlay(read(this.#under), own) : own;
    return this.#patches.reduce((body, patch) => patched(body, patch[which]), base);
  }

  #saidByOthers(path: string): Value | undefined {
    for (const { body, text, span } of this.#doubtful) {
      if (isUnset(follow(body, path))) continue;
      const origin = { kind: "computed" as const, span: firstLine(span), label: text };
      return namedSymbol("computed", this.address, `${path} (${text})`, { origin });
    }
    return undefined;
  }

  #missing(path: string): Value {
    if (this.#doubtful.length > 0) {
      const said = this.#saidByOthers(path);
      if (said) return said;
    }
    // Nearly every path leads below `properties`.
    if (!path.includes(".")) {
      switch (path.toLowerCase()) {
        case "id":
          return formatResourceId(this.id);
        case "name":
          return this.name;
        case "type":
          return literal(this.type);
      }
    }
    if (this.mode === "existing") return namedSymbol("computed", this.address, `${this.address}.${path}`);
    return serviceDefault(this.#definition, this, path) ?? ABSENT;
  }
}

function rangeIn(value: Value, name: string): Span | undefined {
  if (value.kind === "choice") return rangeIn(value.then, name) ?? rangeIn(value.otherwise, name);
  if (value.kind !== "object" || !value.ranges) return undefined;
  const exact = value.ranges.get(name);
  if (exact || value.ranges.size === 0) return exact;
  const folded = name.toLowerCase();
  for (const known of value.ranges.keys())
    if (known.length === name.length && known.toLowerCase() === folded) return value.ranges.get(known);
  return undefined;
}
