export { applySuppressions } from "./apply.ts";
export { parseSuppression, type Suppression } from "./parse.ts";
export { suppressionRules } from "./rules.ts";
