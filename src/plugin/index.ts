export { loadDeclarativeRules } from "./load.ts";
export { declarativeSchema } from "./schema.ts";
