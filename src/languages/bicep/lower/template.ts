import { Diagnostics, type Span } from "../../../source/index.ts";
import type { Expression } from "../../arm/core/expression.ts";
import type {
  FileFunctions,
  ImportedName,
  OpaqueTemplate,
  Output,
  Parameter,
  ResourceDeclaration,
  Template,
  TemplateScope,
  UserFunction,
  Variable,
} from "../../arm/core/template.ts";
import type {
  BicepFile,
  BrokenDeclaration,
  Declaration,
  ExtendsDeclaration,
  FunctionDeclaration,
  ImportDeclaration,
  ParameterDeclaration,
  TypeExpression,
} from "../syntax/index.ts";
import { lowerModule } from "./module.ts";
import { lowerResource } from "./resource.ts";
import { FileTypes, type TypeSource } from "./types.ts";

/** What another file offers to `import`. */
export interface ImportSource {
  readonly template: Template;
  readonly types: TypeSource;
  /** What a function is called there: compiled templates keep theirs in a namespace. */
  functionName(name: string): string;
}

/** The way to other files. Each answer that is none is already diagnosed. */
export interface Surroundings {
  module(path: string, at: Span): Template | OpaqueTemplate;
  source(path: string, at: Span): ImportSource | undefined;
  readonly fileFunctions: FileFunctions;
}

export interface Lowered {
  readonly template: Template;
  readonly types: TypeSource;
  readonly diagnostics: Diagnostics;
}

const SCOPES: ReadonlySet<string> = new Set(["resourceGroup", "subscription", "managementGroup", "tenant"]);

/**
 * Turns a Bicep file into a template of the core. A `.bicepparam` file becomes one whose variables are its variables and the
 * values it gives to parameters.
 */
export function lowerFile(file: BicepFile, surroundings: Surroundings): Lowered {
  return new FileLowering(file, surroundings).lower();
}

class FileLowering {
  readonly #file: BicepFile;
  readonly #surroundings: Surroundings;
  readonly #diagnostics = new Diagnostics();
  readonly #parameters = new Map<string, Parameter>();
  readonly #variables = new Map<string, Variable>();
  readonly #functions = new Map<string, UserFunction>();
  readonly #resources: ResourceDeclaration[] = [];
  readonly #outputs = new Map<string, Output>();
  readonly #imports = new Map<string, ImportedName>();
  readonly #types = new Map<string, TypeExpression>();
  readonly #importedTypes = new Map<string, { source: TypeSource; name: string }>();
  readonly #typeNamespaces = new Map<string, TypeSource>();
  readonly #fileTypes = new FileTypes(this.#types, this.#importedTypes, this.#typeNamespaces);
  #scope: TemplateScope = "resourceGroup";

  constructor(file: BicepFile, surroundings: Surroundings) {
    this.#file = file;
    this.#surroundings = surroundings;
  }

