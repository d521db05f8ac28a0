import type { StackInputs } from "../../../model/index.ts";
import { baseName, folderOf, joinPath, type Reader } from "../../../source/index.ts";
import { kindOf, propertiesOf, propertyOf, readJson } from "../../arm/json/index.ts";

/** The JSON parameter files in a main file's folder that belong to it. */
export function jsonScenarios(
  main: string,
  declared: ReadonlySet<string>,
  reader: Reader,
): readonly StackInputs[] {
  const folder = folderOf(main);
  const stem = stemOf(main);
  const entries = reader.list(folder).filter(({ kind }) => kind === "file");
  const others = entries
    .map(({ name }) => stemOf(name))
    .filter((other) => other !== stem && entries.some(({ name }) => name.toLowerCase() === `${other}.bicep`));
  return entries
    .filter(({ name }) => {
      const lower = name.toLowerCase();
      if (!/\bparam(eter)?s?\b.*\.jsonc?$/.test(lower)) return false;
      if (lower.startsWith(`${stem}.`)) return true;
      // Named after nothing: it belongs here if it gives only what is declared here.
      return (
        !others.some((other) => lower.startsWith(`${other}.`)) &&
        fits(joinPath(folder, name), declared, reader)
      );
    })
    .map(({ name }) => ({ parameters: [joinPath(folder, name)] }));
}

function stemOf(path: string): string {
  return (baseName(path).split(".")[0] ?? "").toLowerCase();
}

function fits(path: string, declared: ReadonlySet<string>, reader: Reader): boolean {
  const file = reader.read(path);
  if (typeof file === "string" || !/parameters\.json/i.test(file.text)) return false;
  const { root } = readJson(file);
  if (kindOf(root) !== "parameters") return false;
  const given = propertiesOf(propertyOf(root, "parameters"));
  return given.length > 0 && given.every(({ key }) => declared.has(key.toLowerCase()));
}
