import { forMarkup } from "../../reporters/index.ts";
import type { NodeKind, PictureNode } from "../picture.ts";
import type { Box } from "./frames.ts";
import { drawIcon } from "./icons.ts";
import { isFrame, OPENNESS, SIZE, shownLabel, typeText } from "./measure.ts";

const CLASS: Readonly<Record<NodeKind, string>> = {
  internet: "item outside",
  "on-premises": "item outside",
  network: "network",
  subnet: "subnet",
  endpoint: "item",
  interface: "item",
  dedicated: "item injected",
  service: "item service",
};

export function drawBox(node: PictureNode, box: Box | undefined): string {
  if (!box) return "";
  const { kind, openness, label, address } = node;
  const x = round(box.left);
  const base = round(
    isFrame(node) ? box.top + SIZE.item / 2 : openness ? box.top + 15 : (box.top + box.bottom) / 2,
  );
  const classes = openness ? `${CLASS[kind]} is-${openness}` : CLASS[kind];
  const below = openness
    ? `<text class="small" x="${x + SIZE.icon}" y="${base + 19}">${forMarkup(typeText(node))}<tspan class="t-${openness}">${OPENNESS[openness]}</tspan></text>`
    : "";
  const icon = drawIcon(kind, x + 7, openness ? round((box.top + box.bottom) / 2) - 7 : base - 7);
  return `<g class="${classes}"><title>${forMarkup(address || label)}</title>${rectangle(box)}${icon}<text x="${x + SIZE.icon}" y="${base + 4}">${forMarkup(shownLabel(label))}</text>${below}</g>
`;
}

/** Round the services, which lie in no network. */
export function drawServices(box: Box): string {
  return `<g class="services">${rectangle(box)}<text class="small" x="${round(box.left) + SIZE.pad}" y="${round(box.top) + 18}">Outside the networks</text></g>
`;
}

function rectangle({ left, right, top, bottom }: Box): string {
  return `<rect x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}" rx="5"/>`;
}

/** Half pixels are enough. */
export function round(value: number): number {
  return Math.round(value * 2) / 2;
}
