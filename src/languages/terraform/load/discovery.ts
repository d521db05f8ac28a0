import type { Discovery, StackSource } from "../../../model/index.ts";
import { type Diagnostic, folderOf, joinPath, type Reader } from "../../../source/index.ts";
import { localTargets } from "./configuration.ts";
import type { ModuleLoader } from "./loader.ts";
import { moduleFiles } from "./module-files.ts";

/** Folders that hold what tools have put there. */
const SKIPPED = new Set([".git", ".terraform", ".terragrunt-cache", "node_modules"]);

/** Folders, and levels of them, that are looked through below one path: symbolic links can make a tree endless. */
const MOST_FOLDERS = 50_000;
const DEEPEST = 32;

/**
 * Finds the root modules below the paths: the folders with configuration that no other folder found calls. A path that is a file
 * of a module stands for its folder. Modules that only call each other in a circle are represented by the first of them.
 */
export async function discoverStacks(loader: ModuleLoader, paths: readonly string[]): Promise<Discovery> {
  const diagnostics: Diagnostic[] = [];
  const folders = new Set<string>();
  for (const path of paths)
    for (const folder of foldersBelow(loader.reader, path, diagnostics)) folders.add(folder);
  const calls = new Map<string, readonly string[]>();
  for (const folder of [...folders].sort()) {
    const module = await loader.load(folder);
    if (typeof module !== "string")
      calls.set(
        folder,
        localTargets(module).filter((target) => target !== folder),
      );
  }
  return {
    stacks: rootsOf(calls).map((path): StackSource => ({ language: "terraform", path })),
    diagnostics,
  };
}

/** The folders that nobody calls, and one of each circle that nobody outside calls into. */
function rootsOf(calls: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const called = new Set([...calls.values()].flat());
  const roots = [...calls.keys()].filter((folder) => !called.has(folder));
  const reached = new Set<string>();
  const reach = (from: string): void => {
    const waiting = [from];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(...(calls.get(next) ?? []));
    }
  };
  roots.forEach(reach);
  for (const folder of calls.keys()) {
    if (reached.has(folder)) continue;
    roots.push(folder);
    reach(folder);
  }
  return roots.sort();
}

function foldersBelow(reader: Reader, path: string, diagnostics: Diagnostic[]): readonly string[] {
  const start = joinPath(path);
  const kind = reader.kind(start);
  if (kind === "file") return isPartOfModule(start) ? [folderOf(start)] : [];
  if (kind !== "directory") return [];
  const found: string[] = [];
  const waiting: { readonly folder: string; readonly depth: number }[] = [{ folder: start, depth: 0 }];
  let left = MOST_FOLDERS;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { folder, depth } = next;
    if (--left < 0 || depth > DEEPEST) {
      diagnostics.push({
        severity: "error",
        code: "limit-exceeded",
        message: "There are too many folders here to look through all of them.",
        path: folder,
      });
      if (left < 0) break;
      continue;
    }
    const entries = reader.list(folder);
    const { primary, overrides } = moduleFiles(entries);
    if (primary.length + overrides.length > 0) found.push(folder);
    for (const { name, kind: type } of entries) {
      if (type === "directory" && !SKIPPED.has(name))
        waiting.push({ folder: joinPath(folder, name), depth: depth + 1 });
    }
  }
  return found;
}

function isPartOfModule(path: string): boolean {
  return /\.(tf|tofu)(\.json)?$/.test(path) || /\.tfvars(\.json)?$/.test(path);
}
