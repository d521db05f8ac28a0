import { forMarkup } from "../reporters/index.ts";
import type { EdgeKind, Openness, Picture, PictureNode } from "./picture.ts";

/** Sizes in pixels. */
const ROW = 26;
const GAP = 10;
const PAD = 8;
const LEFT = 20;
const COLUMN = { outside: 110, network: 300, service: 260 } as const;
const ROOM = 130;
const LONGEST_LABEL = 36;

interface Box {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const STROKE: Readonly<Record<EdgeKind, string>> = {
  public: "#c62828",
  peering: "#607d8b",
  gateway: "#6a1b9a",
  "private-endpoint": "#2e7d32",
  "service-endpoint": "#1565c0",
};

const OPENNESS: Readonly<Record<Openness, string>> = {
  open: "#c62828",
  selected: "#ef6c00",
  private: "#2e7d32",
  unknown: "#757575",
};

/** The picture as a drawing of its own: outside on the left, networks with their subnets in the middle, services on the right. */
export function toSvg(picture: Picture): string {
  const boxes = layout(picture);
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const width = LEFT * 2 + COLUMN.outside + COLUMN.network + COLUMN.service + 2 * ROOM;
  const height = Math.max(120, ...boxes.map((box) => box.y + box.height)) + 60;
  const edges = picture.edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from && to ? [line(from, to, edge.kind, edge.sure)] : [];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Network">
<rect width="100%" height="100%" fill="#ffffff"/>
${boxes.map(drawBox).join("")}${edges.join("")}${legend(height)}</svg>
`;
}

function layout({ nodes }: Picture): readonly Box[] {
  const boxes: Box[] = [];
  const inside = (id: string): readonly PictureNode[] => nodes.filter(({ parent }) => parent === id);
  let y = LEFT;
  const middle = LEFT + COLUMN.outside + ROOM;
  for (const network of nodes.filter(({ kind }) => kind === "network")) {
    const top = y;
    y += ROW;
    for (const subnet of inside(network.id)) {
      const items = inside(subnet.id);
      const height = ROW + items.length * ROW + (items.length > 0 ? PAD : 0);
      boxes.push({ node: subnet, x: middle + PAD, y, width: COLUMN.network - 2 * PAD, height });
      items.forEach((node, at) => {
        boxes.push({
          node,
          x: middle + 2 * PAD,
          y: y + ROW + at * ROW,
          width: COLUMN.network - 4 * PAD,
          height: ROW - 4,
        });
      });
      y += height + PAD;
    }
    boxes.unshift({ node: network, x: middle, y: top, width: COLUMN.network, height: y - top });
    y += GAP * 2;
  }
  const right = middle + COLUMN.network + ROOM;
  for (const [at, node] of nodes.filter(({ kind }) => kind === "service").entries()) {
    boxes.push({ node, x: right, y: LEFT + at * (ROW + GAP), width: COLUMN.service, height: ROW });
  }
  for (const [at, node] of nodes
    .filter(({ kind }) => kind === "internet" || kind === "on-premises")
    .entries()) {
    boxes.push({ node, x: LEFT, y: LEFT + at * ROW * 4, width: COLUMN.outside, height: ROW * 2 });
  }
  return boxes;
}

function drawBox({ node, x, y, width, height }: Box): string {
  const { kind, openness, label, address } = node;
  const isFrame = kind === "network" || kind === "subnet";
  const stroke = openness ? OPENNESS[openness] : kind === "internet" ? STROKE.public : "#546e7a";
  const fill = kind === "network" ? "#f5f7f8" : kind === "subnet" ? "#eceff1" : "#ffffff";
  const shown = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
  const textY = isFrame ? y + 17 : y + height / 2 + 4;
  const title = [address || label, openness ?? ""].filter((part) => part !== "").join(": ");
  return `<g><title>${forMarkup(title)}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}" stroke="${stroke}"${openness === "open" ? ' stroke-width="2.5"' : ""}/><text x="${x + PAD}" y="${textY}" fill="#263238"${kind === "network" ? ' font-weight="600"' : ""}>${forMarkup(shown)}</text></g>
`;
}

function line(from: Box, to: Box, kind: EdgeKind, sure: boolean): string {
  const dash = sure ? "" : ' stroke-dasharray="5 4"';
  const style = `fill="none" stroke="${STROKE[kind]}" stroke-width="1.6"${dash}`;
  if (kind === "peering") {
    const [x, a, b] = [from.x, from.y + 13, to.y + 13];
    return `<path d="M${x} ${a} C${x - 50} ${a} ${x - 50} ${b} ${x} ${b}" ${style}/>\n`;
  }
  const [x1, y1] = [from.x + from.width, from.y + Math.min(from.height, ROW) / 2];
  const [x2, y2] = [to.x, to.y + Math.min(to.height, ROW) / 2];
  const bend = Math.max(40, (x2 - x1) / 2);
  return `<path d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" ${style}/><circle cx="${x2}" cy="${y2}" r="3" fill="${STROKE[kind]}"/>\n`;
}

function legend(height: number): string {
  const kinds = Object.entries(STROKE);
  return kinds
    .map(([kind, color], at) => {
      const x = LEFT + at * 140;
      return `<line x1="${x}" y1="${height - 22}" x2="${x + 24}" y2="${height - 22}" stroke="${color}" stroke-width="2"/><text x="${x + 30}" y="${height - 18}" fill="#263238">${kind.replace("-", " ")}</text>\n`;
    })
    .join("");
}
