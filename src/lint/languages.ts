import type { Frontend, Language } from "../model/index.ts";
import { joinPath, type Reader } from "../source/index.ts";

/** The input languages by name, each loaded when there is something in it to read. */
const FRONTENDS: Partial<Readonly<Record<Language, () => Promise<Frontend>>>> = {
  terraform: async () => (await import("../languages/terraform/index.ts")).terraform,
  arm: async () => (await import("../languages/arm/index.ts")).arm,
  bicep: async () => (await import("../languages/bicep/index.ts")).bicep,
  plan: async () => (await import("../languages/terraform/plan/index.ts")).plan,
};

export const LANGUAGES = Object.keys(FRONTENDS) as readonly Language[];

/** The languages of which there may be files below the paths, by file endings alone. */
export function languagesBelow(reader: Reader, paths: readonly string[]): ReadonlySet<Language> {
  const found = new Set<Language>();
  const visit = (path: string, depth: number): void => {
    if (found.size === LANGUAGES.length) return;
    for (const { name, kind } of reader.list(path)) {
      if (kind === "file") for (const language of languagesOf(name)) found.add(language);
      else if (!SKIPPED.has(name) && depth < DEEPEST) visit(joinPath(path, name), depth + 1);
    }
  };
  for (const path of paths) {
    if (reader.kind(path) === "directory") visit(path, 0);
    else for (const language of languagesOf(path)) found.add(language);
  }
  return found;
}

/** Folders with nothing of the user's own in them. */
const SKIPPED: ReadonlySet<string> = new Set([".git", ".terraform", "node_modules"]);
const DEEPEST = 64;

function languagesOf(name: string): readonly Language[] {
  if (/\.(tf|tofu)(\.json)?$/.test(name)) return LANGUAGES.filter((one) => one === "terraform");
  if (/\.bicep(param)?$/.test(name)) return LANGUAGES.filter((one) => one === "bicep");
  if (/\.jsonc?$/.test(name)) return LANGUAGES.filter((one) => one === "arm" || one === "plan");
  return [];
}

/** Loads the front-ends of these languages. */
export async function loadFrontends(languages: Iterable<Language>): Promise<readonly Frontend[]> {
  const loaders = [...languages].map((language) => FRONTENDS[language]?.());
  return (await Promise.all(loaders)).filter((frontend) => frontend !== undefined);
}
