export { findStacks } from "./stacks.ts";
