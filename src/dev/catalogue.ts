/**
 * `npm run catalogue -- <checkout of Azure/bicep-types-az>`: reads Azure's published type definitions and rewrites what the
 * catalogue of public access takes from them: for each property path that it names, whether it exists, its values, and the
 * api-version in which it was found. Types with a switch that the catalogue does not have are listed, for a person to judge.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import publicAccess from "../azure/data/public-access.json" with { type: "json" };
import type { PublicAccessType } from "../azure/index.ts";
import { pathsOf } from "./catalogue-paths.ts";
import { type PathFacts, TypeFile } from "./catalogue-types.ts";

const TARGET = "src/azure/generated/property-paths.json";

interface TypeFacts {
  readonly apiVersion: string;
  readonly paths: Record<string, PathFacts>;
}

const [checkout] = process.argv.slice(2);
if (checkout === undefined || !existsSync(join(checkout, "generated"))) {
  process.stderr.write(
    "Name the folder of a checkout of Azure/bicep-types-az: npm run catalogue -- <folder>\n",
  );
  process.exit(2);
}

const folders = namespaceFolders(join(checkout, "generated"));
const types = publicAccess.types as unknown as readonly PublicAccessType[];
const known = new Set(
  types.flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]).map(folded),
);
const found: Record<string, TypeFacts> = {};
const missing: string[] = [];

for (const entry of types) {
  for (const [type, paths] of pathsOf(entry)) {
    const facts = factsOf(type, paths);
    if (facts) found[type] = facts;
    else missing.push(type);
  }
}
writeFileSync(TARGET, `${JSON.stringify({ types: sorted(found) }, undefined, 1)}\n`);
process.stdout.write(`wrote ${TARGET}: ${Object.keys(found).length} types\n`);
if (missing.length > 0) process.stdout.write(`not in this checkout: ${missing.join(", ")}\n`);
const others = [...switchesNotKnown()].sort();
if (others.length > 0)
  process.stdout.write(
    `types with a switch that the catalogue does not have:\n${others.map((one) => `  ${one}\n`).join("")}`,
  );

/** The newest stable version that has the type and all paths it can have; else the newest preview. */
function factsOf(type: string, paths: readonly string[]): TypeFacts | undefined {
  let best: { readonly facts: TypeFacts; readonly missing: number } | undefined;
  for (const [apiVersion, file] of versionsOf(type)) {
    const body = new TypeFile(readFileSync(file, "utf8")).bodyOf(type);
    if (!body) continue;
    const facts = { apiVersion, paths: Object.fromEntries(paths.map((path) => [path, body.at(path)])) };
    const lacking = Object.values(facts.paths).filter(({ exists }) => !exists).length;
    if (!best || lacking < best.missing) best = { facts, missing: lacking };
    if (best.missing === 0) break;
  }
  return best?.facts;
}

/** Versions of a type's namespace, newest first and stable ones before previews. */
function versionsOf(type: string): readonly (readonly [version: string, file: string])[] {
  const namespace = folded(type.split("/")[0] ?? "");
  const isPreview = (version: string): boolean => version.length > 10;
  return (folders.get(namespace) ?? [])
    .flatMap((folder) =>
      readdirSync(folder).map((version) => [version, join(folder, version, "types.json")] as const),
    )
    .filter(([, file]) => existsSync(file))
    .sort(([a], [b]) => Number(isPreview(a)) - Number(isPreview(b)) || (a < b ? 1 : -1));
}

function namespaceFolders(generated: string): ReadonlyMap<string, readonly string[]> {
  const byNamespace = new Map<string, string[]>();
  for (const service of readdirSync(generated, { withFileTypes: true })) {
    if (!service.isDirectory()) continue;
    for (const namespace of readdirSync(join(generated, service.name), { withFileTypes: true })) {
      if (!namespace.isDirectory()) continue;
      const key = folded(namespace.name);
      byNamespace.set(key, [...(byNamespace.get(key) ?? []), join(generated, service.name, namespace.name)]);
    }
  }
  return byNamespace;
}

function* switchesNotKnown(): Generator<string> {
  for (const namespace of folders.keys()) {
    const [newest] = versionsOf(namespace);
    if (!newest) continue;
    for (const { name, body } of new TypeFile(readFileSync(newest[1], "utf8")).resources()) {
      if (known.has(folded(name))) continue;
      if (body.at("properties.publicNetworkAccess").exists) yield name;
    }
  }
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function folded(text: string): string {
  return text.toLowerCase();
}
