export { readGivenParameters } from "./given.ts";
