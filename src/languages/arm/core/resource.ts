import {
  type DeploymentScope,
  formatResourceId,
  type Language,
  type RawResource,
} from "../../../model/index.ts";
import type { Span } from "../../../source/index.ts";
import {
  ABSENT,
  choose,
  concatenate,
  isString,
  isUnset,
  item,
  listOf,
  literal,
  mapArms,
  memberIgnoringCase,
  namedSymbol,
  type ObjectValue,
  object,
  type ResourceHandle,
  splitString,
  type Value,
  withVia,
} from "../../../value/index.ts";
import type { ResourceDeclaration } from "./template.ts";

export interface ResourceFacts {
  readonly language: Language;
  readonly address: string;
  readonly declaration: ResourceDeclaration;
  readonly module: string;
  readonly scope: DeploymentScope;
  readonly symbolic: boolean;
  readonly condition: Value;
  readonly parent: ArmResource | undefined;
  /** The resource that an extension resource lies on. */
  readonly on: ResourceHandle | undefined;
  /** Evaluated when first asked for: resources refer to each other in any order. */
  readonly name: () => Value;
  readonly body: () => ObjectValue;
}

/** One instance of a declared resource. Names and body are evaluated lazily and once; a ring of references ends in symbols. */
export class ArmResource implements RawResource {
  readonly parent?: ResourceHandle;
  readonly #facts: ResourceFacts;
  #names: readonly Value[] | undefined;
  #body: ObjectValue | undefined;
  #readBack: Value | undefined;
  readonly #busy = new Set<"names" | "body">();

  constructor(facts: ResourceFacts) {
    this.#facts = facts;
    const parent = facts.parent ?? facts.on;
    if (parent) this.parent = parent;
  }

  get language(): Language {
    return this.#facts.language;
  }
  get address(): string {
    return this.#facts.address;
  }
  get type(): string {
    return this.#facts.declaration.type;
  }
  get mode(): "declared" | "existing" {
    return this.#facts.declaration.existing ? "existing" : "declared";
  }
  get condition(): Value {
    return this.#facts.condition;
  }
  get symbolic(): boolean {
    return this.#facts.symbolic;
  }
  get span(): Span {
    return this.#facts.declaration.span;
  }
  get apiVersion(): string {
    return this.#facts.declaration.apiVersion ?? "";
  }
  get module(): string {
    return this.#facts.module;
  }
  get scope(): DeploymentScope {
    return this.#facts.scope;
  }
  get declaration(): ResourceDeclaration {
    return this.#facts.declaration;
  }

  /** One name for each segment of the type after its namespace, outermost first. */
  get names(): readonly Value[] {
    this.#names ??= this.#guard("names", () => this.#namesOf()) ?? [this.#computed("name")];
    return this.#names;
  }

  get body(): ObjectValue {
    this.#body ??= this.#guard("body", () => this.#bodyOf()) ?? object(new Map());
    return this.#body;
  }

  attribute(name: string): Value {
    switch (name.toLowerCase()) {
      case "id":
        return withVia(this.id, { resource: this, attribute: "id" });
      case "name":
        return withVia(this.#fullName(), { resource: this, attribute: "name" });
      case "type":
        return literal(this.type);
      case "apiversion":
        return literal(this.apiVersion);
      case "properties":
        this.#readBack ??= this.#propertiesReadBack();
        return this.#readBack;
      default: {
        const set = memberIgnoringCase(this.body, name);
        if (set.kind === "absent") return this.#computed(name);
        return withVia(readBack(set, this.#computed(name)), { resource: this, attribute: name });
      }
    }
  }

  attributeNames(): readonly string[] {
    return [...this.body.entries.keys()];
  }

  get id(): Value {
    return formatResourceId({ ...this.scope, type: this.type, names: this.names });
  }

  #namesOf(): readonly Value[] {
    return this.#namesFrom(this.#facts.name());
  }

  #namesFrom(own: Value): readonly Value[] {
    const wanted = this.type.split("/").length - 1;
    const before = this.#facts.parent?.names ?? [];
    if (own.kind === "choice" && wanted > 1) {
      const [then, otherwise] = [this.#namesFrom(own.then), this.#namesFrom(own.otherwise)];
      return then.map((name, at) => choose(own.condition, name, otherwise[at] ?? name));
    }
    if (before.length > 0 && before.length + 1 === wanted) {
      const pieces = splitString(own, "/", { wholeSymbols: true });
      return [...before, pieces && pieces.length === wanted ? (pieces.at(-1) ?? own) : own];
    }
    if (wanted <= 1) return [own];
    const pieces = splitString(own, "/", { wholeSymbols: true });
    if (pieces?.length === wanted) return pieces;
    return Array.from({ length: wanted }, (_, at) =>
      namedSymbol("computed", this.address, `segment ${at + 1} of the name`, { segment: true }),
    );
  }

  #fullName(): Value {
    const written = this.declaration.within || this.#facts.parent ? this.#facts.name() : undefined;
    if (written) return written;
    return concatenate(this.names.flatMap((name, at) => (at === 0 ? [name] : [literal("/"), name])));
  }

  #bodyOf(): ObjectValue {
    const body = this.#facts.body();
    const entries = new Map(body.entries);
    const last = this.names.at(-1);
    if (last && !entries.has("name")) entries.set("name", last);
    return { ...body, entries };
  }

