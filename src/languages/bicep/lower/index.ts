export { type ImportSource, lowerFile, type Surroundings } from "./template.ts";
export type { TypeSource } from "./types.ts";
