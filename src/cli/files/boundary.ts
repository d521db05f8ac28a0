import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** The top of the repository that holds a folder: the nearest one above with `.git`, or else the folder itself. */
export function repositoryOf(folder: string): string {
  const start = resolved(folder);
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return start;
  }
}

function resolved(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
