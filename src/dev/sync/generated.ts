/** A generated file: its path from the package's root, and its text. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

/** Makes files from folders and metadata; deterministic. */
export type Generator = () => readonly Generated[] | Promise<readonly Generated[]>;
