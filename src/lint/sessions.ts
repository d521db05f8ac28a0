import type { FrontendSession, Language } from "../model/index.ts";
import { idOf } from "../resources/index.ts";
import type { Reader } from "../source/index.ts";
import { LANGUAGES, languagesBelow, loadFrontends } from "./languages.ts";
import type { LintRequest } from "./lint.ts";

/** Opens the languages of which there is something below the paths. */
export async function openSessions({
  reader,
  paths,
  languages = LANGUAGES,
}: Pick<LintRequest, "reader" | "paths" | "languages">): Promise<ReadonlyMap<Language, FrontendSession>> {
  const present = languagesBelow(reader, paths.length === 0 ? ["."] : paths);
  return sessionsOf(
    reader,
    languages.filter((language) => present.has(language)),
  );
}

export async function sessionsOf(
  reader: Reader,
  languages: Iterable<Language>,
): Promise<ReadonlyMap<Language, FrontendSession>> {
  const frontends = await loadFrontends(languages);
  const moduleCache = reader.restoredModules;
  const options = { idOf, ...(moduleCache && { moduleCache }) };
  return new Map(frontends.map((frontend) => [frontend.language, frontend.open(reader, options)]));
}
