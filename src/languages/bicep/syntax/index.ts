export type * from "./ast.ts";
export { parseBicep } from "./parse.ts";
