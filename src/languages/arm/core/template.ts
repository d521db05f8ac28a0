import type { SourceFile, Span } from "../../../source/index.ts";
import type { Shape, Value } from "../../../value/index.ts";
import type { Evaluator } from "./evaluate.ts";
import type { CallExpression, Expression, Loop, ObjectExpression } from "./expression.ts";

export type TemplateScope = "resourceGroup" | "subscription" | "managementGroup" | "tenant";

/** A parsed template, whatever its syntax: what the evaluator runs. */
export interface Template {
  readonly file: SourceFile;
  /** `arm`: names are `parameters('x')`; `bicep`: names are bare. Only addresses and labels differ. */
  readonly syntax: "arm" | "bicep";
  readonly scope: TemplateScope;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly variables: ReadonlyMap<string, Variable>;
  /** By `namespace.name` in ARM, by name in Bicep. */
  readonly functions: ReadonlyMap<string, UserFunction>;
  readonly resources: readonly ResourceDeclaration[];
  readonly outputs: ReadonlyMap<string, Output>;
  /** Names brought in from other files (`import`), already resolved to their declarations by the syntax's loader. */
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** ARM's `languageVersion` 2.0, or Bicep: `resources` is keyed by symbolic names. */
  readonly symbolicNames: boolean;
  /** Functions that depend on the file they are called in, such as Bicep's `loadTextContent`; undefined for all others. */
  readonly fileFunctions?: FileFunctions;
}

export type FileFunctions = (
  call: CallExpression,
  args: () => readonly Value[],
  evaluator: Evaluator,
) => Value | undefined;

export interface Parameter {
  readonly name: string;
  readonly span: Span;
  readonly defaultValue?: Expression;
  /** All values it may take. */
  readonly allowed?: Expression;
  readonly secure: boolean;
  readonly nullable: boolean;
  readonly type?: ParameterType;
}

/** As much of a type as the evaluator uses. */
export interface ParameterType {
  readonly kind: "string" | "int" | "bool" | "array" | "object" | "any";
  /** `'a' | 'b'`. */
  readonly literals?: readonly (string | number | boolean)[];
  readonly properties?: ReadonlyMap<string, ParameterType>;
  /** Of an array, the type of its items. */
  readonly items?: ParameterType;
  /** May be null or, as a property, left out. */
  readonly nullable?: boolean;
  /** The same as what is known of a value of this type. */
  readonly shape?: Shape;
}

export interface Variable {
  readonly name: string;
  readonly span: Span;
  readonly value: Expression;
}

export interface UserFunction {
  readonly name: string;
  readonly span: Span;
  readonly parameters: readonly string[];
  readonly body: Expression;
  /** The template in which its names are looked up. */
  readonly home?: Template;
}

export interface Output {
  readonly name: string;
  readonly span: Span;
  readonly value: Expression;
  readonly condition?: Expression;
}

/** A variable or function of another file; evaluated there. */
export interface ImportedName {
  readonly template: Template;
  /** `*` for all of them: an object of variables, and a namespace of functions. */
  readonly name: string;
}

export interface ResourceDeclaration {
  /** Bicep's symbolic name, or the key in a template with symbolic names. */
  readonly symbolicName?: string;
  /** Official or as written, without the api-version; empty when it could not be read. Relative for inline children: already made whole. */
  readonly type: string;
  readonly apiVersion?: string;
  readonly existing: boolean;
  /** The whole declaration. */
  readonly span: Span;
  readonly name: Expression;
  readonly condition?: Expression;
  readonly loop?: Loop;
  /** The declaration it is written inside of (nested in Bicep, inline `resources` in ARM), by index path. */
  readonly within?: ResourceDeclaration;
  /** Bicep's `parent:`. */
  readonly parent?: Expression;
  readonly scope?: Expression;
  /** Everything else: `location`, `sku`, `properties`, … */
  readonly body: ObjectExpression;
  /** For a nested or linked deployment or a Bicep module. */
  readonly deployment?: Deployment;
}

export interface Deployment {
  /** What is deployed, or why it cannot be looked into. */
  readonly template: Template | OpaqueTemplate;
  /** Given parameters by name. */
  readonly parameters: ReadonlyMap<string, Expression>;
  /** All of them as one expression, where they are not written one by one. */
  readonly parametersFrom?: Expression;
  /** Outer: the nested template's expressions see the parameters and variables around it. Bicep modules are inner. */
  readonly expressionScope: "inner" | "outer";
  readonly subscription?: Expression;
  readonly resourceGroup?: Expression;
}

export interface OpaqueTemplate {
  readonly source: string;
  /** `registry module, not restored`. */
  readonly reason: string;
  readonly span: Span;
}

export const DEPLOYMENTS = "microsoft.resources/deployments";

export function isOpaque(template: Template | OpaqueTemplate): template is OpaqueTemplate {
  return "reason" in template;
}

const typesOfTemplates = new WeakMap<Template, ReadonlySet<string>>();

/** Types of everything that is declared in a template and in those that it deploys, in lower case. */
export function typesIn(template: Template): ReadonlySet<string> {
  const known = typesOfTemplates.get(template);
  if (known) return known;
  const types = new Set(template.resources.map(({ type }) => type.toLowerCase()));
  for (const { deployment } of template.resources) {
    if (!deployment) continue;
    types.add(DEPLOYMENTS);
    if (!isOpaque(deployment.template)) for (const type of typesIn(deployment.template)) types.add(type);
  }
  typesOfTemplates.set(template, types);
  return types;
}
