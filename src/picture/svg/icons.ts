import type { NodeKind } from "../picture.ts";

/** Signs in a field of 14 by 14, as outlines. */
const ICONS: Readonly<Record<NodeKind, string>> = {
  internet:
    "M7 .7a6.3 6.3 0 1 0 0 12.6a6.3 6.3 0 1 0 0-12.6M.7 7h12.6M7 .7c-4 3.6-4 9 0 12.6M7 .7c4 3.6 4 9 0 12.6",
  "on-premises": "M2 13V1h7v12M9 5h3.5v8M.5 13h13M4 4h1M6 4h1M4 7h1M6 7h1M4 10h1M6 10h1",
  network: "M4 3L.8 7L4 11M10 3l3.2 4L10 11M4.6 7h.1M7 7h.1M9.4 7h.1",
  subnet: "M1.5 2.5h11v9h-11zM1.5 7h11M7 2.5v9",
  endpoint: "M3 6.5h8v6H3zM4.8 6.5V4.3a2.2 2.2 0 0 1 4.4 0v2.2M7 9v1.2",
  interface: "M1 2h12v8H1zM4.5 12.7h5M7 10v2.7",
  dedicated: "M7 .8L12.6 4v6L7 13.2L1.4 10V4zM1.6 4.1L7 7.2l5.4-3.1M7 7.2v6",
  service: "M3.6 11.5a2.9 2.9 0 0 1-.3-5.8a4 4 0 0 1 7.6.6a2.6 2.6 0 0 1-.3 5.2z",
};

export function drawIcon(kind: NodeKind, x: number, y: number): string {
  return `<path class="icon" transform="translate(${x} ${y})" d="${ICONS[kind]}"/>`;
}
