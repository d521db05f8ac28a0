import type { ArgumentRule, AzurermResource } from "../../../src/resources/define.ts";
import { argumentFor, type Major, ResourceRegistry } from "../../../src/resources/index.ts";
import { rulesOf, within } from "../../../src/resources/table/index.ts";
import { CHOSEN_BY_PROVIDER, NEEDS_ITEMS, OTHERWISE, PREFERRED, REQUIRED } from "./azurerm-words.ts";
import type { Body } from "./declared.ts";
import { type Said, said, Unsayable } from "./expression.ts";
import { Block, Raw } from "./hcl.ts";

/** The version of the provider that the cases are written for. */
const MAJOR: Major = 4;

type Table = Pick<AzurermResource, "arguments" | "constants" | "selectors">;
type Write = (value: Said) => string;

/** A value in a template's body with its place: `properties.a[].b` and the numbers of the items on the way. */
interface Leaf {
  readonly path: string;
  readonly at: readonly number[];
  /** A list of scalars is one leaf. */
  readonly value: Said | readonly Said[];
}

/** What an ARM body comes to: the provider's resource, and what it only says by resources beside it. */
export interface Written {
  readonly name: string;
  readonly block: Block;
  readonly beside: readonly { readonly name: string; readonly id: string; readonly block: Block }[];
}

const registry = new ResourceRegistry();

const tables = new Map<string, readonly Named[]>();

interface Named {
  readonly name: string;
  readonly table: AzurermResource;
}

/** The azurerm resources of an ARM type. */
function tablesOf(type: string): readonly Named[] {
  if (tables.size === 0) {
    for (const name of registry.azurermNames()) {
      const entry = registry.azurerm(name);
      const key = entry?.type.toLowerCase() ?? "";
      if (entry && within(entry.table.majors, MAJOR))
        tables.set(key, [...(tables.get(key) ?? []), { name, table: entry.table }]);
    }
  }
  return tables.get(type.toLowerCase()) ?? [];
}

/** The body as an azurerm resource, by the tables read backwards; undefined where none can say all of it. */
export function asAzurerm(type: string, body: Body, write: Write): Written | undefined {
  const all = tablesOf(type);
  const beside = all.filter(({ table }) => table.merge?.id !== undefined && !table.merge.items);
  const preferred = PREFERRED[type];
  for (const { name, table } of all) {
    if (table.merge || (preferred ? name !== preferred : !fits(table, body))) continue;
    try {
      return written(name, table, body, beside, write);
    } catch (error) {
      if (!(error instanceof Unsayable)) throw error;
    }
  }
  return undefined;
}

/** The same for a child that azurerm writes as a block of its parent: false where it cannot. */
export function asBlock(parent: Written, type: string, name: string, body: Body, write: Write): boolean {
  const child = registry
    .azurerm(parent.name)
    ?.table.children?.find((one) => one.type.toLowerCase() === type.toLowerCase());
  if (!child?.block || child.when || (child.name.startsWith("=") && child.name !== `=${name}`)) return false;
  const block = new Block();
  try {
    for (const leaf of leavesOf(body)) {
      if (!place(child, parent.name, block, leaf, write)) return false;
    }
  } catch (error) {
    if (error instanceof Unsayable) return false;
    throw error;
  }
  if (!child.name.startsWith("=")) block.set(child.name, name);
  fillRequired(`${parent.name}.${child.block}`, block);
  parent.block.put(child.block, block);
  return true;
}

/** The identity of an azurerm resource: which arguments name it and what is above it. */
export function identityOf(name: string): NonNullable<AzurermResource["identity"]> {
  return registry.azurerm(name)?.table.identity ?? {};
}

/** What is always so of the provider's resource has to be so of this one. */
function fits(table: Table, body: Body): boolean {
  const leaves = [...leavesOf(body)];
  return Object.entries(table.constants ?? {}).every(([path, constant]) =>
    leaves.some(({ path: at, value }) => at === path && isPlain(value, constant)),
  );
}

