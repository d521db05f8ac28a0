import { literal, NULL, type Shape } from "../../../value/index.ts";
import type { ParameterType } from "../../arm/core/template.ts";
import type { TypeExpression } from "../syntax/index.ts";

/** Where the names of types are looked up: in a file, or among what it imports. */
export interface TypeSource {
  /** A declared type by name; undefined when there is none. */
  type(name: string): ParameterType | undefined;
}

const ANY: ParameterType = { kind: "any" };

const AMBIENT: ReadonlyMap<string, ParameterType> = new Map<string, ParameterType>([
  ["string", { kind: "string" }],
  ["int", { kind: "int" }],
  ["bool", { kind: "bool" }],
  ["array", { kind: "array" }],
  ["object", { kind: "object" }],
  ["any", ANY],
]);

/** The types of one Bicep file. Each is resolved when first asked for, once; a type within itself is `any` there. */
export class FileTypes implements TypeSource {
  readonly #declared: ReadonlyMap<string, TypeExpression>;
  readonly #imported: ReadonlyMap<string, { readonly source: TypeSource; readonly name: string }>;
  readonly #everything: ReadonlyMap<string, TypeSource>;
  readonly #resolved = new Map<string, ParameterType>();

  /** `everything`: sources that are imported as a whole, by the name they have here. */
  constructor(
    declared: ReadonlyMap<string, TypeExpression>,
    imported: ReadonlyMap<string, { readonly source: TypeSource; readonly name: string }>,
    everything: ReadonlyMap<string, TypeSource>,
  ) {
    this.#declared = declared;
    this.#imported = imported;
    this.#everything = everything;
  }

  type(name: string): ParameterType | undefined {
    const known = this.#resolved.get(name);
    if (known) return known;
    const declared = this.#declared.get(name);
    const imported = this.#imported.get(name);
    if (!declared) return imported ? imported.source.type(imported.name) : AMBIENT.get(name);
    this.#resolved.set(name, ANY);
    const type = this.resolve(declared);
    this.#resolved.set(name, type);
    return type;
  }

  /** As much of a type as the evaluator uses; what cannot be told is `any`. */
  resolve(type: TypeExpression): ParameterType {
    const resolved = this.#resolve(type);
    return { ...resolved, shape: shapeOf(resolved) };
  }

  #resolve(type: TypeExpression): ParameterType {
    switch (type.kind) {
      case "literal":
        return type.value === null ? { kind: "any", nullable: true } : literalType(type.value);
      case "name":
        return this.type(type.name) ?? ANY;
      case "nullable":
        return { ...this.resolve(type.of), nullable: true };
      case "array":
        return { kind: "array", items: this.resolve(type.of) };
      case "tuple":
        return { kind: "array" };
      case "union":
        return union(type.members.map((member) => this.resolve(member)));
      case "object":
        return {
          kind: "object",
          properties: new Map(
            type.properties.map((property) => [property.name, this.resolve(property.type)]),
          ),
        };
      case "member":
        return this.#member(type);
      case "item":
        return this.resolve(type.of).items ?? ANY;
      case "other":
        return ANY;
    }
  }

  #member(type: TypeExpression & { readonly kind: "member" }): ParameterType {
    if (type.of.kind === "name") {
      if (type.of.name === "sys") return AMBIENT.get(type.name) ?? ANY;
      const source = this.#everything.get(type.of.name);
      if (source) return source.type(type.name) ?? ANY;
    }
    return this.resolve(type.of).properties?.get(type.name) ?? ANY;
  }
}

const SYMBOL_TYPES = {
  string: "string",
  int: "number",
  bool: "bool",
  array: "list",
  object: "object",
  any: undefined,
} as const;

/** What is known of a value of a type; the shapes of its parts are made already. */
function shapeOf({ kind, literals, properties, items, nullable }: ParameterType): Shape {
  const type = SYMBOL_TYPES[kind];
  const domain = literals?.map((value) => literal(value));
  return {
    ...(type && { type }),
    ...(domain && { domain: nullable ? [...domain, NULL] : domain }),
    ...(type && !nullable && { notNull: true }),
    ...(properties && {
      members: new Map([...properties].map(([name, member]) => [name, member.shape ?? {}])),
    }),
    ...(items?.shape && { items: items.shape }),
  };
}

function literalType(value: string | number | boolean): ParameterType {
  const kind = typeof value === "string" ? "string" : typeof value === "number" ? "int" : "bool";
  return { kind, literals: [value] };
}

/** Literals of one kind stay a choice of literals; anything else is as wide as its members have in common. */
function union(members: readonly ParameterType[]): ParameterType {
  const nullable = members.some((member) => member.nullable) ? ({ nullable: true } as const) : {};
  const present = members.filter((member) => !(member.kind === "any" && member.nullable));
  const [first] = present;
  if (!first || present.some((member) => member.kind !== first.kind)) return { kind: "any", ...nullable };
  const literals = present.flatMap((member) => member.literals ?? []);
  const closed = present.every((member) => member.literals);
  return { kind: first.kind, ...(closed && { literals }), ...nullable };
}
