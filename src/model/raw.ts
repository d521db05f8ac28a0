import type { Diagnostic, SourceFile, Span } from "../source/index.ts";
import type { ObjectValue, ResourceHandle, Value } from "../value/index.ts";

export type Language = "terraform" | "arm" | "bicep" | "plan";

/**
 * A resource as its language gives it, evaluated, in the language's own names. Terraform: arguments and blocks by
 * their names (a block is a list of objects, a repeated one a list with several). ARM and Bicep: the
 * resource body (`name`, `location`, `sku`, `properties`, …).
 */
export interface RawResource extends ResourceHandle {
  readonly language: Language;
  /** `azurerm_subnet`, `azapi_resource`, `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  /** `existing`: Terraform `data`, ARM and Bicep `existing`. */
  readonly mode: "declared" | "existing";
  readonly body: ObjectValue;
  /** Whether it exists: literal true when unconditional, a boolean that is not known otherwise. */
  readonly condition: Value;
  /** The instance stands for an unknown number of instances (`for_each` over an unknown collection). */
  readonly symbolic?: boolean;
  /** The whole declaration. */
  readonly span: Span;
  /** ARM and Bicep: the api-version as written. */
  readonly apiVersion?: string;
  /**
   * ARM and Bicep: full name segments' values outermost first, one for each segment of the type. Terraform leaves it out: the
   * mapping of the type knows the identity.
   */
  readonly names?: readonly Value[];
  /** ARM and Bicep: the declared parent, or the resource that an extension resource lies on. */
  readonly parent?: ResourceHandle;
  readonly scope?: DeploymentScope;
  /** Terraform: which provider configuration, `azurerm` or `azurerm.hub`; its major version decides on defaults. */
  readonly provider?: { readonly name: string; readonly major: number | undefined };
  /** Path of the module call that made it, for example `module.net["a"]`; empty in the root. */
  readonly module: string;
}

/** Where a resource is deployed to. Values are symbols where nobody says. */
export interface DeploymentScope {
  readonly subscription?: Value;
  readonly resourceGroup?: Value;
  readonly managementGroup?: Value;
}

/** A module that could not be looked into: not installed, not restored, outside the repository. */
export interface OpaqueModule {
  /** `module.x`, as its author would type it. */
  readonly address: string;
  readonly source: string;
  /** `registry module, not installed`. */
  readonly reason: string;
  readonly span: Span;
  /** Everything that is handed in: what it is given, it may extend. */
  readonly inputs: Value;
  readonly condition: Value;
}

/** One evaluated scenario of one stack: what every front-end gives. */
export interface EvaluatedStack {
  /** Folder or file that names the stack, relative to the working directory. */
  readonly path: string;
  readonly language: Language;
  /** Variable and parameter files used, in order of precedence. */
  readonly inputs: readonly string[];
  readonly resources: readonly RawResource[];
  readonly opaqueModules: readonly OpaqueModule[];
  readonly diagnostics: readonly Diagnostic[];
  /** All files that were read for it. */
  readonly files: readonly SourceFile[];
  /** Assumptions worth telling: `azurerm 4 (from required_providers)`. */
  readonly assumptions: readonly string[];
  /** Values handed out of the stack, by output name. */
  readonly outputs: ReadonlyMap<string, Value>;
  /** Comments of the files, for suppressions. */
  readonly comments: readonly Comment[];
}

export interface Comment {
  readonly span: Span;
  /** Text without its markers. */
  readonly text: string;
  /** The block (resource, module, object) whose first line holds the comment, if any. */
  readonly block?: Span;
}
