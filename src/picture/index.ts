import type { Picture } from "./picture.ts";

export { drawNetwork, type Picture } from "./picture.ts";
export { toDot, toMermaid } from "./text.ts";

/** The picture as a drawing of its own. What lays it out is loaded only for this. */
export async function toSvg(picture: Picture): Promise<string> {
  return (await import("./svg/index.ts")).toSvg(picture);
}
