import { parse } from "jsonc-parser";
import { joinPath, type Reader } from "../../../source/index.ts";

/** Where `terraform init` has put the modules that are not local: their folders by module path (`net.subnets`). */
export type ModuleManifest = ReadonlyMap<string, string>;

/**
 * Reads `.terraform/modules/modules.json` of a root module. Empty when it is not there or is not what Terraform writes. Folders
 * are relative to the working directory; whether they can be read is the reader's to say.
 */
export function readManifest(reader: Reader, root: string): ModuleManifest {
  const file = reader.read(joinPath(root, ".terraform/modules/modules.json"));
  const folders = new Map<string, string>();
  if (typeof file === "string") return folders;
  const content: unknown = parse(file.text);
  const modules = isRecord(content) ? content.Modules : undefined;
  if (!Array.isArray(modules)) return folders;
  for (const entry of modules) {
    if (!isRecord(entry)) continue;
    const { Key: key, Dir: folder } = entry;
    if (typeof key === "string" && typeof folder === "string") folders.set(key, joinPath(root, folder));
  }
  return folders;
}

function isRecord(
  value: unknown,
): value is { readonly Modules?: unknown; readonly Key?: unknown; readonly Dir?: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
