import type { FrontendOptions, RawResource } from "../../../model/index.ts";
import { firstLine, type SourceFile, type Span } from "../../../source/index.ts";
import { isUnset, keyOf, namedSymbol, type ObjectValue, TRUE, type Value } from "../../../value/index.ts";
import { LazyEntries } from "../evaluate/index.ts";
import { membersOf, spanOfMember, spanOfNode } from "./json.ts";
import type { PlannedResource } from "./plan.ts";
import { plannedValue } from "./planned-value.ts";
import type { PlanReferences } from "./references.ts";

/** What the resources of a plan know of each other. */
export interface PlanContext {
  readonly file: SourceFile;
  readonly references: PlanReferences;
  readonly idOf: NonNullable<FrontendOptions["idOf"]>;
  /** The resource of the plan with an address. */
  readonly byAddress: (address: string) => PlanInstance | undefined;
  /** The same resource as the sources beside the plan declare it. */
  readonly inSource: (address: string) => RawResource | undefined;
  readonly provider: (resource: PlannedResource) => NonNullable<RawResource["provider"]>;
}

/** A resource as a plan gives it: every default filled in, what only the cloud knows as a symbol or a reference. */
export class PlanInstance implements RawResource {
  readonly language = "plan";
  readonly condition = TRUE;
  readonly address: string;
  readonly type: string;
  readonly mode: RawResource["mode"];
  readonly module: string;
  readonly provider: NonNullable<RawResource["provider"]>;
  readonly span: Span;
  readonly #planned: PlannedResource;
  readonly #context: PlanContext;
  readonly #source: RawResource | undefined;
  readonly #attributes = new Map<string, Value>();
  readonly body: ObjectValue;
  #identifying = false;

  constructor(planned: PlannedResource, context: PlanContext) {
    this.#planned = planned;
    this.#context = context;
    this.#source = context.inSource(planned.address);
    this.address = planned.address;
    this.type = planned.type;
    this.mode = planned.mode;
    this.module = planned.module;
    this.provider = context.provider(planned);
    this.body = this.#bodyOf(planned);
    this.span = this.#source?.span ?? spanOfNode(context.file, planned.node);
  }

  attribute(name: string): Value {
    const done = this.#attributes.get(name);
    if (done) return done;
    const written = this.body.entries.get(name);
    const known =
      written && !isUnset(written) && !(name === "id" && written.kind === "symbol") ? written : undefined;
    const value = known ?? this.#unwritten(name);
    const owned = value.via && name !== "id" && name !== "name";
    const read = owned ? value : { ...value, via: { resource: this, attribute: name } };
    this.#attributes.set(name, read);
    return read;
  }

