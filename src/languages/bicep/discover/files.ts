import { joinPath, type Reader } from "../../../source/index.ts";

/** Folders that hold no code of the user's. */
const SKIPPED: ReadonlySet<string> = new Set([".git", "node_modules", ".terraform", ".bicep"]);

const DEEPEST_FOLDER = 40;

/** The files of these names that are given or lie below the given folders, each once, in the order of their paths. */
export function filesBelow(paths: readonly string[], name: RegExp, reader: Reader): readonly string[] {
  const found = new Set<string>();
  const visit = (folder: string, depth: number): void => {
    if (depth > DEEPEST_FOLDER) return;
    for (const entry of reader.list(folder)) {
      const path = joinPath(folder, entry.name);
      if (entry.kind === "file" && name.test(entry.name)) found.add(path);
      else if (entry.kind === "directory" && !SKIPPED.has(entry.name)) visit(path, depth + 1);
    }
  };
  for (const path of paths) {
    if (reader.kind(path) === "directory") visit(joinPath(path), 0);
    else if (name.test(path) && reader.kind(path) === "file") found.add(joinPath(path));
  }
  return [...found].sort();
}