  /**
   * `properties` as others read it: what is set, with the ids that Azure gives to elements which have a name
   * (`properties.subnets[1].id`); everything else is known only after deployment.
   */
  #propertiesReadBack(): Value {
    const set = memberIgnoringCase(this.body, "properties");
    const computed = this.#computed("properties");
    if (set.kind !== "object") return readBack(set, computed);
    const entries = new Map<string, Value>();
    for (const [key, value] of set.entries) {
      const items = value.kind === "choice" ? listOf(value) : value;
      const named = items?.kind === "list" && {
        ...items,
        items: items.items.map((item) => this.#withId(item, key)),
      };
      entries.set(key, named || value);
    }
    return readBack({ ...set, entries }, computed);
  }

  #withId(item: Value, collection: string): Value {
    if (item.kind !== "object" || item.entries.has("id")) return item;
    const name = item.entries.get("name");
    if (!name) return item;
    const id = concatenate([this.attribute("id"), literal(`/${collection}/`), name]);
    return { ...item, entries: new Map(item.entries).set("id", id) };
  }

  #computed(name: string): Value {
    const label =
      this.declaration.symbolicName ?? (isString(this.#names?.at(-1) ?? ABSENT) ? this.type : this.address);
    return namedSymbol("computed", this.address, `${label}.${name}`, {
      via: { resource: this, attribute: name },
    });
  }

  /** A ring of references comes back to what is being made: undefined then. */
  #guard<T>(what: "names" | "body", make: () => T): T | undefined {
    if (this.#busy.has(what)) return undefined;
    this.#busy.add(what);
    try {
      return make();
    } finally {
      this.#busy.delete(what);
    }
  }
}

/**
 * What is set as it reads after deployment: Azure fills in what an object leaves out, at any depth, such as the address in
 * `ipConfigurations[0].properties`. `computed` stands for the whole.
 */
function readBack(set: Value, computed: Value): Value {
  return mapArms(set, (leaf) => {
    if (isUnset(leaf)) return computed;
    if (leaf.kind === "list") return { ...leaf, items: leaf.items.map((one, at) => filledIn(one, at)) };
    if (leaf.kind !== "object") return leaf;
    const entries = new Map<string, Value>();
    for (const [name, entry] of leaf.entries) {
      entries.set(name, readBack(entry, memberIgnoringCase(computed, name)));
    }
    return { ...leaf, entries, rest: leaf.rest ?? computed };
  });

  /** An item that is not there stays away. */
  function filledIn(one: Value, at: number): Value {
    return mapArms(one, (leaf) => (isUnset(leaf) ? leaf : readBack(leaf, item(computed, at))));
  }
}

/** What Azure Resource Manager says of a deployment: its outputs. */
export class DeploymentHandle implements ResourceHandle {
  readonly address: string;
  readonly #outputs: () => ReadonlyMap<string, Value> | undefined;
  readonly #name: () => Value;
  #known: Value | undefined;

  constructor(address: string, name: () => Value, outputs: () => ReadonlyMap<string, Value> | undefined) {
    this.address = address;
    this.#name = name;
    this.#outputs = outputs;
  }

  attribute(name: string): Value {
    switch (name.toLowerCase()) {
      case "name":
        this.#known ??= this.#name();
        return this.#known;
      case "outputs":
        return this.#outputsAs((value) => value);
      case "properties":
        return object(
          { outputs: this.#outputsAs((value) => object({ value })) },
          { rest: this.#computed("properties") },
        );
      default:
        return this.#computed(name);
    }
  }

  attributeNames(): readonly string[] {
    return ["name", "outputs", "properties"];
  }

  #outputsAs(shape: (value: Value) => Value): Value {
    const outputs = this.#outputs();
    if (!outputs) return namedSymbol("opaque", this.address, `${this.address}.outputs`);
    return object(new Map([...outputs].map(([name, value]) => [name, shape(value)])));
  }

  #computed(name: string): Value {
    return namedSymbol("computed", this.address, `${this.address}.${name}`);
  }
}
