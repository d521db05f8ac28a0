import { type BicepType, readTypesJson, TypeBaseKind, type TypeReference } from "bicep-types";

/** What Azure's types say of one property path. */
export interface PathFacts {
  readonly exists: boolean;
  /** Texts that it may be, where the type lists them. */
  readonly values?: readonly string[];
}

/** One file of Azure's type definitions: the resource types of a namespace in one api-version. */
export class TypeFile {
  readonly #types: readonly BicepType[];

  constructor(text: string) {
    this.#types = readTypesJson(text);
  }

  bodyOf(type: string): TypeBody | undefined {
    for (const { name, body } of this.resources()) if (name.toLowerCase() === type.toLowerCase()) return body;
    return undefined;
  }

  *resources(): Generator<{ readonly name: string; readonly body: TypeBody }> {
    for (const type of this.#types) {
      if (type.type !== TypeBaseKind.ResourceType) continue;
      yield { name: type.name.split("@")[0] ?? type.name, body: new TypeBody(this.#types, type.body) };
    }
  }
}

class TypeBody {
  readonly #types: readonly BicepType[];
  readonly #root: TypeReference;

  constructor(types: readonly BicepType[], root: TypeReference) {
    this.#types = types;
    this.#root = root;
  }

  at(path: string): PathFacts {
    let here: BicepType | undefined = this.#types[this.#root.index];
    for (const part of path.split(".")) {
      const [name = "", ...items] = part.split("[]");
      here = here && this.#member(here, name);
      for (let depth = items.length; depth > 0 && here; depth--) {
        here = here.type === TypeBaseKind.ArrayType ? this.#types[here.itemType.index] : undefined;
      }
    }
    if (!here) return { exists: false };
    const values = this.#values(here);
    return values.length > 0 ? { exists: true, values } : { exists: true };
  }

  #member(type: BicepType, name: string): BicepType | undefined {
    if (type.type === TypeBaseKind.ObjectType) return this.#property(type.properties, name);
    if (type.type !== TypeBaseKind.DiscriminatedObjectType) return undefined;
    const common = this.#property(type.baseProperties, name);
    if (common) return common;
    for (const element of Object.values(type.elements)) {
      const branch = this.#types[element.index];
      const found = branch && this.#member(branch, name);
      if (found) return found;
    }
    return undefined;
  }

  /** Names differ in case between providers. */
  #property(
    properties: Readonly<Record<string, { readonly type: TypeReference }>>,
    name: string,
  ): BicepType | undefined {
    const key = Object.keys(properties).find((one) => one.toLowerCase() === name.toLowerCase());
    const property = key === undefined ? undefined : properties[key];
    return property && this.#types[property.type.index];
  }

  #values(type: BicepType): readonly string[] {
    if (type.type === TypeBaseKind.StringLiteralType) return [type.value];
    if (type.type !== TypeBaseKind.UnionType) return [];
    return type.elements.flatMap((element) => {
      const inner = this.#types[element.index];
      return inner ? this.#values(inner) : [];
    });
  }
}
