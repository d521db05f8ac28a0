import type { Argument, ArgumentRule } from "../define.ts";

/** An argument with a single value at this level, and where it lands below the object that is being made. */
export interface Leaf {
  readonly name: string;
  readonly rule: ArgumentRule;
  readonly path: readonly string[];
  /** A list of plain values of which each becomes an object with the value at this path; empty: the item itself. */
  readonly item?: readonly string[];
  /** The value alone becomes a list with one item. */
  readonly wrapped?: true;
}

/** A block that repeats, and the list that its instances become items of. */
export interface ListBlock {
  readonly name: string;
  readonly path: readonly string[];
  readonly block: Block;
}

/** What a table says at one level of blocks. */
export interface Block {
  readonly leaves: Leaf[];
  /** Blocks that occur once: their arguments land in the same object as those around them. */
  readonly singles: Map<string, { readonly block: Block; readonly path: readonly string[] | undefined }>;
  readonly lists: Map<string, ListBlock>;
  /** Items that scalar arguments make up by themselves, by the list they stand in. */
  readonly owns: Map<string, { readonly path: readonly string[]; readonly block: Block }>;
}

const compiled = new WeakMap<object, Block>();

/** The table as a tree of blocks. */
export function compileTable(table: Readonly<Record<string, Argument>>): Block {
  const known = compiled.get(table);
  if (known) return known;
  const root = emptyBlock();
  for (const [argument, says] of Object.entries(table)) {
    for (const rule of rulesOf(says)) insert(root, argument, rule);
  }
  compiled.set(table, root);
  return root;
}

export function rulesOf(says: Argument): readonly ArgumentRule[] {
  if (typeof says === "string") return [{ arm: says }];
  return "arm" in says ? [says] : says;
}

function emptyBlock(): Block {
  return { leaves: [], singles: new Map(), lists: new Map(), owns: new Map() };
}

/** `a.b[].c[].d` as the paths between the lists; a name with dots stands in braces (`a.{Network.DNS.Servers}`). */
export function pathParts(arm: string): readonly (readonly string[])[] {
  return arm.split("[]").map(pathNames);
}

function pathNames(path: string): readonly string[] {
  if (!path.includes("{")) return path.split(".").filter((name) => name !== "");
  return [...path.matchAll(/\{([^}]*)\}|[^.{}]+/g)].map((match) => match[1] ?? match[0]);
}

function insert(root: Block, argument: string, rule: ArgumentRule): void {
  const segments = argument.split(".");
  let parts = pathParts(rule.arm);
  const leaf = segments.pop() ?? "";
  const each = leaf.endsWith("[]");
  const repeated = segments.filter((segment) => segment.endsWith("[]")).length + (each ? 1 : 0);
  const wrapped = !each && rule.arm.endsWith("[]") && rule.presence === undefined;
  if (wrapped) parts = parts.slice(0, -1);
  let block = root;
  for (let extra = parts.length - 1 - repeated; extra > 0; extra--) {
    block = ownBlock(block, parts[0] ?? []);
    parts = parts.slice(1);
  }
  for (const segment of segments) {
    if (segment.endsWith("[]")) {
      block = listBlock(block, segment.slice(0, -2), parts[0] ?? []);
      parts = parts.slice(1);
    } else block = singleBlock(block, segment, parts[0] ?? []);
  }
  block.leaves.push({
    name: each ? leaf.slice(0, -2) : leaf,
    rule,
    path: parts[0] ?? [],
    ...(each && { item: parts[1] ?? [] }),
    ...(wrapped && { wrapped: true }),
  });
}

function ownBlock(block: Block, path: readonly string[]): Block {
  const key = path.join(".");
  const found = block.owns.get(key) ?? { path, block: emptyBlock() };
  block.owns.set(key, found);
  return found.block;
}

function listBlock(block: Block, name: string, path: readonly string[]): Block {
  const key = `${name}|${path.join(".")}`;
  const found = block.lists.get(key) ?? { name, path, block: emptyBlock() };
  block.lists.set(key, found);
  return found.block;
}

/** The path that all of a single block's arguments share is where the block itself stands in ARM. */
function singleBlock(block: Block, name: string, path: readonly string[]): Block {
  const found = block.singles.get(name);
  const above = path.slice(0, -1);
  const shared = found ? found.path && commonStart(found.path, above) : above;
  const inner = found?.block ?? emptyBlock();
  block.singles.set(name, { block: inner, path: shared });
  return inner;
}

function commonStart(a: readonly string[], b: readonly string[]): readonly string[] {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
