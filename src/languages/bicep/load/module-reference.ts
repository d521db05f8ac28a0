import type { ModuleAliases } from "./configuration.ts";

/** What the path of a module, import or `using` names. */
export type ModuleReference =
  | { readonly kind: "file"; readonly path: string }
  /** A module in a registry; `cached` is where `bicep restore` puts its template, below its cache folder. */
  | { readonly kind: "registry"; readonly source: string; readonly cached: string }
  | { readonly kind: "template-spec"; readonly source: string; readonly cached: string }
  | { readonly kind: "unknown"; readonly problem: string };

/** Takes a module's path apart; aliases come from `bicepconfig.json`. */
export function moduleReference(path: string, aliases: ModuleAliases): ModuleReference {
  const scheme = /^(br|ts)(?:\/([\w-]+))?:(.*)$/.exec(path);
  if (!scheme) {
    if (/^[a-z]{2,}:/i.test(path))
      return unknown(`'${path}' is no module path: expected a file, 'br:…' or 'ts:…'.`);
    return { kind: "file", path: path.replaceAll("\\", "/") };
  }
  const [, kind, alias, rest = ""] = scheme;
  return kind === "br" ? registry(rest, alias, aliases) : templateSpec(rest, alias, aliases);
}

function unknown(problem: string): ModuleReference {
  return { kind: "unknown", problem };
}

/** `br:registry/path:tag`, `br:registry/path@sha256:digest`, `br/alias:path:tag`. */
function registry(rest: string, alias: string | undefined, aliases: ModuleAliases): ModuleReference {
  let whole = rest;
  if (alias !== undefined) {
    const known = aliases.registries.get(alias);
    if (!known) return unknown(`There is no module alias 'br/${alias}' in bicepconfig.json.`);
    whole = [known.registry, known.modulePath, rest]
      .filter((part) => part !== undefined && part !== "")
      .join("/");
  }
  const parts = /^([^/]+)\/(.+?)(?:@(sha256:[0-9a-f]+)|:([\w.-]+))$/.exec(whole);
  const [, host, path, digest, tag] = parts ?? [];
  if (host === undefined || path === undefined)
    return unknown(`'br:${whole}' is no registry module: expected 'br:registry/path:tag'.`);
  const version = digest === undefined ? encodedTag(tag ?? "") : digest.replace(":", "#");
  const folder = ["br", host.replaceAll(":", "$").toLowerCase(), path.replaceAll("/", "$"), version];
  return { kind: "registry", source: `br:${whole}`, cached: [...folder, "main.json"].join("/") };
}

/** Tags are case-sensitive, file systems may not be: behind `$` stands, in hexadecimal, which letters are capitals. */
function encodedTag(tag: string): string {
  let mask = 0n;
  for (let at = 0; at < tag.length; at++) if (/[A-Z]/.test(tag.charAt(at))) mask |= 1n << BigInt(at);
  return `${tag}$${mask === 0n ? "" : mask.toString(16)}`;
}

/** `ts:subscription/group/spec:version`, `ts/alias:spec:version`. */
function templateSpec(rest: string, alias: string | undefined, aliases: ModuleAliases): ModuleReference {
  let whole = rest;
  if (alias !== undefined) {
    const known = aliases.templateSpecs.get(alias);
    if (!known) return unknown(`There is no module alias 'ts/${alias}' in bicepconfig.json.`);
    whole = [known.subscription, known.resourceGroup, rest].join("/");
  }
  const parts = /^([^/]+)\/([^/]+)\/([^/:]+):([^/:]+)$/.exec(whole);
  if (!parts)
    return unknown(
      `'ts:${whole}' is no template spec: expected 'ts:subscription/resourceGroup/name:version'.`,
    );
  const cached = ["ts", ...parts.slice(1), "main.json"].join("/").toLowerCase();
  return { kind: "template-spec", source: `ts:${whole}`, cached };
}
