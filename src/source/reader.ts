import type { SourceFile } from "./file.ts";

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory";
}

/**
 * Why a path gave no text: `outside` when it (symbolic links resolved) leaves the repository,
 * `too-large` above the reader's limit, `binary` when it is not UTF-8 text.
 */
export type Unreadable = "missing" | "outside" | "too-large" | "binary" | "denied";

/**
 * The only way to files below the command line. Paths use `/`, are relative to the working
 * directory (they may start with `../` up to the repository's root) and are normalised by the callee. Nothing is read twice: the same path
 * gives the same `SourceFile` object for the length of a run.
 */
export interface Reader {
  /** The text of a file, or why there is none. Never throws for what a path can be. */
  read(path: string): SourceFile | Unreadable;
  /** The bytes of a file (for hashes and base64), or why there are none. */
  bytes(path: string): Uint8Array | Unreadable;
  /** Entries of a folder by name, links resolved; empty when there is no such folder or it lies outside. */
  list(path: string): readonly DirectoryEntry[];
  kind(path: string): "file" | "directory" | Unreadable;
  /** Modules that `bicep restore` has put into the user's cache, paths relative to that folder; undefined where there is none. */
  readonly restoredModules?: Reader | undefined;
}
