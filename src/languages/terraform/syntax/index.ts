export type * from "./ast.ts";
export { blocksOf, spanOf, textOf, unwrapped } from "./ast.ts";
export { parseWithFallback } from "./fallback.ts";
export { parseJson } from "./json.ts";
export { readTree } from "./json-tree.ts";
export { parseExpressionText, parseHcl, parseTemplateText } from "./parse.ts";
