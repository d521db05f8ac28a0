export { idOf, type Normalised, normalise } from "./normalise.ts";
export { ResourceRegistry } from "./registry.ts";
