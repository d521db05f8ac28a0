import type { Picture } from "../picture.ts";
import { drawBox, drawServices } from "./box.ts";
import { frame } from "./frames.ts";
import { drawLegend, LEGEND_HEIGHT } from "./legend.ts";
import { drawLine } from "./line.ts";
import { place, SERVICES } from "./place.ts";
import { routes } from "./route.ts";
import { spread } from "./spread.ts";
import { STYLES } from "./styles.ts";

const MARGIN = 24;

/** The picture as a drawing of its own: networks and subnets as boxes, what connects to the left of what it connects to. */
export function toSvg(picture: Picture): string {
  const placement = place(picture);
  const heights = spread(picture, placement);
  const boxes = frame(picture, placement, heights);
  const lines = routes(picture, placement, boxes, heights);
  const all = [...boxes.values()];
  const ys = lines.flatMap(({ points }) => points.map(({ y }) => y));
  const left = Math.min(...all.map((box) => box.left)) - MARGIN;
  const top = Math.min(...all.map((box) => box.top), ...ys) - MARGIN;
  const bottom = Math.max(...all.map((box) => box.bottom), ...ys) + MARGIN;
  const legend = drawLegend(left + MARGIN, bottom);
  const width = Math.ceil(Math.max(legend.right, ...all.map((box) => box.right)) - left + MARGIN);
  const height = Math.ceil(bottom - top + LEGEND_HEIGHT + MARGIN);
  const services = boxes.get(SERVICES);
  const drawn = [
    `<rect class="paper" x="${left}" y="${top}" width="${width}" height="${height}"/>\n`,
    services ? drawServices(services) : "",
    ...picture.nodes.map((node) => drawBox(node, boxes.get(node.id))),
    ...lines.map((line) => drawLine(line, picture)),
    legend.drawn,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" class="isolint" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Network">
<style>${STYLES}</style>
${drawn.join("")}</svg>
`;
}
