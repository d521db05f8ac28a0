export { type Cloud, type ConfigData, LEVELS, PRESETS, type RuleEntry } from "./data.ts";
export { CONFIG_NAMES, ConfigLoader, type LoadedConfig } from "./discover.ts";
export { parseConfig } from "./parse/index.ts";
export { type ConfiguredStack, type FlagSettings, resolveSettings, type Settings } from "./resolve.ts";
export { type ConfigurableRule, publishedSchema } from "./schema.ts";
