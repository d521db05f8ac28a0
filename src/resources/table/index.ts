export { argumentFor } from "./backward.ts";
export { compileTable, pathParts, rulesOf } from "./compile.ts";
export { convert, convertChild, single } from "./convert.ts";
export { within } from "./default.ts";
export { inEach, type Readings } from "./draft.ts";
export { reshape } from "./reshape.ts";
export { settled } from "./settled.ts";
