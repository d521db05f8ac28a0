import type { AzurermResource, ResourceDefinition, ResourceType } from "./define.ts";
import { azurermTypes, resourceTypes } from "./generated/index.ts";
import { otherTypes } from "./other-types.ts";

/** An azurerm resource with its table, as part of the ARM resource type that it belongs to. */
export interface AzurermEntry {
  readonly type: string;
  readonly table: AzurermResource;
}

/** What is known of resource types, looked up by name. One for the length of a run is enough. */
export class ResourceRegistry {
  readonly #byType = new Map<string, ResourceType>();
  readonly #inlineOwners = new Map<string, string[]>();
  #others: ReadonlyMap<string, string> | undefined;
  #casing: Map<string, string> | undefined;

  constructor(types: readonly ResourceType[] = resourceTypes) {
    for (const type of types) {
      this.#byType.set(type.type.toLowerCase(), type);
      if (type.inline) {
        const owner = type.type.slice(0, type.type.lastIndexOf("/")).toLowerCase();
        this.#inlineOwners.set(owner, [...(this.#inlineOwners.get(owner) ?? []), type.type]);
      }
    }
  }

  definition(type: string): ResourceDefinition | undefined {
    return this.#byType.get(type.toLowerCase())?.definition();
  }

  azurerm(name: string): AzurermEntry | undefined {
    if (!Object.hasOwn(azurermTypes, name)) return undefined;
    const type = azurermTypes[name];
    const table = type?.definition().azurerm?.[name];
    return type && table && { type: type.type, table };
  }

  /** The ARM type of an azurerm resource without a table. */
  otherType(name: string): string | undefined {
    this.#others ??= new Map(Object.entries(otherTypes()));
    return this.#others.get(name);
  }

  /** The official casing of a type, where it is known. */
  officialType(type: string): string {
    const folded = type.toLowerCase();
    const known = this.#byType.get(folded);
    if (known) return known.type;
    this.#casing ??= new Map(Object.values(otherTypes()).map((other) => [other.toLowerCase(), other]));
    return this.#casing.get(folded) ?? type;
  }

  /** Child types that may be written inside a resource of this type. */
  inlineTypes(type: string): readonly string[] {
    return this.#inlineOwners.get(type.toLowerCase()) ?? [];
  }
}
