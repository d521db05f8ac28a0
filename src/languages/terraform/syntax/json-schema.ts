/** What Terraform itself defines about the blocks of a type; the arguments of providers are not among it. */
export interface BlockShape {
  readonly labels: number;
  readonly blocks?: Readonly<Record<string, BlockShape>>;
  /** Arguments whose strings are references or types: `"depends_on": ["azurerm_subnet.a"]`. */
  readonly references?: readonly string[];
}

const PLAIN: BlockShape = { labels: 0 };

const LIFECYCLE: BlockShape = {
  labels: 0,
  blocks: { precondition: PLAIN, postcondition: PLAIN },
  references: ["ignore_changes", "replace_triggered_by"],
};

const PROVISIONER: BlockShape = { labels: 1, blocks: { connection: PLAIN } };

/** Blocks of a dynamic block may be dynamic themselves. */
const DYNAMIC: BlockShape = {
  labels: 1,
  get blocks() {
    return { content: { labels: 0, blocks: { dynamic: DYNAMIC } } };
  },
  references: ["iterator"],
};

const RESOURCE: BlockShape = {
  labels: 2,
  blocks: { lifecycle: LIFECYCLE, provisioner: PROVISIONER, connection: PLAIN, dynamic: DYNAMIC },
  references: ["provider", "depends_on"],
};

const MOVES: BlockShape = { labels: 0, references: ["from", "to", "provider"] };

/** The top level of a configuration. */
export const CONFIGURATION: Readonly<Record<string, BlockShape>> = {
  terraform: {
    labels: 0,
    blocks: {
      backend: { labels: 1 },
      cloud: { labels: 0, blocks: { workspaces: PLAIN } },
      required_providers: PLAIN,
      provider_meta: { labels: 1 },
    },
  },
  provider: { labels: 1 },
  variable: { labels: 1, blocks: { validation: PLAIN }, references: ["type"] },
  output: { labels: 1, blocks: { precondition: PLAIN }, references: ["depends_on"] },
  locals: PLAIN,
  module: { labels: 1, references: ["depends_on", "providers"] },
  resource: RESOURCE,
  data: RESOURCE,
  ephemeral: RESOURCE,
  moved: MOVES,
  import: MOVES,
  removed: { ...MOVES, blocks: { lifecycle: PLAIN, provisioner: PROVISIONER } },
  check: { labels: 1, blocks: { data: RESOURCE, assert: PLAIN } },
};
