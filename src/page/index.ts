export { type PageExample, parsePage, type RulePage } from "./parse.ts";
export { type PageMistake, runPage, withOutputs } from "./run.ts";
