import type { SourceFile } from "../../../source/index.ts";
import type { Block, Body } from "../syntax/index.ts";
import type { MergedBody, Placed } from "./module.ts";

/** A body as written, with each node's file beside it. */
export function bodyOf(file: SourceFile, body: Body): MergedBody {
  return {
    attributes: new Map(body.attributes.map((attribute) => [attribute.name, { file, node: attribute }])),
    blocks: body.blocks.map((block) => ({ file, node: block })),
    broken: body.broken,
  };
}

/**
 * The body after an override file's block of the same name: its arguments replace those of the same name, its nested blocks
 * replace all of their type (a `dynamic` block counts as the type it makes).
 */
export function overridden(base: MergedBody, over: MergedBody): MergedBody {
  const replaced = new Set(over.blocks.map((block) => typeOf(block)));
  return {
    attributes: new Map([...base.attributes, ...over.attributes]),
    blocks: [...base.blocks.filter((block) => !replaced.has(typeOf(block))), ...over.blocks],
    broken: base.broken || over.broken,
  };
}

function typeOf({ node }: Placed<Block>): string {
  return node.type === "dynamic" ? (node.labels[0]?.text ?? "dynamic") : node.type;
}
