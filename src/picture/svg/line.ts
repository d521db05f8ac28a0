import { forMarkup } from "../../reporters/index.ts";
import type { EdgeKind, Picture } from "../picture.ts";
import { round } from "./box.ts";
import { KINDS } from "./legend.ts";
import type { Point } from "./place.ts";
import type { Line } from "./route.ts";

/** A line with its arrow; peerings have no direction. */
export function drawLine({ edge, points }: Line, { nodes }: Picture): string {
  const { kind, sure, from, to } = edge;
  const label = (id: string): string => nodes.find((node) => node.id === id)?.label ?? id;
  const title = `${KINDS[kind]}: ${label(from)} → ${label(to)}${sure ? "" : ", not certain"}`;
  const last = points.at(-1);
  const before = points.at(-2);
  const direction = last && before && last.x < before.x ? -1 : 1;
  const head = kind === "peering" || !last ? "" : arrow(kind, last, direction);
  return `<g><title>${forMarkup(title)}</title><path class="line ${kind}${sure ? "" : " unsure"}" d="${pathOf(points)}"/>${head}</g>
`;
}

/** Flat pieces, joined by curves that leave and arrive flat. */
function pathOf(points: readonly Point[]): string {
  let path = "";
  let last: Point | undefined;
  for (const { x, y } of points.map((point) => ({ x: round(point.x), y: round(point.y) }))) {
    if (!last) path = `M${x} ${y}`;
    else if (last.y === y) path += `H${x}`;
    else {
      const half = round((x - last.x) / 2);
      path += `C${last.x + half} ${last.y} ${x - half} ${y} ${x} ${y}`;
    }
    last = { x, y };
  }
  return path;
}

function arrow(kind: EdgeKind, tip: Point, direction: 1 | -1): string {
  const [x, y] = [round(tip.x), round(tip.y)];
  return `<path class="head ${kind}" d="M${x} ${y}l${-8 * direction} -3.5v7z"/>`;
}
