export { argumentFor, type Written } from "./backward.ts";
export { type Block, compileTable, type Leaf, pathParts, rulesOf } from "./compile.ts";
export { type Conversion, convert, convertChild, rangeOf, single } from "./convert.ts";
export { defaultOf, isComputed, within } from "./default.ts";
export { reshape, translate } from "./reshape.ts";
