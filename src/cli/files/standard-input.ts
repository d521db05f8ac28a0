import {
  baseName,
  type DirectoryEntry,
  folderOf,
  joinPath,
  type Reader,
  SourceFile,
  type Unreadable,
} from "../../source/index.ts";

/** A reader in which one file's text comes from standard input, whether or not it is on disk. */
export class StandardInput implements Reader {
  readonly #inner: Reader;
  readonly #file: SourceFile;

  constructor(inner: Reader, path: string, text: string) {
    this.#inner = inner;
    this.#file = new SourceFile(joinPath(path), text);
  }

  read(path: string): SourceFile | Unreadable {
    return joinPath(path) === this.#file.path ? this.#file : this.#inner.read(path);
  }

  bytes(path: string): Uint8Array | Unreadable {
    return joinPath(path) === this.#file.path
      ? new TextEncoder().encode(this.#file.text)
      : this.#inner.bytes(path);
  }

  list(path: string): readonly DirectoryEntry[] {
    const entries = this.#inner.list(path);
    const name = baseName(this.#file.path);
    if (joinPath(path) !== folderOf(this.#file.path) || entries.some((entry) => entry.name === name))
      return entries;
    return [...entries, { name, kind: "file" } as const].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kind(path: string): "file" | "directory" | Unreadable {
    return joinPath(path) === this.#file.path ? "file" : this.#inner.kind(path);
  }
}
