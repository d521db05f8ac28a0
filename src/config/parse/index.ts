import type { SourceFile } from "../../source/index.ts";
import type { ParsedConfig } from "./parsed.ts";

export type { ConfigPath, ParsedConfig } from "./parsed.ts";

/** Reads a configuration by its file name's ending. Each parser is only loaded when it is needed. */
export async function parseConfig(file: SourceFile): Promise<ParsedConfig> {
  if (/\.ya?ml$/i.test(file.path)) return (await import("./yaml.ts")).parseYaml(file);
  return (await import("./json.ts")).parseJson(file);
}
