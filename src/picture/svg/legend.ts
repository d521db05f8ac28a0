import type { EdgeKind } from "../picture.ts";
import { round } from "./box.ts";
import { drawIcon } from "./icons.ts";
import { SIZE, widthOf } from "./measure.ts";

/** What each line stands for. */
export const KINDS: Readonly<Record<EdgeKind, string>> = {
  public: "public path",
  "service-endpoint": "service endpoint",
  "private-endpoint": "private endpoint",
  peering: "peering",
  gateway: "link to on-premises",
};

const SAMPLE = 26;
const GAP = 18;

/** What the legend needs below the picture. */
export const LEGEND_HEIGHT = 22;

export interface Legend {
  readonly drawn: string;
  readonly right: number;
}

/** One line below the picture; the fourth kind of path is no line, but what lies in a subnet. */
export function drawLegend(left: number, top: number): Legend {
  let x = left;
  const y = round(top + 11);
  const parts: string[] = [];
  const add = (sample: string, text: string): void => {
    parts.push(`${sample}<text class="small" x="${round(x + SAMPLE + 6)}" y="${y + 4}">${text}</text>\n`);
    x += SAMPLE + 6 + widthOf(text, SIZE.small) + GAP;
  };
  for (const [kind, text] of Object.entries(KINDS)) {
    const head =
      kind === "peering" ? "" : `<path class="head ${kind}" d="M${round(x) + SAMPLE} ${y}l-8 -3.5v7z"/>`;
    add(`<path class="line ${kind}" d="M${round(x)} ${y}h${SAMPLE}"/>${head}`, text);
  }
  const box = `<g class="item injected"><rect x="${round(x)}" y="${y - 10}" width="${SAMPLE}" height="20" rx="4"/>${drawIcon("dedicated", round(x) + 6, y - 7)}</g>`;
  add(box, "injected into a subnet");
  add(`<path class="line unsure peering" d="M${round(x)} ${y}h${SAMPLE}"/>`, "not certain");
  return { drawn: `<g class="legend">${parts.join("")}</g>\n`, right: x - GAP };
}
