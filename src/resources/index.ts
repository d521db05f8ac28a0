export type { AzurermResource, Major, ResourceType } from "./define.ts";
export { idOf, type Normalised, normalise } from "./normalise.ts";
export { type AzurermEntry, ResourceRegistry } from "./registry.ts";
export { argumentFor } from "./table/index.ts";
