import type { DirectoryEntry } from "../../../source/index.ts";

/** The files of a folder that make a module, in the order in which they are merged. */
export interface ModuleFiles {
  readonly primary: readonly string[];
  /** Files that change what the primary ones declare: `override.tf` and `*_override.tf`. */
  readonly overrides: readonly string[];
}

/**
 * Chooses a module's files among the entries of its folder, by name: `.tf`, `.tf.json`, `.tofu`, `.tofu.json`. A `.tofu` file
 * takes the place of the `.tf` file of the same name, as in OpenTofu. Hidden and backup files do not count.
 */
export function moduleFiles(entries: readonly DirectoryEntry[]): ModuleFiles {
  const names = entries
    .filter((entry) => entry.kind === "file" && !isIgnored(entry.name))
    .map((entry) => entry.name);
  const present = new Set(names);
  const used = names
    .filter((name) => stemOf(name) !== undefined)
    .filter(
      (name) => !present.has(name.replace(/\.tf(\.json)?$/, ".tofu$1")) || /\.tofu(\.json)?$/.test(name),
    )
    .sort();
  const isOverride = (name: string): boolean => /(^|_)override$/.test(stemOf(name) ?? "");
  return { primary: used.filter((name) => !isOverride(name)), overrides: used.filter(isOverride) };
}

/** The name without the ending that makes it a configuration file; undefined when it is none. */
function stemOf(name: string): string | undefined {
  return /^(.+)\.(?:tf|tofu)(?:\.json)?$/.exec(name)?.[1];
}

function isIgnored(name: string): boolean {
  return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
}

/** Variable files that Terraform loads by itself, in its order of precedence: later ones win. */
export function automaticVarFiles(entries: readonly DirectoryEntry[]): readonly string[] {
  const names = entries.filter((entry) => entry.kind === "file").map((entry) => entry.name);
  const fixed = ["terraform.tfvars", "terraform.tfvars.json"].filter((name) => names.includes(name));
  const automatic = names
    .filter((name) => /\.auto\.tfvars(\.json)?$/.test(name) && !name.startsWith("."))
    .sort();
  return [...fixed, ...automatic];
}
