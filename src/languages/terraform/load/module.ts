import type { Diagnostic, SourceFile, Span } from "../../../source/index.ts";
import type { Attribute, Block, Expression, ParsedFile } from "../syntax/index.ts";

/** A node together with the file it stands in: override files mix nodes of several files in one body. */
export interface Placed<N> {
  readonly file: SourceFile;
  readonly node: N;
}

/** The inside of a block after override files were merged into it. */
export interface MergedBody {
  readonly attributes: ReadonlyMap<string, Placed<Attribute>>;
  readonly blocks: readonly Placed<Block>[];
  /** Part of it could not be read: what is missing may have been written. */
  readonly broken: boolean;
}

export interface Declaration {
  readonly name: string;
  /** The block as written first. */
  readonly file: SourceFile;
  readonly block: Block;
  readonly body: MergedBody;
}

export interface ResourceDeclaration extends Declaration {
  readonly mode: "declared" | "existing";
  readonly type: string;
}

export interface ModuleCall extends Declaration {
  /** The literal source; undefined when it is missing or no literal. */
  readonly source: string | undefined;
  /** The folder that a relative source leads to; undefined for any other source. */
  readonly folder: string | undefined;
}

export interface ProviderRequirement {
  /** `hashicorp/azurerm`; undefined when not written. */
  readonly source: string | undefined;
  readonly version: string | undefined;
}

/** A module as written: the declarations of all files of a folder. Evaluated once for each call. */
export interface Module {
  /** Relative to the working directory. */
  readonly folder: string;
  readonly files: readonly ParsedFile[];
  readonly variables: ReadonlyMap<string, Declaration>;
  readonly locals: ReadonlyMap<string, Placed<Expression>>;
  /** By `type.name`. */
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  /** Data sources, by `type.name`. */
  readonly data: ReadonlyMap<string, ResourceDeclaration>;
  /** Ephemeral resources, by `type.name`: they configure nothing, but can be referred to. */
  readonly ephemeral: ReadonlySet<string>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  readonly outputs: ReadonlyMap<string, Declaration>;
  /** By local name. */
  readonly requirements: ReadonlyMap<string, ProviderRequirement>;
  /** Provider blocks with a `version`, as Terraform had it before 0.13. */
  readonly providerVersions: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

export function placedSpan(placed: Placed<{ readonly start: number; readonly end: number }>): Span {
  return { file: placed.file, start: placed.node.start, end: placed.node.end };
}
