import type { Picture } from "../picture.ts";
import { childrenOf, SIZE } from "./measure.ts";
import { type Placed, type Placement, SERVICES } from "./place.ts";
import type { Heights } from "./spread.ts";

/** A rectangle by its sides. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every node as a rectangle: frames close round what is in them. */
export function frame(picture: Picture, { leaves }: Placement, { tops }: Heights): ReadonlyMap<string, Box> {
  const children = childrenOf(picture);
  const boxes = new Map<string, Box>();
  const boxOf = (id: string): Box => {
    const leaf = leaves.get(id);
    const box = leaf
      ? boxOfLeaf(leaf, tops.get(id) ?? 0)
      : frameOf(children(id).map((child) => boxOf(child.id)));
    boxes.set(id, box);
    return box;
  };
  const top = children().map(({ id, kind }) => ({ kind, box: boxOf(id) }));
  const services = top.filter(({ kind }) => kind === "service").map(({ box }) => box);
  if (services.length > 0) boxes.set(SERVICES, frameOf(services));
  return boxes;
}

function boxOfLeaf({ x, width, height }: Placed, top: number): Box {
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
}

function frameOf(inner: readonly Box[]): Box {
  return {
    left: Math.min(...inner.map(({ left }) => left)) - SIZE.pad,
    right: Math.max(...inner.map(({ right }) => right)) + SIZE.pad,
    top: Math.min(...inner.map(({ top }) => top)) - SIZE.title,
    bottom: Math.max(...inner.map(({ bottom }) => bottom)) + SIZE.pad,
  };
}
