import type { AzurermResource, ResourceDefinition, ResourceType } from "./define.ts";
import { azurermTypes, resourceTypes } from "./generated/index.ts";
import { otherTypes } from "./other-types.ts";

/** An azurerm resource with its table, as part of the ARM resource type that it belongs to. */
export interface AzurermEntry {
  readonly type: string;
  readonly table: AzurermResource;
}

/** What is known of resource types, looked up by name. */
export class ResourceRegistry {
  readonly #types: readonly ResourceType[];
  #byType: ReadonlyMap<string, ResourceType> | undefined;
  #inlineOwners: ReadonlyMap<string, readonly string[]> | undefined;
  #others: ReadonlyMap<string, string> | undefined;
  #casing: ReadonlyMap<string, string> | undefined;

  constructor(types: readonly ResourceType[] = resourceTypes) {
    this.#types = types;
  }

  definition(type: string): ResourceDefinition | undefined {
    return this.#known.get(type.toLowerCase())?.definition();
  }

  azurerm(name: string): AzurermEntry | undefined {
    if (!Object.hasOwn(azurermTypes, name)) return undefined;
    const type = azurermTypes[name];
    const table = type?.definition().azurerm?.[name];
    return type && table && { type: type.type, table };
  }

  /** All azurerm resources that have a table. */
  azurermNames(): readonly string[] {
    return Object.keys(azurermTypes);
  }

  /**
   * The ARM type of an azurerm resource without a table. Where another azurerm resource has a table for that type, this one only
   * attaches something to it (`azurerm_monitor_diagnostic_setting` has the import id of a vault) and is not of the type itself.
   */
  otherType(name: string): string | undefined {
    this.#others ??= new Map(Object.entries(otherTypes()));
    const type = this.#others.get(name);
    return type !== undefined && !this.#known.has(type.toLowerCase()) ? type : undefined;
  }

  /** The official casing of a type, where it is known. */
  officialType(type: string): string {
    const folded = type.toLowerCase();
    const known = this.#known.get(folded);
    if (known) return known.type;
    return this.#official.get(folded) ?? type;
  }

  /** Whether there is such a resource type, as far as the tables go. */
  knows(type: string): boolean {
    const folded = type.toLowerCase();
    return this.#known.has(folded) || this.#official.has(folded);
  }

  /** Child types that may be written inside a resource of this type. */
  inlineTypes(type: string): readonly string[] {
    this.#inlineOwners ??= inlineOwners(this.#types);
    return this.#inlineOwners.get(type.toLowerCase()) ?? [];
  }

  /** Whether a block of an azurerm resource makes children of a type inside it. */
  writesInline(azurerm: string, block: string, type: string): boolean {
    const list = this.definition(type)?.inlineIn?.path;
    const name = this.azurerm(azurerm)?.table.arguments[`${block}[].name`];
    if (list === undefined || name === undefined) return false;
    const rules = [name].flat();
    return rules.some((rule) => (typeof rule === "string" ? rule : rule.arm) === `${list}[].name`);
  }

  get #official(): ReadonlyMap<string, string> {
    this.#casing ??= new Map(Object.values(otherTypes()).map((other) => [other.toLowerCase(), other]));
    return this.#casing;
  }

  get #known(): ReadonlyMap<string, ResourceType> {
    this.#byType ??= new Map(this.#types.map((type) => [type.type.toLowerCase(), type]));
    return this.#byType;
  }
}

/** The built-in resource types. What it looks up it keeps, and what it keeps never changes. */
export const builtInTypes = new ResourceRegistry();

function inlineOwners(types: readonly ResourceType[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { type, inline } of types) {
    if (!inline) continue;
    const owner = type.slice(0, type.lastIndexOf("/")).toLowerCase();
    const known = owners.get(owner);
    if (known) known.push(type);
    else owners.set(owner, [type]);
  }
  return owners;
}
