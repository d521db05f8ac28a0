import type { RawResource } from "../../../model/index.ts";
import type { Span } from "../../../source/index.ts";
import { isUnset, namedSymbol, type ObjectValue, type Value } from "../../../value/index.ts";

/** What an instance of a `resource` or `data` block is made of. */
export interface InstanceParts {
  readonly address: string;
  readonly type: string;
  readonly mode: RawResource["mode"];
  readonly module: string;
  readonly span: Span;
  readonly condition: Value;
  readonly symbolic: boolean;
  readonly provider: NonNullable<RawResource["provider"]>;
  /** Arguments and blocks, worked out when read. */
  readonly body: ObjectValue;
  /** The names in the body that are blocks. */
  readonly blocks: ReadonlyMap<string, unknown>;
  /** An attribute that is not written in the body: `id`, or what only the cloud knows. */
  readonly computed: (name: string, instance: RawResource) => Value;
}

/** One instance of a resource or data source, whose arguments are evaluated when they are read. */
export class ResourceInstance implements RawResource {
  readonly language = "terraform";
  readonly address: string;
  readonly type: string;
  readonly mode: RawResource["mode"];
  readonly module: string;
  readonly span: Span;
  readonly condition: Value;
  readonly symbolic: boolean;
  readonly provider: NonNullable<RawResource["provider"]>;
  readonly body: ObjectValue;
  readonly #blocks: InstanceParts["blocks"];
  readonly #computed: InstanceParts["computed"];
  readonly #attributes = new Map<string, Value>();
  #running = false;

  constructor(parts: InstanceParts) {
    this.address = parts.address;
    this.type = parts.type;
    this.mode = parts.mode;
    this.module = parts.module;
    this.span = parts.span;
    this.condition = parts.condition;
    this.symbolic = parts.symbolic;
    this.provider = parts.provider;
    this.body = parts.body;
    this.#blocks = parts.blocks;
    this.#computed = parts.computed;
  }

  /** What a reference to the attribute gives: the argument as declared, or what stands for an attribute that is not. */
  attribute(name: string): Value {
    const done = this.#attributes.get(name);
    if (done) return done;
    const written = this.body.entries.get(name);
    const read = this.#through(
      name,
      written && !isUnset(written) && !this.#isEmptyBlock(name, written) ? written : this.#unwritten(name),
    );
    this.#attributes.set(name, read);
    return read;
  }

  /** A dynamic block without members leaves it to the cloud what there is. */
  #isEmptyBlock(name: string, value: Value): boolean {
    return this.#blocks.has(name) && value.kind === "list" && value.items.length === 0 && !value.rest;
  }

  /** While the id is worked out of other attributes, whoever asks for one gets what only the cloud knows. */
  #unwritten(name: string): Value {
    if (this.#running) return namedSymbol("computed", "", `${this.address}.${name}`);
    this.#running = true;
    try {
      return this.#computed(name, this);
    } finally {
      this.#running = false;
    }
  }

  /**
   * Reading `id` or `name` names this resource. Any other argument that was itself read from a resource goes on naming that one:
   * `azurerm_private_endpoint.x.subnet_id` is the subnet's id.
   */
  #through(name: string, value: Value): Value {
    if (value.kind === "absent" || (value.via && name !== "id" && name !== "name")) return value;
    const via = { resource: this, attribute: name };
    if (value.kind !== "list" || !this.#blocks.has(name)) return { ...value, via };
    // Each block names its place, too: functions like `one` and `element` take it out of the list.
    const items = value.items.map((item, at) =>
      item.kind === "object" ? { ...item, via: { resource: this, attribute: `${name}[${at}]` } } : item,
    );
    return { ...value, items, via };
  }

  attributeNames(): readonly string[] {
    return [...this.body.entries.keys()];
  }
}