function written(
  name: string,
  table: AzurermResource,
  body: Body,
  besides: readonly Named[],
  write: Write,
): Written {
  const block = new Block();
  const beside = new Map<string, { name: string; id: string; block: Block }>();
  const leaves = [...leavesOf(body)];
  const chosen = { ...table, arguments: chosenBlocks(table.arguments, leaves) };
  for (const leaf of leaves) {
    if (table.constants && leaf.path in table.constants) continue;
    if (place(chosen, name, block, leaf, write)) continue;
    const other = besides.find((one) => {
      const made = beside.get(one.name)?.block ?? new Block();
      if (!place(one.table, one.name, made, leaf, write)) return false;
      beside.set(one.name, { name: one.name, id: one.table.merge?.id ?? "", block: made });
      return true;
    });
    if (!other) throw new Unsayable(`${leaf.path} in ${name}`);
  }
  fillRequired(name, block);
  return { name, block, beside: [...beside.values()] };
}

/** Of blocks that become items of the same list, those whose kind the body speaks of (`ruleType`). */
function chosenBlocks(
  args: AzurermResource["arguments"],
  leaves: readonly Leaf[],
): AzurermResource["arguments"] {
  const wrong = Object.entries(args).flatMap(([argument, says]) =>
    rulesOf(says)
      .filter(({ presence, arm }) => presence !== undefined && arm.includes("[]"))
      .filter(({ presence, arm }) =>
        leaves.some(({ path, value }) => path === arm && !isPlain(value, presence)),
      )
      .map(() => argument.slice(0, argument.lastIndexOf("."))),
  );
  // `a.b[].c[]` is of no use when its block is not of the kind, and neither is the rest of `a.b[]`.
  const tops = wrong.map((block) => `${block.split(".")[0]}.`);
  return Object.fromEntries(
    Object.entries(args).filter(([argument]) => !tops.some((top) => argument.startsWith(top))),
  );
}

/** Writes a leaf into the arguments of a table; false where none of them sets it. */
function place(table: Table, name: string, block: Block, leaf: Leaf, write: Write): boolean {
  const { path, value } = leaf;
  if (CHOSEN_BY_PROVIDER.has(path)) return true;
  const list = isList(value);
  const otherwise = list ? undefined : OTHERWISE[name]?.(path, value);
  for (const [argument, text] of Object.entries(otherwise ?? {})) block.set(argument, text);
  if (otherwise) return true;
  if (list && value.length === 0 && NEEDS_ITEMS.has(path)) throw new Unsayable(`${path} without items`);
  const selected = selection(table, path);
  const target = selected?.path ?? path;
  if (!list && presenceAt(table, target, value)) return true;
  const places = list ? [target, `${target}[]`] : [target];
  if (places.some((one) => placeAt(table, block, { ...leaf, path: one }, selected, write))) return true;
  // An empty list of blocks is none of them.
  return list && value.length === 0;
}

/** The same for the argument that sets exactly this path. */
function placeAt(
  table: Table,
  block: Block,
  { path, at, value }: Leaf,
  selected: Selected | undefined,
  write: Write,
): boolean {
  const list = isList(value);
  const rule = ruleAt(table, path);
  const found = rule && argumentFor(table, MAJOR, path, probe(rule, list ? value[0] : value));
  if (!found || rule.reshape === "comma-list" || rule.reshape?.startsWith("range")) return false;
  const each = !list && isEach(table, found.blocks, found.argument);
  // An argument may stand for the only item of a list.
  const surplus = at.length - found.blocks.filter(({ repeated }) => repeated).length - (each ? 1 : 0);
  if (at.slice(0, surplus).some((one) => one > 0)) return false;
  const rest = at.slice(Math.max(surplus, 0));
  let inner = block;
  for (const { name, repeated } of found.blocks) {
    inner = inner.inner(name, repeated ? (rest.shift() ?? 0) : 0);
  }
  if (selected) block.inner(found.blocks[0]?.name ?? "", at[0]).set(selected.argument, selected.isOther);
  const raw = (one: Said): Raw => new Raw(inArgument(rule, one, write));
  const former = each ? ((inner.get(found.argument) ?? []) as readonly unknown[]) : [];
  inner.set(found.argument, list ? value.map(raw) : each ? [...former, raw(value)] : alone(rule, value, raw));
  return true;
}

