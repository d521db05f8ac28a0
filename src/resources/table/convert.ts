import { formatResourceId, parentId, type ResourceId } from "../../model/index.ts";
import { firstLine, type Span } from "../../source/index.ts";
import {
  ABSENT,
  appliedSymbol,
  type Choice,
  choose,
  isString,
  isUnset,
  itemsOf,
  listOf,
  literal,
  mapArms,
  member,
  type ObjectValue,
  type Origin,
  type Scalar,
  type Value,
} from "../../value/index.ts";
import type { AzurermResource, Major } from "../define.ts";
import { type Block, compileTable, type Leaf, type ListBlock, pathParts } from "./compile.ts";
import { defaultOf, isComputed } from "./default.ts";
import { Draft, inBoth, inEach, type Readings } from "./draft.ts";
import { reshape, translate } from "./reshape.ts";
import { settled } from "./settled.ts";

/** What a conversion needs to know besides the table and the body. */
export interface Conversion {
  readonly major: Major;
  /** The ARM resource that is being made (or said something of), for ids of its parts. */
  readonly owner: ResourceId | undefined;
  /** The declaration. */
  readonly address: string;
  readonly span: Span;
}

/** An azurerm body in ARM's shape, by the table of its type. */
export function convert(
  table: AzurermResource,
  body: ObjectValue,
  conversion: Conversion,
): Readings<ObjectValue> {
  const draft = new Draft();
  for (const name of ["name", "location", "tags"]) {
    const value = body.entries.get(name);
    if (value) draft.set([name], value, body.ranges?.get(name));
  }
  new Converter(table, conversion).fill(compileTable(table.arguments), body, draft, body);
  for (const [path, value] of Object.entries(table.constants ?? {})) {
    if (!draft.at(path.split("."), "filled")) draft.set(path.split("."), literal(value));
  }
  fillMissingBlocks(table, body, draft, conversion);
  return draft.readings(body.origin);
}

/** The part of a body that makes another ARM resource. */
export function convertChild(
  table: AzurermResource["arguments"],
  body: Value,
  conversion: Conversion,
): Readings<ObjectValue> {
  const draft = new Draft();
  const range = body.origin?.span;
  new Converter({ arguments: table }, conversion).fill(compileTable(table), body, draft, body);
  if (range) draft.mark(["properties"], range);
  return draft.readings(body.origin);
}

function fillMissingBlocks(
  table: AzurermResource,
  body: ObjectValue,
  draft: Draft,
  conversion: Conversion,
): void {
  for (const [block, paths] of Object.entries(table.withoutBlock ?? {})) {
    const written = single(settled(member(body, block)));
    for (const [path, value] of Object.entries(paths)) {
      const segments = path.split(".");
      const missing = literal(value, defaultOrigin(conversion));
      const filled = mapArms(written, (leaf) => (isUnset(leaf) ? missing : ABSENT));
      const before = draft.at(segments, "filled") ?? ABSENT;
      const merged = mapArms(before, (leaf) => (isUnset(leaf) ? filled : leaf));
      if (merged.kind !== "absent" && merged !== before) draft.fill(segments, merged);
    }
  }
}

class Converter {
  readonly #table: AzurermResource;
  readonly #conversion: Conversion;

  constructor(table: AzurermResource, conversion: Conversion) {
    this.#table = table;
    this.#conversion = conversion;
  }

  /** Puts what a block holds into the draft. The source is an object, or a choice between objects and nothing. */
  fill(block: Block, source: Value, draft: Draft, written: Value): void {
    for (const leaf of block.leaves) this.#leaf(leaf, source, draft);
    this.#defaults(block, source, draft);
    for (const [name, { block: inner, path }] of block.singles) {
      if (lacks(source, name)) continue;
      const value = single(settled(member(source, name)));
      if (value.kind === "absent") continue;
      const range = rangeOf(written, name);
      if (range && path && path.length > 0) draft.mark(path, range);
      this.fill(inner, value, draft, value);
    }
    for (const { path, block: inner } of block.owns.values())
      this.fill(inner, source, draft.own(path), written);
    for (const list of block.lists.values()) this.#list(list, source, draft, written);
  }

