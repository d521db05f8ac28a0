import type { RawResource } from "../model/index.ts";
import type { Diagnostic } from "../source/index.ts";
import { isUnset } from "../value/index.ts";
import { type ArgumentRule, type AzurermResource, type Major, type Majors, NEWEST_MAJOR } from "./define.ts";
import type { AzurermEntry } from "./registry.ts";
import { rulesOf, within } from "./table/index.ts";

const MAJORS: readonly Major[] = [5, 4, 3, 2];

/** Which version of azurerm a stack is written for. */
export interface ProviderVersion {
  readonly major: Major;
  /** Worth telling when nothing but the code says so. */
  readonly assumption?: string;
}

/** The declared version, else the newest one that has all resources and arguments in use, else the newest known. */
export function providerVersion(
  resources: readonly { readonly raw: RawResource; readonly entry: AzurermEntry }[],
): ProviderVersion {
  const declared = resources.map(({ raw }) => raw.provider?.major).find((major) => major !== undefined);
  if (declared !== undefined) return { major: nearest(declared) };
  const votes = new Map<Major, number>(MAJORS.map((major) => [major, 0]));
  for (const { raw, entry } of resources) {
    for (const major of MAJORS) {
      const misses = within(entry.table.majors, major) ? missingArguments(raw, entry.table, major).length : 1;
      if (misses > 0) votes.set(major, (votes.get(major) ?? 0) + misses);
    }
  }
  const fewest = Math.min(...votes.values());
  const major = MAJORS.find((one) => votes.get(one) === fewest) ?? NEWEST_MAJOR;
  const told = major === NEWEST_MAJOR ? "the newest known" : "from the arguments in use";
  return { major, assumption: `azurerm ${major} (${told})` };
}

function nearest(declared: number): Major {
  return MAJORS.find((major) => major <= declared) ?? 2;
}

/** Arguments that are set although this version of the provider does not have them. */
export function unknownArguments(
  raw: RawResource,
  table: AzurermResource,
  major: Major,
): readonly Diagnostic[] {
  if (raw.mode === "existing") return [];
  return missingArguments(raw, table, major).map(({ name, majors }) => ({
    severity: "warning",
    code: "unknown-argument",
    message: `${raw.address} sets ${name}, which azurerm ${major} does not have; ${inWords(majors)} has it.`,
    span: raw.body.ranges?.get(name) ?? raw.span,
  }));
}

/** A block is missing when everything in it that the table knows is. */
function missingArguments(
  raw: RawResource,
  table: AzurermResource,
  major: Major,
): readonly { readonly name: string; readonly majors: Majors }[] {
  const missing: { name: string; majors: Majors }[] = [];
  for (const [name, rules] of byName(table)) {
    const value = raw.body.entries.get(name);
    if (!value || isUnset(value)) continue;
    const [rule] = rules;
    if (rule?.majors && !rules.some(({ majors }) => within(majors, major)))
      missing.push({ name, majors: rule.majors });
  }
  return missing;
}

const names = new WeakMap<AzurermResource, ReadonlyMap<string, readonly ArgumentRule[]>>();

/** The rules of each argument and block at the top. */
function byName(table: AzurermResource): ReadonlyMap<string, readonly ArgumentRule[]> {
  const known = names.get(table);
  if (known) return known;
  const found = new Map<string, readonly ArgumentRule[]>();
  for (const [path, says] of Object.entries(table.arguments)) {
    const [name = path] = path.split(/\[|\./);
    found.set(name, [...(found.get(name) ?? []), ...rulesOf(says)]);
  }
  names.set(table, found);
  return found;
}

function inWords([from, to]: Majors): string {
  return from === to ? `azurerm ${from}` : `azurerm ${from} to ${to}`;
}
