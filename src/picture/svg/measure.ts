import type { Picture, PictureNode } from "../picture.ts";

/** Sizes in pixels that layout and drawing have in common. */
export const SIZE = {
  /** Space between a frame and what is in it. */
  pad: 12,
  /** The line of a frame that has its name. */
  title: 28,
  icon: 26,
  item: 28,
  /** A service has a second line. */
  service: 42,
  text: 12.5,
  small: 11,
} as const;

/** Longer names lose their middle: beginnings tell estates apart, and ends the things in them. */
const LONGEST = 52;

/** A label as it is drawn. */
export function shownLabel(label: string): string {
  const characters = [...label];
  if (characters.length <= LONGEST) return label;
  const half = Math.floor(LONGEST / 2);
  return `${characters.slice(0, half).join("")}…${characters.slice(-half + 1).join("")}`;
}

/** Words for how open a service is. */
export const OPENNESS = {
  open: "open to everyone",
  selected: "selected networks",
  private: "private",
  unknown: "not known",
} as const;

/** The second line of a service, without how open it is. */
export function typeText({ type }: PictureNode): string {
  return type === undefined ? "" : `${type} · `;
}

/** How wide a text gets, rather too wide than too narrow: which font there is, nobody knows before it is shown. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += size * advance(character);
  return Math.ceil(width);
}

function advance(character: string): number {
  if (/[ijltfr.,:;'|!()[\] -]/.test(character)) return 0.4;
  if (/[mwMW@%…]/.test(character)) return 1;
  if (/[A-Z]/.test(character)) return 0.75;
  return character.charCodeAt(0) < 0x2e80 ? 0.63 : 1.05;
}

/** Room for what is written into a node's own box. */
export function widthOfNode(node: PictureNode): number {
  const name = SIZE.icon + widthOf(shownLabel(node.label), SIZE.text * (isFrame(node) ? 1.05 : 1));
  const below = node.openness ? SIZE.icon + widthOf(typeText(node) + OPENNESS[node.openness], SIZE.small) : 0;
  return Math.max(name, below) + SIZE.pad;
}

export function heightOfNode({ kind }: PictureNode): number {
  if (kind === "service") return SIZE.service;
  return kind === "internet" || kind === "on-premises" ? SIZE.service : SIZE.item;
}

/** Networks and subnets look the same whether something is in them or not. */
export function isFrame({ kind }: PictureNode): boolean {
  return kind === "network" || kind === "subnet";
}

/** What lies directly in a node, in the order of the picture; at the top without one. */
export function childrenOf({ nodes }: Picture): (id?: string) => readonly PictureNode[] {
  const byParent = new Map<string | undefined, PictureNode[]>();
  const ids = new Set(nodes.map(({ id }) => id));
  for (const node of nodes) {
    const parent = node.parent !== undefined && ids.has(node.parent) ? node.parent : undefined;
    byParent.set(parent, [...(byParent.get(parent) ?? []), node]);
  }
  return (id) => byParent.get(id) ?? [];
}