function alone({ reshape }: ArgumentRule, value: Said, raw: (one: Said) => Raw): unknown {
  if (reshape !== "joined" || value.kind !== "plain") return raw(value);
  return String(value.value)
    .split(",")
    .map((part) => part.trim());
}

function isList(value: Leaf["value"]): value is readonly Said[] {
  return Array.isArray(value);
}

interface Selected {
  readonly path: string;
  readonly argument: string;
  readonly isOther: boolean;
}

/** A block whose instances go to one of two lists by an argument. */
function selection({ selectors, arguments: args }: Table, path: string): Selected | undefined {
  for (const [block, { argument, to }] of Object.entries(selectors ?? {})) {
    const says = args[`${block}[].name`];
    const home = says && rulesOf(says)[0]?.arm.replace(/\[\]\.name$/, "");
    if (home === undefined) continue;
    if (path.startsWith(`${to}[]`)) return { path: home + path.slice(to.length), argument, isOther: true };
    if (path.startsWith(`${home}[]`)) return { path, argument, isOther: false };
  }
  return undefined;
}

function presenceAt({ arguments: args }: Table, path: string, value: Said | undefined): boolean {
  return Object.values(args).some((says) =>
    rulesOf(says).some(
      ({ arm, presence }) =>
        presence !== undefined && arm === path && value !== undefined && isPlain(value, presence),
    ),
  );
}

function ruleAt({ arguments: args }: Table, path: string): ArgumentRule | undefined {
  const rules = Object.values(args).flatMap(rulesOf);
  return rules.find(
    (rule) =>
      rule.arm.toLowerCase() === path.toLowerCase() &&
      within(rule.majors, MAJOR) &&
      rule.presence === undefined,
  );
}

/** A value that the argument can hold, to ask the table with. */
function probe(rule: ArgumentRule, value: Said | undefined): string | number | boolean | null {
  if (value?.kind === "plain") return value.value;
  return rule.map ? (Object.values(rule.map)[0] ?? null) : "x";
}

function isEach(
  { arguments: args }: Table,
  blocks: readonly { name: string; repeated: boolean }[],
  argument: string,
): boolean {
  const names = blocks.map(({ name, repeated }) => name + (repeated ? "[]" : ""));
  return Object.hasOwn(args, [...names, `${argument}[]`].join("."));
}

/** A value in the argument's own words; a text that only a parameter knows becomes a comparison where the argument is a boolean. */
function inArgument(rule: ArgumentRule, value: Said, write: Write): string {
  const { map } = rule;
  if (!map) return write(value);
  if (value.kind === "if")
    return `${write(value.condition)} ? ${inArgument(rule, value.then, write)} : ${inArgument(rule, value.otherwise, write)}`;
  if (value.kind === "plain") {
    const key = Object.keys(map).find(
      (one) => String(map[one]).toLowerCase() === String(value.value).toLowerCase(),
    );
    if (key === undefined) throw new Unsayable(`${value.value} as ${rule.arm}`);
    return key === "true" || key === "false" ? key : write(said(key));
  }
  if (!("true" in map) || typeof map.true !== "string") throw new Unsayable(`${rule.arm} by a parameter`);
  return `${write(value)} == ${write({ kind: "plain", value: map.true })}`;
}

function fillRequired(name: string, block: Block): void {
  for (const [path, value] of Object.entries(REQUIRED[name] ?? {})) {
    const [first, second] = path.split(".") as [string, string?];
    const blocks = second ? block.all(first) : [block];
    for (const one of blocks) if (!one.has(second ?? first)) one.set(second ?? first, value);
  }
}

function* leavesOf(value: unknown, path = "", at: readonly number[] = []): Iterable<Leaf> {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object")) yield { path, at, value: value.map(said) };
    else for (const [index, item] of value.entries()) yield* leavesOf(item, `${path}[]`, [...at, index]);
    return;
  }
  if (typeof value !== "object" || value === null) {
    yield { path, at, value: said(value) };
    return;
  }
  for (const [key, item] of Object.entries(value)) yield* leavesOf(item, path ? `${path}.${key}` : key, at);
}

function isPlain(value: Leaf["value"], wanted: unknown): boolean {
  return "kind" in value && value.kind === "plain" && String(value.value) === String(wanted);
}
