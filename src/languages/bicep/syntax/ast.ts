import type { Comment } from "../../../model/index.ts";
import type { Diagnostic, SourceFile, Span } from "../../../source/index.ts";
import type { Expression, Loop, ObjectExpression } from "../../arm/core/expression.ts";

/** A parsed `.bicep` or `.bicepparam` file. Declarations that could not be read are left out or `broken`, and diagnosed. */
export interface BicepFile {
  readonly file: SourceFile;
  readonly declarations: readonly Declaration[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

export type Declaration =
  | TargetScopeDeclaration
  | ParameterDeclaration
  | VariableDeclaration
  | TypeDeclaration
  | FunctionDeclaration
  | ResourceSyntax
  | ModuleSyntax
  | OutputDeclaration
  | ImportDeclaration
  | ExtensionDeclaration
  | UsingDeclaration
  | ExtendsDeclaration
  | IgnoredDeclaration
  | BrokenDeclaration;

interface Declared {
  readonly decorators: readonly Decorator[];
  /** From the keyword to the end; decorators are not part of it. */
  readonly span: Span;
}

interface Named extends Declared {
  readonly name: string;
  readonly nameSpan: Span;
}

/** `@secure()`, `@sys.allowed([…])`. */
export interface Decorator {
  readonly name: string;
  readonly args: readonly Expression[];
  readonly span: Span;
}

export interface TargetScopeDeclaration extends Declared {
  readonly kind: "targetScope";
  readonly value: Expression;
}

/** `param name type = default`; in a `.bicepparam` file `param name = value`, without a type. */
export interface ParameterDeclaration extends Named {
  readonly kind: "param";
  readonly type?: TypeExpression;
  readonly value?: Expression;
}

export interface VariableDeclaration extends Named {
  readonly kind: "var";
  readonly value: Expression;
}

export interface TypeDeclaration extends Named {
  readonly kind: "type";
  readonly type: TypeExpression;
}

export interface FunctionDeclaration extends Named {
  readonly kind: "func";
  readonly parameters: readonly string[];
  readonly body: Expression;
}

/** What stands behind the `=` of a resource or module: `[for …: if (…) { … }]`, its loop and condition as far as they are there. */
export interface Body {
  readonly loop?: Loop;
  readonly condition?: Expression;
  readonly object: ObjectExpression;
}

export interface ResourceSyntax extends Named, Body {
  readonly kind: "resource";
  /** `Microsoft.Storage/storageAccounts@2023-01-01` as written. */
  readonly type: string;
  readonly typeSpan: Span;
  readonly existing: boolean;
  /** Resources declared inside of its body. */
  readonly nested: readonly ResourceSyntax[];
}

export interface ModuleSyntax extends Named, Body {
  readonly kind: "module";
  readonly path: string;
  readonly pathSpan: Span;
}

export interface OutputDeclaration extends Named {
  readonly kind: "output";
  readonly value: Expression;
}

/** `import { a as b } from 'file'`, `import * as all from 'file'`. */
export interface ImportDeclaration extends Declared {
  readonly kind: "import";
  /** Names in the other file with the names they get here; undefined when everything is imported. */
  readonly names?: readonly { readonly from: string; readonly as: string; readonly span: Span }[];
  /** The name for everything. */
  readonly all?: string;
  readonly path: string;
  readonly pathSpan: Span;
}

/** `extension name as alias`: the alias names something in expressions. */
export interface ExtensionDeclaration extends Declared {
  readonly kind: "extension";
  readonly alias?: string;
}

/** `using 'main.bicep'`, `using none`. */
export interface UsingDeclaration extends Declared {
  readonly kind: "using";
  /** Undefined for `none`. */
  readonly path?: string;
  readonly pathSpan: Span;
}

export interface ExtendsDeclaration extends Declared {
  readonly kind: "extends";
  readonly path: string;
  readonly pathSpan: Span;
}

/** Read for its syntax only: `metadata`, `assert`, `test`, `extensionConfig`. */
export interface IgnoredDeclaration extends Declared {
  readonly kind: "ignored";
}

/** A declaration with a mistake in it; its name, where it could be read, is known to exist. */
export interface BrokenDeclaration extends Declared {
  readonly kind: "broken";
  readonly keyword: string;
  readonly name?: string;
}

export type TypeExpression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null; readonly span: Span }
  /** `string`, `myType`, `resourceInput<'…'>`. */
  | {
      readonly kind: "name";
      readonly name: string;
      readonly args: readonly TypeExpression[];
      readonly span: Span;
    }
  | { readonly kind: "nullable"; readonly of: TypeExpression; readonly span: Span }
  | { readonly kind: "array"; readonly of: TypeExpression; readonly span: Span }
  | { readonly kind: "union"; readonly members: readonly TypeExpression[]; readonly span: Span }
  | {
      readonly kind: "object";
      readonly properties: readonly TypeProperty[];
      /** The type of all others: `*: string`. */
      readonly rest?: TypeExpression;
      readonly span: Span;
    }
  | { readonly kind: "tuple"; readonly items: readonly TypeExpression[]; readonly span: Span }
  /** `a.b`; `*` is the type of an object's further properties. */
  | { readonly kind: "member"; readonly of: TypeExpression; readonly name: string; readonly span: Span }
  /** `a[0]`, `a[*]`. */
  | { readonly kind: "item"; readonly of: TypeExpression; readonly span: Span }
  /** A resource as a parameter's or output's type, and whatever could not be read. */
  | { readonly kind: "other"; readonly span: Span };

export interface TypeProperty {
  readonly name: string;
  readonly type: TypeExpression;
  readonly decorators: readonly Decorator[];
}
