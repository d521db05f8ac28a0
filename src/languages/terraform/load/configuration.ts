import type { Diagnostic } from "../../../source/index.ts";
import type { ParsedFile } from "../syntax/index.ts";
import type { ModuleLoader, NoModule } from "./loader.ts";
import type { Module, ModuleCall } from "./module.ts";
import { type ModuleManifest, readManifest } from "./module-manifest.ts";

/** What a module call leads to: a folder, or nowhere that can be looked into. */
export type CallTarget =
  | { readonly kind: "folder"; readonly folder: string }
  /** From a registry, a repository or an archive, and not installed. */
  | { readonly kind: "remote"; readonly source: string }
  /** No source, or one that is not a literal. */
  | { readonly kind: "unclear" };

/** A root module with everything below it, read and parsed: from here on evaluation needs no more waiting. */
export interface Configuration {
  readonly root: Module;
  readonly manifest: ModuleManifest;
  readonly modules: ReadonlyMap<string, Module | NoModule>;
  /** The files and mistakes of all modules, called or not. */
  readonly files: readonly ParsedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a root module and all modules that it calls, directly or not. Calls in a circle are no trouble here. */
export async function loadConfiguration(
  loader: ModuleLoader,
  folder: string,
): Promise<Configuration | NoModule> {
  const root = await loader.load(folder);
  if (typeof root === "string") return root;
  const manifest = readManifest(loader.reader, root.folder);
  const modules = new Map<string, Module | NoModule>([[root.folder, root]]);
  // The manifest's folders are read as well: which call leads to which of them depends on the path of calls.
  const waiting = [...new Set([...localTargets(root), ...manifest.values()])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (modules.has(next)) continue;
    const module = await loader.load(next);
    modules.set(next, module);
    if (typeof module !== "string") waiting.push(...localTargets(module));
  }
  const all = [...modules.values()].filter((module) => typeof module !== "string");
  const files = all.flatMap((module) => module.files);
  return { root, manifest, modules, files, diagnostics: all.flatMap((module) => module.diagnostics) };
}

/** Where a call leads. `path` are the names of the calls above it and its own. */
export function targetOf(call: ModuleCall, path: readonly string[], manifest: ModuleManifest): CallTarget {
  const { source, folder } = call;
  if (folder !== undefined) return { kind: "folder", folder };
  if (source === undefined || source === "") return { kind: "unclear" };
  const installed = manifest.get(path.join("."));
  return installed === undefined ? { kind: "remote", source } : { kind: "folder", folder: installed };
}

/** The folders that a module calls by a relative path. */
export function localTargets(module: Module): readonly string[] {
  return [...module.calls.values()].map((call) => call.folder).filter((folder) => folder !== undefined);
}
