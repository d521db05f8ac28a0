import type { Picture, PictureNode } from "../picture.ts";
import { childrenOf, heightOfNode, SIZE, widthOfNode } from "./measure.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What stands in one column is equally wide, so that names and lines start at the same place. */
export function sizesOf(picture: Picture): ReadonlyMap<string, Size> {
  const children = childrenOf(picture);
  const widest = (nodes: readonly PictureNode[]): number => Math.max(0, ...nodes.map(widthOfNode));
  const sizes = new Map<string, Size>();
  const add = (nodes: readonly PictureNode[], width: number): void => {
    for (const node of nodes) sizes.set(node.id, { width, height: heightOfNode(node) });
  };
  for (const node of picture.nodes) add([node], widthOfNode(node));
  const services = picture.nodes.filter(({ kind }) => kind === "service");
  add(services, widest(services));
  for (const network of picture.nodes.filter(({ kind }) => kind === "network")) {
    const subnets = children(network.id);
    if (subnets.length === 0) continue;
    const occupants = subnets.flatMap(({ id }) => children(id));
    const inner = Math.max(
      widest(occupants),
      widest(subnets) - 2 * SIZE.pad,
      widthOfNode(network) - 4 * SIZE.pad,
    );
    add(occupants, inner);
    add(subnets, inner + 2 * SIZE.pad);
  }
  return sizes;
}
