import { joinPath } from "../../../source/index.ts";
import { literalText } from "./declarations.ts";
import type { ModuleLoader } from "./loader.ts";

/** Chosen versions by `namespace/type` of the provider. */
export type LockedVersions = ReadonlyMap<string, string>;

/** Reads `.terraform.lock.hcl` beside a root module; empty when there is none. Mistakes in it are Terraform's to report. */
export async function readLockFile(loader: ModuleLoader, root: string): Promise<LockedVersions> {
  const versions = new Map<string, string>();
  const file = loader.reader.read(joinPath(root, ".terraform.lock.hcl"));
  if (typeof file === "string") return versions;
  const { body } = await loader.parse(file);
  for (const block of body.blocks) {
    const source = block.labels[0]?.text.toLowerCase().split("/").slice(-2).join("/");
    const version = literalText(
      block.body.attributes.find((attribute) => attribute.name === "version")?.expression,
    );
    if (block.type === "provider" && source !== undefined && version !== undefined)
      versions.set(source, version);
  }
  return versions;
}