  lower(): Lowered {
    for (const diagnostic of this.#file.diagnostics) this.#diagnostics.add(diagnostic);
    // Types first: parameters may be declared above them.
    for (const declaration of this.#file.declarations) {
      if (declaration.kind === "type") this.#types.set(declaration.name, declaration.type);
      if (declaration.kind === "import") this.#import(declaration);
      if (declaration.kind === "extends") this.#extend(declaration);
    }
    for (const declaration of this.#file.declarations) this.#declare(declaration);
    const template: Template = {
      file: this.#file.file,
      syntax: "bicep",
      scope: this.#scope,
      parameters: this.#parameters,
      variables: this.#variables,
      functions: this.#functions,
      resources: this.#resources,
      outputs: this.#outputs,
      imports: this.#imports,
      symbolicNames: true,
      fileFunctions: this.#surroundings.fileFunctions,
    };
    return { template, types: this.#fileTypes, diagnostics: this.#diagnostics };
  }

  #declare(declaration: Declaration): void {
    switch (declaration.kind) {
      case "targetScope":
        this.#targetScope(declaration.value);
        break;
      case "param":
        if (declaration.type)
          this.#parameters.set(declaration.name, this.#parameter(declaration, declaration.type));
        else if (declaration.value) this.#variable(declaration.name, declaration.span, declaration.value);
        break;
      case "var":
        this.#variable(declaration.name, declaration.span, declaration.value);
        break;
      case "func":
        this.#functions.set(declaration.name, userFunction(declaration));
        break;
      case "resource":
        this.#resources.push(...lowerResource(declaration, undefined, this.#diagnostics));
        break;
      case "module": {
        const template = this.#surroundings.module(declaration.path, declaration.pathSpan);
        this.#resources.push(lowerModule(declaration, template));
        break;
      }
      case "output": {
        const { name, span, value } = declaration;
        this.#outputs.set(name, { name, span, value });
        break;
      }
      case "extension":
        // What an extension says of itself is not known, but its name is.
        if (declaration.alias !== undefined)
          this.#variable(declaration.alias, declaration.span, { kind: "error", span: declaration.span });
        break;
      case "broken":
        this.#broken(declaration);
        break;
      default:
    }
  }

  /** What a broken declaration would have declared is there, and unknown: its uses are no mistakes of their own. */
  #broken({ keyword, name, span }: BrokenDeclaration): void {
    if (name === undefined || keyword === "output" || keyword === "type" || keyword === "func") return;
    this.#variable(name, span, { kind: "error", span });
  }

  #variable(name: string, span: Span, value: Expression): void {
    this.#variables.set(name, { name, span, value });
  }

  #targetScope(value: Expression): void {
    const [first] = value.kind === "array" ? value.items : [value];
    if (first?.kind === "literal" && SCOPES.has(String(first.value)))
      this.#scope = first.value as TemplateScope;
  }

  #parameter(declaration: ParameterDeclaration, written: TypeExpression): Parameter {
    const type = this.#fileTypes.resolve(written);
    const decorator = (name: string) => declaration.decorators.find((one) => one.name === name);
    const allowed = decorator("allowed")?.args[0];
    return {
      name: declaration.name,
      span: declaration.span,
      ...(declaration.value && { defaultValue: declaration.value }),
      ...(allowed && { allowed }),
      secure: decorator("secure") !== undefined,
      nullable: type.nullable === true,
      type,
    };
  }

  /** `base`: what the parameter file gives that this one extends. */
  #extend({ path, pathSpan }: ExtendsDeclaration): void {
    const source = this.#surroundings.source(path, pathSpan);
    if (source) this.#imports.set("base", { template: source.template, name: "*" });
  }

  #import(declaration: ImportDeclaration): void {
    const source = this.#surroundings.source(declaration.path, declaration.pathSpan);
    if (!source) {
      const names =
        declaration.all === undefined ? (declaration.names ?? []).map(({ as }) => as) : [declaration.all];
      for (const name of names)
        this.#variable(name, declaration.span, { kind: "error", span: declaration.span });
      return;
    }
    const { template, types } = source;
    if (declaration.all !== undefined) {
      this.#imports.set(declaration.all, { template, name: "*" });
      this.#typeNamespaces.set(declaration.all, types);
    }
    for (const { from, as, span } of declaration.names ?? []) {
      const functionName = source.functionName(from);
      const declared = template.syntax === "bicep" ? from : from.toLowerCase();
      if (template.functions.has(functionName)) this.#imports.set(as, { template, name: functionName });
      else if (template.variables.has(declared) || template.imports.has(from))
        this.#imports.set(as, { template, name: from });
      else if (types.type(from)) this.#importedTypes.set(as, { source: types, name: from });
      else
        this.#diagnostics.error(
          "missing-import",
          `'${declaration.path}' declares no '${from}' to import.`,
          span,
        );
    }
  }
}

function userFunction(declaration: FunctionDeclaration): UserFunction {
  const { name, span, parameters, body } = declaration;
  return { name, span, parameters, body };
}