  #leaf(leaf: Leaf, source: Value, draft: Draft): void {
    const { rule, name, path } = leaf;
    if (lacks(source, name)) return;
    const value = withoutEmptyId(name, settled(member(source, name)));
    const range = rangeOf(source, name);
    if (rule.presence !== undefined) {
      const there = presence(value, rule.presence, range);
      if (there.kind !== "absent") draft.set(path, there, range);
      return;
    }
    if (isUnset(value)) return;
    if (leaf.item) {
      const listed = rule.reshape ? reshape(value, rule.reshape) : value;
      const { items, rest } = openList(listed, (item) => inBoth(this.#asItem(item, leaf.item ?? [])));
      draft.append(path, items, { rest, range, origin: value.origin });
      return;
    }
    const shaped = this.#shape(value, leaf);
    if (leaf.wrapped) draft.append(path, [inBoth(shaped)], { range });
    else draft.set(path, this.#notBefore(draft.at(path, "written"), shaped), range);
  }

  /** An argument under its old and its new name: whichever is set. */
  #notBefore(before: Value | undefined, value: Value): Value {
    if (!before) return value;
    return mapArms(before, (leaf) => (isUnset(leaf) ? value : leaf));
  }

  #asItem(item: Value, path: readonly string[]): Value {
    if (path.length === 0) return item;
    return mapArms(item, (leaf) => {
      // An item that is null is there, and nobody knows what it is meant to be.
      if (leaf.kind === "absent") return ABSENT;
      const draft = new Draft();
      draft.set(path, leaf, leaf.origin?.span);
      return draft.readings(leaf.origin).written;
    });
  }

  #shape(value: Value, leaf: Leaf): Value {
    const { map, reshape: how, partOf, partOfParent } = leaf.rule;
    if (map) return translate(value, map);
    if (how) return reshape(value, how);
    const { owner } = this.#conversion;
    const holder = owner && partOfParent ? parentId(owner) : owner;
    const collection = partOf ?? partOfParent;
    if (!collection || !holder) return value;
    return mapArms(value, (name) => (isUnset(name) ? name : partId(holder, collection, name)));
  }

  /** Fills what none of the arguments for a path has set; where the block is not there, nothing is sent at all. */
  #defaults(block: Block, source: Value, draft: Draft): void {
    for (const leaf of filledLeaves(block, this.#conversion.major)) {
      const fallback = this.#fallback(leaf);
      if (!fallback) continue;
      const where = mapArms(source, (arm) => (isUnset(arm) ? ABSENT : fallback));
      const before = draft.at(leaf.path, "filled");
      const filled = before ? mapArms(before, (arm) => (isUnset(arm) ? where : arm)) : where;
      if (filled.kind !== "absent" && filled !== before) draft.fill(leaf.path, filled);
    }
  }

  #fallback({ rule, name }: Leaf): Value | undefined {
    const { major, address, span } = this.#conversion;
    const value = defaultOf(rule, major);
    if (value !== undefined) {
      const origin = defaultOrigin(this.#conversion);
      const sent = literal(value, origin);
      return rule.map ? translate(sent, rule.map) : sent;
    }
    if (!isComputed(rule, major)) return undefined;
    const origin: Origin = { kind: "computed", span: firstLine(span), label: `chosen by the service` };
    return {
      kind: "symbol",
      reason: "computed",
      text: `${address}.${name}`,
      key: `${address}.${name}|computed`,
      origin,
    };
  }

  #list({ name, path, block }: ListBlock, source: Value, draft: Draft, written: Value): void {
    if (lacks(source, name)) return;
    const value = settled(member(source, name));
    if (isUnset(value)) return;
    const range = rangeOf(written, name);
    const selector = this.#table.selectors?.[name];
    const { items, rest } = openList(value, (item) => this.#item(block, item));
    if (!selector) {
      if (items.length > 0 || rest) draft.append(path, items, { rest, range });
      return;
    }
    // A block that JSON writes as an object is the one item of its list.
    const blocks = value.kind === "object" ? [value] : itemsOf(value).items;
    const chosen = blocks.map((item) => member(single(item), selector.argument));
    const elsewhere = pathParts(selector.to)[0] ?? [];
    const pick = (want: boolean): readonly Readings[] =>
      items.flatMap((item, at) => {
        const kept = inEach(item, (one) => select(chosen[at] ?? ABSENT, want, one));
        return kept.written.kind === "absent" ? [] : [kept];
      });
    if (pick(false).length > 0 || rest) draft.append(path, pick(false), { rest, range });
    if (pick(true).length > 0) draft.append(elsewhere, pick(true), { range });
  }

  #item(block: Block, item: Value): Readings {
    if (item.kind !== "choice") return this.#leafItem(block, item);
    const reading = (which: keyof Readings): Value =>
      mapArms(item, (leaf) => this.#leafItem(block, leaf)[which]);
    return { written: reading("written"), filled: reading("filled") };
  }

  #leafItem(block: Block, item: Exclude<Value, Choice>): Readings {
    if (isUnset(item)) return inBoth(ABSENT);
    if (item.kind !== "object") return inBoth(item);
    const draft = new Draft();
    this.fill(block, item, draft, item);
    return draft.readings(item.origin);
  }
}

