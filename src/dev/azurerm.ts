/**
 * `npm run azurerm -- <checkout of the provider> [folders…]`: compares the property tables with the provider's documentation. It
 * tells which arguments that concern networks the tables lack, and which arguments of theirs the newest provider no longer has.
 * For each folder of configurations it tells how many of the azurerm resource blocks have a table: of all, and of the types that
 * concern networks, which are those with such an argument in the documentation, and those with a table.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Argument, type AzurermResource, NEWEST_MAJOR } from "../resources/define.ts";
import { ResourceRegistry } from "../resources/index.ts";
import { rulesOf, within } from "../resources/table/index.ts";
import { type DocumentedResource, readResourcePage } from "./azurerm-docs.ts";
import { blocksBelow, shareOf, shareText } from "./azurerm-share.ts";

/** Names of arguments that decide on isolation. */
const CONCERNS =
  /(subnet|public|virtual_network|vnet|network_(acl|rule|security|interface|access|profile)|private_(endpoint|link|dns|cluster|ip)|firewall|ip_(rule|range|filter|restriction|mask)|allowed_ip|(source|destination)_(address|port)|next_hop|outbound|bypass|default_action|ignore_missing|perimeter|remote_virtual|dns_(server|proxy|zone)|peering|exposed|ingress|internal_load)/;
/** Names that look alike and decide on nothing. */
const NO_CONCERN = /(public_key|_certificate|public_cert|publicly|_key_|description|timeout|_name$)/;

const [checkout, ...folders] = process.argv.slice(2);
if (checkout === undefined) {
  process.stderr.write("Usage: npm run azurerm -- <checkout of terraform-provider-azurerm> [folders…]\n");
  process.exitCode = 2;
} else {
  const pages = readPages(join(checkout, "website", "docs", "r"));
  report(pages);
  for (const folder of folders) reportShare(folder, pages);
}

function readPages(folder: string): readonly DocumentedResource[] {
  return readdirSync(folder)
    .filter((file) => /\.(markdown|md)$/.test(file))
    .sort()
    .map((file) => readResourcePage(readFileSync(join(folder, file), "utf8")))
    .filter((page) => page !== undefined);
}

function report(pages: readonly DocumentedResource[]): void {
  const registry = new ResourceRegistry();
  const lines: string[] = [];
  let lacking = 0;
  for (const page of pages) {
    const table = registry.azurerm(page.name)?.table;
    const known = table && argumentsOf(table);
    const missing = [...page.arguments].filter((path) => concerns(path) && !known?.has(path));
    const gone = known ? [...known].filter((path) => !page.arguments.has(path)) : [];
    if (missing.length > 0)
      lines.push(`${page.name}${table ? "" : " (no table)"} lacks: ${missing.join(", ")}`);
    if (gone.length > 0) lines.push(`${page.name} has no more, or documents elsewhere: ${gone.join(", ")}`);
    lacking += missing.length;
  }
  const documented = new Set(pages.map((page) => page.name));
  const removed = registry
    .azurermNames()
    .filter((name) => !documented.has(name) && within(registry.azurerm(name)?.table.majors, NEWEST_MAJOR));
  if (removed.length > 0) lines.push(`Not documented by this provider: ${removed.join(", ")}`);
  lines.push(
    `${pages.length} resources documented, ${lacking} arguments that concern networks are in no table.`,
  );
  process.stdout.write(`${lines.join("\n")}\n`);
}

function reportShare(folder: string, pages: readonly DocumentedResource[]): void {
  const registry = new ResourceRegistry();
  const isMapped = (type: string) => registry.azurerm(type) !== undefined;
  const concerned = new Set(
    pages.filter((page) => [...page.arguments].some(concerns)).map((page) => page.name),
  );
  const blocks = blocksBelow(folder);
  const all = shareOf(blocks, isMapped);
  const network = shareOf(blocks, isMapped, (type) => concerned.has(type) || isMapped(type));
  process.stdout.write(
    `${folder}\n  of all azurerm types: ${shareText(all)}\n  of those that concern networks: ${shareText(network)}\n`,
  );
}

function concerns(path: string): boolean {
  const name = path.slice(path.lastIndexOf(".") + 1);
  return CONCERNS.test(name) && !NO_CONCERN.test(name);
}

/** Arguments of a table, blocks included, that the newest provider is said to have. */
function argumentsOf(table: AzurermResource): ReadonlySet<string> {
  const paths = new Set<string>();
  const add = (path: string, says: Argument | undefined): void => {
    if (says && !rulesOf(says).some(({ majors }) => within(majors, NEWEST_MAJOR))) return;
    const plain = path.replaceAll("[]", "");
    const names = plain.split(".");
    names.forEach((_, at) => {
      paths.add(names.slice(0, at + 1).join("."));
    });
  };
  for (const [path, says] of Object.entries(table.arguments)) add(path, says);
  for (const child of table.children ?? []) {
    for (const [path, says] of Object.entries(child.arguments))
      add(child.block ? `${child.block}.${path}` : path, says);
  }
  const { identity, merge, selectors } = table;
  const named = [
    ...(identity?.parent ?? []),
    ...(identity?.names ?? []),
    identity?.scope,
    merge?.id,
    merge?.items?.named,
  ];
  for (const name of named) if (name && !name.startsWith("=")) add(name, undefined);
  for (const [block, { argument }] of Object.entries(selectors ?? {})) add(`${block}.${argument}`, undefined);
  return paths;
}
