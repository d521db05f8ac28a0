import type { Resource } from "../model/index.ts";
import type { Scalar, Value } from "../value/index.ts";

/** Major versions of the azurerm provider that the tables know. */
export type Major = 2 | 3 | 4 | 5;

export const NEWEST_MAJOR: Major = 5;

/** From and to, both included. Code for azurerm 1 is read as that of 2, the nearest that the tables know. */
export type Majors = readonly [from: 1 | Major, to: 1 | Major];

/** What only azurerm 1 had. */
export const ONE: Majors = [1, 1];

/** What a literal means in ARM, by its text in Terraform; what is not listed passes as it is. */
export type ValueMap = Readonly<Record<string, Scalar>>;

/** A boolean that ARM spells out. */
export const ENABLED: ValueMap = { true: "Enabled", false: "Disabled" };
/** A boolean whose name was turned round. */
export const INVERTED: ValueMap = { true: false, false: true };

/**
 * A change of structure.
 * - `joined`: a set becomes one text with commas, as `networkAcls.bypass` wants it.
 * - `comma-list`: a text with commas becomes a list (a set is taken as it is).
 * - `range-start`, `range-end`: the halves of `50000-51000`.
 * - `name-value`: a map becomes a list of objects with `name` and `value`.
 * - `before-underscore`: the first part of `Developer_1`.
 */
export type Reshape =
  | "joined"
  | "comma-list"
  | "range-start"
  | "range-end"
  | "name-value"
  | "before-underscore";

/** How one azurerm argument lands in the ARM body. */
export interface ArgumentRule {
  /**
   * Path in the ARM body. A `[]` in it belongs to the `[]` in the argument's own path, counted from the right: `rule[].ports[]` to
   * `properties.rules[].ports[]`. One more `[]` than the argument has means that it sits in an item of its own. A name with dots
   * in it stands in braces.
   */
  readonly arm: string;
  readonly map?: ValueMap;
  readonly reshape?: Reshape;
  /** The name of a part of the same resource (`frontendIPConfigurations`); ARM wants the part's id. */
  readonly partOf?: string;
  /** The same for a part of the resource above. */
  readonly partOfParent?: string;
  /** Provider majors that have the argument; all of them when left out. */
  readonly majors?: Majors;
  /** What the provider sends when the argument is not set, in Terraform's words; by major where they differ. */
  readonly default?: Scalar | Readonly<Partial<Record<Major, Scalar>>>;
  /** Not set means whatever the service or another resource chose: unknown. In these majors, or in all. */
  readonly computed?: true | Majors;
  /** The argument or block being there sets the path to this, whatever it holds. */
  readonly presence?: Scalar;
}

/** An ARM path, or a rule, or several where one argument says several things. */
export type Argument = string | ArgumentRule | readonly ArgumentRule[];

/** How the ids of an azurerm resource are made up; every name is an argument, or a fixed text with `=` before it. */
export interface Identity {
  /** Argument of the last name; `name` when left out. */
  readonly name?: string;
  /** Arguments with the id of the resource above; the first one that is set counts. May lie further up, then `names` fills in. */
  readonly parent?: readonly string[];
  /** Names above the last one, outermost first, where no parent id is set (or below the parent id, fixed ones only). */
  readonly names?: readonly string[];
  /** Argument with the id of the resource that this one extends. */
  readonly scope?: string;
  /** It lies in the subscription or tenant, in no resource group. */
  readonly ungrouped?: true;
}

/** An azurerm resource that has no ARM resource of its own: it says something of another one. */
export interface Merge {
  /** Argument with the id of the resource it says something of. */
  readonly id?: string;
  /** Or that resource by names, as in `Identity`. */
  readonly target?: Identity;
  /** It says it of items of a list in that resource: those with the name in `named`, or all of them. */
  readonly items?: { readonly in: string; readonly named?: string };
}

/** Another ARM resource that an azurerm resource makes besides its own. */
export interface ChildExpansion {
  readonly type: string;
  /** The block that it stands in: no block, no resource. Without one it stands at the top. */
  readonly block?: string;
  /** It exists where this argument is true. */
  readonly when?: string;
  /** Argument of its name, inside the block; a fixed text with `=` before it. */
  readonly name: string;
  readonly arguments: Readonly<Record<string, Argument>>;
}

/** One azurerm resource and how it becomes ARM. */
export interface AzurermResource {
  readonly identity?: Identity;
  readonly merge?: Merge;
  readonly majors?: Majors;
  /** By argument path; blocks by their names with dots, `[]` after each that repeats. */
  readonly arguments: Readonly<Record<string, Argument>>;
  /** What is always so: `{ kind: "AIServices" }`. */
  readonly constants?: Readonly<Record<string, Scalar>>;
  /** What the provider sends for a block that is not written, by ARM path. */
  readonly withoutBlock?: Readonly<Record<string, Readonly<Record<string, Scalar>>>>;
  readonly children?: readonly ChildExpansion[];
  /** Items of a repeated block of which those with a true `argument` go to the list `to` instead. */
  readonly selectors?: Readonly<Record<string, { readonly argument: string; readonly to: string }>>;
}

/** What the service does when a property is not set. */
export interface ServiceDefault {
  /** A function where it depends on other properties; undefined then means that nobody can tell. */
  readonly value: Scalar | ((resource: Resource) => Scalar | Value | undefined);
  /** The document that states it. */
  readonly basis: string;
}

/** A child whose `properties` are settings of its parent. */
export interface SettingsOfParent {
  readonly named: string;
  /** Where they stand in the parent. */
  readonly to: string;
  /** What of them: the properties as they are when left out. */
  readonly take?: (properties: Value) => Value;
}

export interface ResourceDefinition {
  readonly azurerm?: Readonly<Record<string, AzurermResource>>;
  /** By ARM path; `[]` stands for every item of a list. */
  readonly defaults?: Readonly<Record<string, ServiceDefault>>;
  /** It may also be written inside its parent, as an item of this list. `flat`: without `properties` around its own. */
  readonly inlineIn?: { readonly path: string; readonly flat?: true };
  /** It is no more than settings of its parent when it has one of these names. */
  readonly mergesInto?: readonly SettingsOfParent[];
}

/** One ARM resource type; what is known of it is only built when a stack needs it. */
export interface ResourceType {
  /** Official casing. */
  readonly type: string;
  /** It may also be written inside its parent. */
  readonly inline: boolean;
  readonly definition: () => ResourceDefinition;
}

/** States a resource type. The facts stand in a function, so that a run pays for those types alone that it meets. */
export function defineResourceType(
  type: string,
  define: () => ResourceDefinition,
  { inline = false }: { readonly inline?: boolean } = {},
): ResourceType {
  let definition: ResourceDefinition | undefined;
  return {
    type,
    inline,
    definition: () => {
      definition ??= define();
      return definition;
    },
  };
}