  /** What stands at a path, as in `ip_configuration[0].subnet_id`, with this resource as where it was read. */
  at(path: string): Value {
    const [first = "", ...rest] = stepsOf(path);
    let value: Value | undefined = this.attribute(first);
    for (const step of rest) value = partOf(value, step);
    if (rest.length === 0 && value) return value;
    return { ...(value ?? this.#computed(path)), via: { resource: this, attribute: path } };
  }

  #unwritten(name: string): Value {
    if (name !== "id" || this.#identifying) return this.#computed(name);
    this.#identifying = true;
    try {
      return this.#context.idOf(this) ?? this.#computed(name);
    } finally {
      this.#identifying = false;
    }
  }

  attributeNames(): readonly string[] {
    return [...this.body.entries.keys()];
  }

  #computed(path: string): Value {
    const origin = {
      kind: "computed",
      span: firstLine(this.span),
      label: `${this.address}.${path}`,
    } as const;
    return namedSymbol("computed", "", `${this.address}.${path}`, { origin });
  }

  /** Arguments and attributes that are set or will be, each worked out when it is read. */
  #bodyOf({ values, unknown, sensitive }: PlannedResource): ObjectValue {
    const { file } = this.#context;
    const reading = { file, keepNull: false, unknownPart: (path: string) => this.#unknownAt(path) };
    const value = membersOf(values);
    const unknowns = membersOf(unknown);
    const secrets = membersOf(sensitive);
    const isThere = (name: string): boolean =>
      value.get(name)?.type !== "null" && (value.has(name) || unknowns.get(name)?.value !== false);
    const names = [...new Set([...value.keys(), ...unknowns.keys()])].filter(isThere);
    const running = new Set<string>();
    const compute = (name: string): Value => {
      if (running.has(name)) return this.#computed(name);
      running.add(name);
      const trees = { value: value.get(name), unknown: unknowns.get(name), sensitive: secrets.get(name) };
      const read = this.#linked(name, plannedValue(trees, name, reading));
      running.delete(name);
      return read;
    };
    const ranges = new Map<string, Span>();
    for (const [name, node] of value) ranges.set(name, spanOfMember(file, node));
    for (const [name, span] of this.#source?.body.ranges ?? []) ranges.set(name, span);
    return { kind: "object", entries: new LazyEntries(names, compute), ranges };
  }

  /** What a part that is not known before apply is read from, where the configuration says so. */
  #unknownAt(path: string): Value {
    const bySource = this.#readFrom(this.#sourceAt(path));
    if (bySource) return bySource;
    const [only, ...others] = this.#context.references.of(this.#planned, path) ?? [];
    const target = only && others.length === 0 ? this.#context.byAddress(only.address) : undefined;
    const attribute = only?.attribute ?? attributeMeant(path);
    if (!target || target === this || attribute === undefined) return this.#computed(path);
    return target.at(attribute);
  }

  /** The value in the sources with the plan's resources in the place of the sources'. */
  #readFrom(value: Value | undefined): Value | undefined {
    const target = value?.via && this.#context.byAddress(value.via.resource.address);
    if (!value?.via || !target || target === this) return undefined;
    const read = target.at(value.via.attribute);
    return value.origin ? { ...read, origin: value.origin } : read;
  }

  #sourceAt(path: string): Value | undefined {
    let value: Value | undefined = this.#source?.body;
    for (const step of stepsOf(path)) value = partOf(value, step);
    return value?.kind === "choice" ? undefined : value;
  }

  /** A known value takes its place and its link from the sources where they say the same, and its link from the configuration otherwise. */
  #linked(name: string, value: Value): Value {
    const source = this.#source?.body.entries.get(name);
    const placed = source?.origin ? { ...value, origin: { ...source.origin } } : value;
    if (value.via || value.kind !== "literal") return placed;
    const fromSource = this.#readFrom(source);
    if (fromSource?.via && keyOf(fromSource) === keyOf(value)) return { ...placed, via: fromSource.via };
    const [only, ...others] = this.#context.references.of(this.#planned, name) ?? [];
    const target = only && others.length === 0 ? this.#context.byAddress(only.address) : undefined;
    const attribute = only?.attribute ?? attributeMeant(name);
    if (!target || target === this || attribute === undefined) return placed;
    const read = target.at(attribute);
    return keyOf(read) === keyOf(value) ? { ...placed, via: { resource: target, attribute } } : placed;
  }
}

/** Which attribute an argument reads when the plan does not tell: `subnet_id` an id, `virtual_network_name` a name. */
function attributeMeant(path: string): string | undefined {
  if (/(^|_)ids?(\[\d+\])?$/.test(path)) return "id";
  return /_name$/.test(path) ? "name" : undefined;
}

/** `a[0].b` as `a`, `[0]`, `b`. */
function stepsOf(path: string): readonly string[] {
  return path.match(/\[\d+\]|[^.[\]]+/g) ?? [];
}

function partOf(value: Value | undefined, step: string): Value | undefined {
  if (value?.kind === "list") return value.items[Number(step.slice(1, -1))];
  return value?.kind === "object" ? value.entries.get(step) : undefined;
}
