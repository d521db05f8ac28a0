import type { Span } from "../../../source/index.ts";
import {
  ABSENT,
  appliedSymbol,
  choose,
  describe,
  isNull,
  list,
  type ObjectValue,
  object,
  type Value,
} from "../../../value/index.ts";
import { bodyOf, type MergedBody, type Placed } from "../load/index.ts";
import { type Block, blocksOf } from "../syntax/index.ts";
import type { Evaluation } from "./evaluation.ts";
import { COST_OF_ITEM } from "./for-expression.ts";
import { LazyEntries } from "./lazy-entries.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { bind, type Scope, spanIn, within, written } from "./scope.ts";

/** Arguments and blocks that Terraform itself takes out of a resource: they are no part of what is deployed. */
const META = new Set([
  "count",
  "for_each",
  "provider",
  "depends_on",
  "lifecycle",
  "connection",
  "provisioner",
]);

/** The names of a body's arguments and blocks in order of appearance, worked out once for all instances. */
export interface Shape {
  readonly names: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly blocks: ReadonlyMap<string, readonly Placed<Block>[]>;
  readonly ranges: ReadonlyMap<string, Span>;
}

export function shapeOf(body: MergedBody, without: ReadonlySet<string> = META): Shape {
  const ranges = new Map<string, Span>();
  const blocks = new Map<string, Placed<Block>[]>();
  for (const [name, { file, node }] of body.attributes) {
    if (!without.has(name)) ranges.set(name, { file, start: node.start, end: node.end });
  }
  for (const block of body.blocks) {
    const type = block.node.type === "dynamic" ? block.node.labels[0]?.text : block.node.type;
    if (type === undefined || without.has(type)) continue;
    const same = blocks.get(type);
    if (same) same.push(block);
    else blocks.set(type, [block]);
    if (!ranges.has(type))
      ranges.set(type, { file: block.file, start: block.node.start, end: block.node.end });
  }
  const names = [...ranges.keys()];
  return { names, known: new Set(names), blocks, ranges };
}

/** A body as an object whose entries are worked out when read: blocks are lists of objects under their type. */
export function evaluateBody(body: MergedBody, shape: Shape, scope: Scope, condition: Value): ObjectValue {
  const { evaluation } = scope.module;
  const running = new Set<string>();
  const compute = (name: string): Value => {
    if (running.has(name)) return circle(name, shape, evaluation);
    running.add(name);
    try {
      return evaluation.standalone(() =>
        evaluation.under(condition, () => entryOf(name, body, shape, scope)),
      );
    } finally {
      running.delete(name);
    }
  };
  const entries = new LazyEntries(shape.names, compute, shape.known);
  return { kind: "object", entries, ranges: shape.ranges };
}

function circle(name: string, shape: Shape, evaluation: Evaluation): Value {
  const span = shape.ranges.get(name) as Span;
  return evaluation.standalone(() =>
    evaluation.fail("reference-cycle", `\`${name}\` depends on itself.`, span),
  );
}

function entryOf(name: string, body: MergedBody, shape: Shape, scope: Scope): Value {
  const attribute = body.attributes.get(name);
  const blocks = shape.blocks.get(name);
  if (attribute && !blocks) {
    return scope.module.evaluation.evaluate(attribute.node.expression, within(scope, attribute.file));
  }
  return blockList(blocks ?? [], scope);
}

/** All blocks of a type, dynamic ones expanded, in order. */
function blockList(blocks: readonly Placed<Block>[], scope: Scope): Value {
  const items: Value[] = [];
  let rest: Value | undefined;
  for (const placed of blocks) {
    const inner = within(scope, placed.file);
    if (placed.node.type !== "dynamic") {
      items.push(evaluateBlock(placed.node, inner));
      continue;
    }
    const made = dynamicBlocks(placed.node, inner);
    items.push(...made.items);
    rest ??= made.rest;
  }
  const first = blocks[0];
  const origin = first ? { origin: written(within(scope, first.file), first.node.header) } : {};
  return list(items, { ...origin, ...(rest && { rest }) });
}

/** One block as an object. Its own place is the whole block; `labels` of nested blocks are not kept, as no Azure provider has any. */
function evaluateBlock(block: Block, scope: Scope): ObjectValue {
  const { evaluation } = scope.module;
  const body = bodyOf(scope.file, block.body);
  const shape = shapeOf(body, NONE);
  const entries = new Map<string, Value>();
  for (const name of shape.names) entries.set(name, entryOf(name, body, shape, scope));
  const span = spanIn(scope, block);
  const result = object(entries, {
    collection: "object",
    ranges: shape.ranges,
    origin: { kind: "written", span, label: block.type },
  });
  const exceeded = evaluation.spend(1, span);
  return exceeded ? { ...result, rest: exceeded } : result;
}

const NONE: ReadonlySet<string> = new Set();

/** `dynamic "x" { for_each, iterator, labels, content }`: a block for each member. */
function dynamicBlocks(
  block: Block,
  scope: Scope,
): { readonly items: readonly Value[]; readonly rest?: Value } {
  const { evaluation } = scope.module;
  const type = block.labels[0]?.text ?? "";
  const attribute = (name: string) => block.body.attributes.find((one) => one.name === name);
  const [content] = blocksOf(block.body, "content");
  const collection = attribute("for_each")?.expression;
  if (!content || !collection) {
    evaluation.fail(
      "invalid-dynamic",
      "A `dynamic` block needs `for_each` and a `content` block.",
      spanIn(scope, block.header),
    );
    return { items: [] };
  }
  const iterator = attribute("iterator")?.expression;
  const name = iterator?.kind === "variable" ? iterator.root.text : type;
  const value = evaluation.evaluate(collection, scope);
  const pairs = isNull(value) ? { pairs: [] } : pairsOf(value, evaluation);
  if (!pairs) {
    const message = `${describe(value)} is no collection: \`for_each\` needs one.`;
    return { items: [], rest: evaluation.fail("invalid-dynamic", message, spanIn(scope, collection)) };
  }
  const exceeded = evaluation.spend(pairs.pairs.length * COST_OF_ITEM, spanIn(scope, block));
  if (exceeded) return { items: [], rest: exceeded };
  const items = pairs.pairs.map((pair) => madeBlock(content, name, pair, block, scope));
  if (!("rest" in pairs) || !pairs.rest) return { items };
  return {
    items,
    rest: appliedSymbol("dynamic", [pairs.rest, ...items], `dynamic ${type}`, { type: "list" }),
  };
}

function madeBlock(
  content: Block,
  name: string,
  { key, value, condition }: Pair,
  block: Block,
  scope: Scope,
): Value {
  const inner = bind(scope, name, object({ key, value }));
  const made = scope.module.evaluation.under(condition, () => evaluateBlock(content, inner));
  const origin = {
    kind: "written",
    span: spanIn(scope, block),
    label: `dynamic ${block.labels[0]?.text ?? ""}`,
  } as const;
  return choose(condition, { ...made, origin }, ABSENT);
}
