export { type ConfigPath, type ParsedConfig, parseConfig } from "./parsed.ts";
