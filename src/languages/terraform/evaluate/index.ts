export { LazyEntries } from "./lazy-entries.ts";
export { evaluateStack, type GivenVariables } from "./stack.ts";
