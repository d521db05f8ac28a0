import type { Picture } from "../picture.ts";
import { SIZE } from "./measure.ts";
import { type Placement, SERVICES } from "./place.ts";

/** Something in a column: a leaf, or a line on its way. */
interface Item {
  /** Of a leaf. */
  readonly id?: string;
  readonly top: number;
  readonly bottom: number;
  /** The frames round it, innermost first; none round a line on its way. */
  readonly frames: readonly string[];
}

const GAP = 10;
/** Between what lies in no common frame. */
const APART = 24;

export interface Heights {
  /** The upper side of each leaf. */
  readonly tops: ReadonlyMap<string, number>;
  /** Where a line lies that passed at this height of the placement. */
  readonly down: (y: number) => number;
}

/**
 * The library knows no titles of frames. Where two neighbours of a column have too little between them for the frames that end and begin
 * there, the whole plane is cut and drawn apart, which moves nothing over anything else; one cut serves all columns that need one there.
 */
export function spread(picture: Picture, placement: Placement): Heights {
  const columns = columnsOf(picture, placement);
  const needs = columns.flatMap(needsOf).sort((one, other) => one.to - other.to || one.from - other.from);
  const cuts: { readonly at: number; readonly by: number }[] = [];
  for (const { from, to, room } of needs) {
    const there = cuts.filter(({ at }) => at > from && at <= to).reduce((sum, { by }) => sum + by, 0);
    if (there < room) cuts.push({ at: to, by: room - there });
  }
  const down = (y: number): number => cuts.reduce((sum, { at, by }) => (at <= y ? sum + by : sum), y);
  const connected = new Set(picture.edges.flatMap(({ from, to }) => [from, to]));
  const tops = new Map<string, number>();
  for (const column of columns) {
    const moved = column.map((item) => ({
      ...item,
      top: down(item.top),
      bottom: down(item.top) + item.bottom - item.top,
    }));
    for (const { id, top } of closeRanks(moved, connected)) if (id !== undefined) tops.set(id, top);
  }
  return { tops, down };
}

/** What no line holds in its place moves up to its neighbour in the same outermost frame, and down to the first that is held. */
function closeRanks(column: readonly Item[], connected: ReadonlySet<string>): readonly Item[] {
  const isFree = ({ id }: Item): boolean => id !== undefined && !connected.has(id);
  const items: Item[] = [];
  for (const item of column) {
    const above = items.at(-1);
    const top =
      above && isFree(item) && areTogether(above, item) ? above.bottom + between(above, item) : item.top;
    items.push({ ...item, top, bottom: top + item.bottom - item.top });
  }
  for (let at = items.length - 2; at >= 0; at--) {
    const [item, below] = [items[at], items[at + 1]];
    if (!item || !below || !isFree(item) || !areTogether(item, below)) continue;
    if (items.slice(0, at).some((above) => areTogether(above, item) && !isFree(above))) continue;
    const bottom = below.top - between(item, below);
    items[at] = { ...item, top: bottom - (item.bottom - item.top), bottom };
  }
  return items;
}

function areTogether(one: Item, other: Item): boolean {
  const [frame, same] = [one.frames.at(-1), other.frames.at(-1)];
  return frame !== undefined && frame === same;
}

/** What has to be free between two neighbours. */
function between(above: Item, item: Item): number {
  const ended = above.frames.filter((frame) => !item.frames.includes(frame)).length;
  const begun = item.frames.filter((frame) => !above.frames.includes(frame)).length;
  const gap = areTogether(above, item) ? GAP : APART;
  return ended * SIZE.pad + begun * SIZE.title + gap;
}

function columnsOf({ nodes }: Picture, { leaves, routes }: Placement): readonly (readonly Item[])[] {
  const columns = new Map<number, Item[]>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const [id, { x, y, height }] of leaves) {
    const frames: string[] = [];
    for (let at = byId.get(id)?.parent; at !== undefined; at = byId.get(at)?.parent) frames.push(at);
    if (byId.get(id)?.kind === "service") frames.push(SERVICES);
    const column = columns.get(x) ?? [];
    column.push({ id, top: y - height / 2, bottom: y + height / 2, frames });
    columns.set(x, column);
  }
  for (const points of routes.values()) {
    for (const { x, y } of points.slice(1, -1)) columns.get(x)?.push({ top: y, bottom: y, frames: [] });
  }
  return [...columns.values()].map((column) => column.sort((one, other) => one.top - other.top));
}

interface Need {
  readonly from: number;
  readonly to: number;
  readonly room: number;
}

function needsOf(column: readonly Item[]): readonly Need[] {
  return column.slice(1).flatMap((item, at) => {
    const above = column[at];
    if (!above) return [];
    const room = between(above, item) - (item.top - above.bottom);
    return room > 0 ? [{ from: above.bottom, to: item.top, room }] : [];
  });
}
