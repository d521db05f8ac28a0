import type { Picture, PictureEdge } from "../picture.ts";
import type { Box } from "./frames.ts";
import type { Placed, Placement, Point } from "./place.ts";
import type { Heights } from "./spread.ts";

/** A line from left to right, or back: flat where it passes a column, so that it crosses nothing there. */
export interface Line {
  readonly edge: PictureEdge;
  readonly points: readonly Point[];
}

interface Column {
  readonly x: number;
  readonly left: number;
  readonly right: number;
}

/** Where each line goes: along the library's points, and straight through the columns in which they lie. */
export function routes(
  picture: Picture,
  placement: Placement,
  boxes: ReadonlyMap<string, Box>,
  { down }: Heights,
): readonly Line[] {
  const columns = columnsOf(picture, placement, boxes);
  const columnAt = (x: number): Column | undefined => columns.find((column) => Math.abs(column.x - x) < 1);
  const leafOf = (id: string): Placed | undefined => placement.leaves.get(placement.ends.get(id) ?? id);
  const ends = new Ends();
  const drafts = picture.edges.flatMap((edge) => {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    const [first, last] = [leafOf(edge.from), leafOf(edge.to)];
    if (!from || !to || !first || !last || first === last) return [];
    const right = last.x >= first.x;
    const [low, high] = right ? [first.x, last.x] : [last.x, first.x];
    const stops = (placement.routes.get(edge) ?? []).flatMap(({ x, y }) => {
      const column = x > low + 1 && x < high - 1 ? columnAt(x) : undefined;
      return column ? [{ column, y: down(y) }] : [];
    });
    const at = (id: string): number => {
      const box = boxes.get(placement.ends.get(id) ?? id);
      return box ? (box.top + box.bottom) / 2 : 0;
    };
    const [start, end] = [at(edge.from), at(edge.to)];
    ends.add({ line: edge, id: edge.from, box: from, at: start, side: right, towards: stops[0]?.y ?? end });
    ends.add({ line: edge, id: edge.to, box: to, at: end, side: !right, towards: stops.at(-1)?.y ?? start });
    return [{ edge, right, from, to, stops, start: columnAt(first.x), end: columnAt(last.x) }];
  });
  return drafts.map(({ edge, right, from, to, stops, start, end }) => {
    const [near, far] = right ? (["left", "right"] as const) : (["right", "left"] as const);
    const first = ends.of(edge, edge.from);
    const last = ends.of(edge, edge.to);
    const points: Point[] = [{ x: from[far], y: first }];
    if (start) points.push({ x: start[far], y: first });
    for (const { column, y } of stops) points.push({ x: column[near], y }, { x: column[far], y });
    if (end) points.push({ x: end[near], y: last });
    points.push({ x: to[near], y: last });
    return { edge, points };
  });
}

/** The columns in which things stand, each as wide as the outermost frames that stand in it alone. */
function columnsOf(
  { nodes }: Picture,
  placement: Placement,
  boxes: ReadonlyMap<string, Box>,
): readonly Column[] {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
  const centres = new Map<string, Set<number>>();
  const chains = [...placement.leaves].map(([id, { x }]) => {
    const chain: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
      chain.push(at);
      centres.set(at, (centres.get(at) ?? new Set()).add(x));
    }
    return { x, chain };
  });
  const columns = new Map<number, Column>();
  for (const { x, chain } of chains) {
    const outermost = chain.findLast((id) => centres.get(id)?.size === 1);
    const box = outermost === undefined ? undefined : boxes.get(outermost);
    if (!box) continue;
    const { left, right } = columns.get(x) ?? box;
    columns.set(x, { x, left: Math.min(left, box.left), right: Math.max(right, box.right) });
  }
  return [...columns.values()];
}

interface End {
  readonly line: PictureEdge;
  readonly id: string;
  readonly box: Box;
  /** The height of what stands for it: the middle of a leaf. */
  readonly at: number;
  /** Whether it is the right side. */
  readonly side: boolean;
  /** The height from which the line comes or to which it goes. */
  readonly towards: number;
}

/** Lines that end at one side of a box do so beside each other, in the order in which they come. */
class Ends {
  readonly #sides = new Map<string, End[]>();

  add(end: End): void {
    const key = `${end.id}\0${end.side}`;
    this.#sides.set(key, [...(this.#sides.get(key) ?? []), end]);
  }

  of(line: PictureEdge, id: string): number {
    for (const side of [true, false]) {
      const ends = (this.#sides.get(`${id}\0${side}`) ?? []).toSorted(
        (one, other) => one.towards - other.towards,
      );
      const place = ends.findIndex((end) => end.line === line);
      const end = ends[place];
      if (!end) continue;
      const step = Math.min(8, (Math.min(end.box.bottom - end.box.top, 42) - 10) / ends.length);
      return end.at + (place - (ends.length - 1) / 2) * step;
    }
    return 0;
  }
}
