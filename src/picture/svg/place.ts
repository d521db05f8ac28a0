import { Graph, layout } from "@dagrejs/dagre";
import type { Picture, PictureEdge, PictureNode } from "../picture.ts";
import { childrenOf } from "./measure.ts";
import { type Size, sizesOf } from "./sizes.ts";
import { tangle } from "./tangle.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the library puts a node, by its centre. */
export interface Placed extends Point, Size {}

export interface Placement {
  /** What has nothing inside; frames go round that. */
  readonly leaves: ReadonlyMap<string, Placed>;
  /** By each end of an edge the leaf at which it ends for the library: itself, or one inside the frame. */
  readonly ends: ReadonlyMap<string, string>;
  /** For each edge of the picture the points through which it goes, in its own direction. */
  readonly routes: ReadonlyMap<PictureEdge, readonly Point[]>;
}

/** The frame round the services: they stay together, beside the networks. */
export const SERVICES = "\0services";

/** How much more a line that is drawn counts than one that only says what stands where; the library divides by it, so none is 0. */
const DRAWN = 8;

/** Above this many nodes the first placement has to do. */
const MANY = 60;
/** Above this many the library's best way takes longer than anybody waits; the other one spreads networks out. */
const VERY_MANY = 400;

/** One way to ask the library. */
interface Attempt {
  readonly order: readonly PictureNode[];
  readonly ranker?: "longest-path";
}

/**
 * Lets the library place everything, from left to right: what connects stands before what it connects to. In which order it is told of
 * the nodes decides how straight the lines are and how often they cross, so it is told in several, and the best placement is taken.
 */
export function place(picture: Picture): Placement {
  let best: { readonly placement: Placement; readonly tangle: number } | undefined;
  for (const attempt of attemptsAt(picture)) {
    const placement = tryTo(picture, attempt);
    if (!placement) continue;
    const found = tangle([...placement.routes.values()]);
    if (!best || found < best.tangle) best = { placement, tangle: found };
  }
  // Without lines there is nothing that the library can fail at.
  return best?.placement ?? placeInOrder({ ...picture, edges: [] }, { order: picture.nodes });
}

function attemptsAt({ nodes, edges }: Picture): readonly Attempt[] {
  if (nodes.length > VERY_MANY) return [{ order: nodes, ranker: "longest-path" }];
  if (nodes.length > MANY) return [{ order: nodes }];
  const degree = new Map<string, number>();
  for (const id of edges.flatMap(({ from, to }) => [from, to])) degree.set(id, (degree.get(id) ?? 0) + 1);
  const byDegree = nodes.toSorted((one, other) => (degree.get(one.id) ?? 0) - (degree.get(other.id) ?? 0));
  return [nodes, nodes.toReversed(), byDegree, byDegree.toReversed()].map((order) => ({ order }));
}

/** The library throws on some graphs that it has placed in another order. */
function tryTo(picture: Picture, attempt: Attempt): Placement | undefined {
  try {
    return placeInOrder(picture, attempt);
  } catch {
    return undefined;
  }
}

function placeInOrder(picture: Picture, { order, ranker }: Attempt): Placement {
  const graph = new Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: "LR", nodesep: 10, edgesep: 14, ranksep: 64, ...(ranker && { ranker }) });
  const sizes = sizesOf(picture);
  for (const { id } of order) graph.setNode(id, { ...sizes.get(id) });
  for (const { id, parent } of order)
    if (parent !== undefined && sizes.has(parent)) graph.setParent(id, parent);
  const services = order.filter(({ kind }) => kind === "service").map(({ id }) => id);
  if (services.length > 0) graph.setNode(SERVICES, {});
  for (const id of services) graph.setParent(id, SERVICES);

  const ends = endsOf(picture);
  const endOf = (id: string): string => ends.get(id) ?? id;
  const hubsFirst = byHub(picture);
  picture.edges.forEach((edge, at) => {
    const [from, to] = hubsFirst(edge);
    if (endOf(from) !== endOf(to)) graph.setEdge(endOf(from), endOf(to), { weight: DRAWN }, String(at));
  });
  for (const { id, kind } of picture.nodes) {
    if (kind === "network" && services[0] && !leadsOut(picture, id)) {
      graph.setEdge(endOf(id), services[0], { weight: 1 }, "behind");
    }
  }
  layout(graph);

  const leaves = picture.nodes.filter(({ id }) => graph.children(id).length === 0);
  return {
    ends,
    leaves: new Map(
      leaves.map(({ id }) => {
        const { x, y, width, height } = graph.node(id);
        return [id, { x, y, width, height }];
      }),
    ),
    routes: new Map(
      picture.edges.flatMap((edge, at) => {
        const [from, to] = hubsFirst(edge);
        const points: readonly Point[] | undefined = graph.edge(endOf(from), endOf(to), String(at))?.points;
        return points ? [[edge, from === edge.from ? points : points.toReversed()] as const] : [];
      }),
    ),
  };
}

/** The library ends no line at a frame, so a leaf inside stands for it: one at which nothing else ends, or the first. */
function endsOf(picture: Picture): ReadonlyMap<string, string> {
  const children = childrenOf(picture);
  const taken = new Set(picture.edges.flatMap(({ from, to }) => [from, to]));
  const leavesOf = (id: string): readonly string[] => {
    const inner = children(id);
    return inner.length === 0 ? [id] : inner.flatMap((child) => leavesOf(child.id));
  };
  const ends = new Map<string, string>();
  for (const { id } of picture.nodes) {
    const leaves = leavesOf(id);
    ends.set(id, leaves.find((leaf) => !taken.has(leaf)) ?? leaves[0] ?? id);
  }
  return ends;
}

/** Whether a line leads from the network to a service: services without one stand behind the networks all the same. */
function leadsOut({ nodes, edges }: Picture, network: string): boolean {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return edges.some(({ from, to }) => {
    let at = byId.get(from);
    while (at?.parent !== undefined) at = byId.get(at.parent);
    return at?.id === network && byId.get(to)?.kind === "service";
  });
}

/** A peering has no direction: the network with more connections, the hub, goes before its spokes. */
function byHub({ edges }: Picture): (edge: PictureEdge) => readonly [string, string] {
  const connections = new Map<string, number>();
  for (const { from, to, kind } of edges) {
    if (kind !== "peering" && kind !== "gateway") continue;
    for (const id of [from, to]) connections.set(id, (connections.get(id) ?? 0) + 1);
  }
  const count = (id: string): number => connections.get(id) ?? 0;
  return ({ from, to, kind }) => (kind === "peering" && count(to) > count(from) ? [to, from] : [from, to]);
}
