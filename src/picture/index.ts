export { drawNetwork, type Picture } from "./picture.ts";
export { toSvg } from "./svg.ts";
export { toDot, toMermaid } from "./text.ts";