/**
 * An id that is an empty text is none: providers ask for a value that is not the zero value of its type, and get none for either
 * (https://pkg.go.dev/github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema#ResourceData.GetOk).
 */
function withoutEmptyId(argument: string, value: Value): Value {
  if (!argument.endsWith("_id")) return value;
  return mapArms(value, (leaf) => (isString(leaf) && leaf.value === "" ? ABSENT : leaf));
}

/** Whether nothing at all is said of an argument: of the many in a table few are written. */
function lacks(source: Value, name: string): boolean {
  return source.kind === "object" && !source.rest && !source.entries.has(name);
}

const filled = new WeakMap<Block, Map<Major, readonly Leaf[]>>();

/** The arguments of a block that a version of the provider, or the service, fills in where they are not set. */
function filledLeaves(block: Block, major: Major): readonly Leaf[] {
  const byMajor = filled.get(block) ?? new Map<Major, readonly Leaf[]>();
  filled.set(block, byMajor);
  const known = byMajor.get(major);
  if (known) return known;
  const leaves = block.leaves.filter(
    ({ rule, item, wrapped }) =>
      !item &&
      !wrapped &&
      rule.presence === undefined &&
      (defaultOf(rule, major) !== undefined || isComputed(rule, major)),
  );
  byMajor.set(major, leaves);
  return leaves;
}

/** The item where the selector has the wanted value, nothing where it has not. */
function select(selector: Value, want: boolean, item: Value): Value {
  return mapArms(selector, (leaf) => {
    if (leaf.kind === "symbol") {
      return want
        ? choose({ ...leaf, type: "bool" }, item, ABSENT)
        : choose({ ...leaf, type: "bool" }, ABSENT, item);
    }
    const chosen = leaf.kind === "literal" && (leaf.value === true || leaf.value === "true");
    return chosen === want ? item : ABSENT;
  });
}

/** A list's items, each turned into something else; what is not known as a list is one whose items nobody knows. */
function openList(
  value: Value,
  make: (item: Value) => Readings,
): { readonly items: readonly Readings[]; readonly rest?: Value } {
  if (value.kind === "object") return { items: [make(value)] };
  const known = listOf(value);
  if (!known) return { items: [], rest: value };
  return { items: known.items.map(make), ...(known.rest && { rest: known.rest }) };
}

/** A block that occurs once, as an object or a choice between objects and nothing. */
export function single(value: Value): Value {
  if (value.kind === "object" || value.kind === "symbol") return value;
  const known = listOf(value);
  if (!known)
    return value.kind === "choice" ? mapArms(value, (arm) => (isUnset(arm) ? ABSENT : single(arm))) : ABSENT;
  const open: Value = known.rest
    ? appliedSymbol("[]", [known.rest, literal(0)], "an unknown block", { type: "object" })
    : ABSENT;
  return known.items.reduceRight<Value>(
    (rest, item) => mapArms(item, (arm) => (isUnset(arm) ? rest : arm)),
    open,
  );
}

function presence(value: Value, sent: Scalar, range: Span | undefined): Value {
  const origin: Origin | undefined = range && { kind: "written", span: range, label: "the block is there" };
  return mapArms(value.kind === "list" || value.kind === "choice" ? single(value) : value, (arm) => {
    if (isUnset(arm) || (arm.kind === "literal" && (arm.value === false || arm.value === ""))) return ABSENT;
    return literal(sent, arm.origin ?? origin);
  });
}

/** Where an argument or block is written: the whole of it, name and value. */
function rangeOf(source: Value, name: string): Span | undefined {
  if (source.kind === "choice") return rangeOf(source.then, name) ?? rangeOf(source.otherwise, name);
  return source.kind === "object" ? source.ranges?.get(name) : undefined;
}

function partId(owner: ResourceId, partOf: string, name: Value): Value {
  const id = formatResourceId({ ...owner, type: `${owner.type}/${partOf}`, names: [...owner.names, name] });
  return name.origin ? { ...id, origin: name.origin } : id;
}

const RELEASES: Readonly<Record<Major, string>> = { 2: "2.99.0", 3: "3.117.1", 4: "4.81.0", 5: "5.2.0" };

function defaultOrigin({ major, span }: Conversion): Origin {
  return {
    kind: "default",
    span: firstLine(span),
    label: `azurerm ${major} default`,
    basis: `azurerm ${RELEASES[major]}`,
  };
}
