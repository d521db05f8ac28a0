export { LazyEntries } from "./lazy-entries.ts";
export { evaluateStack } from "./stack.ts";
