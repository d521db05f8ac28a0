import {
  baseName,
  type DirectoryEntry,
  folderOf,
  joinPath,
  type Reader,
  SourceFile,
  type Unreadable,
} from "../../source/index.ts";

/** A reader in which some files have another text than on disk, or are not on disk: standard input, or an editor's buffers. */
export class OpenDocuments implements Reader {
  readonly #inner: Reader;
  readonly #files = new Map<string, SourceFile>();

  /** Texts by path, relative to the working directory. */
  constructor(inner: Reader, texts: Iterable<readonly [path: string, text: string]>) {
    this.#inner = inner;
    for (const [path, text] of texts) this.#files.set(joinPath(path), new SourceFile(joinPath(path), text));
  }

  read(path: string): SourceFile | Unreadable {
    return this.#files.get(joinPath(path)) ?? this.#inner.read(path);
  }

  bytes(path: string): Uint8Array | Unreadable {
    const file = this.#files.get(joinPath(path));
    return file ? new TextEncoder().encode(file.text) : this.#inner.bytes(path);
  }

  list(path: string): readonly DirectoryEntry[] {
    const folder = joinPath(path);
    const entries = new Map(this.#inner.list(folder).map((entry) => [entry.name, entry]));
    for (const file of this.#files.keys()) {
      for (
        let at = file, kind: DirectoryEntry["kind"] = "file";
        at !== folderOf(at);
        at = folderOf(at), kind = "directory"
      ) {
        const name = baseName(at);
        if (folderOf(at) === folder && name !== ".." && !entries.has(name)) entries.set(name, { name, kind });
      }
    }
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kind(path: string): "file" | "directory" | Unreadable {
    const normal = joinPath(path);
    if (this.#files.has(normal)) return "file";
    const known = this.#inner.kind(normal);
    return known === "missing" && this.list(normal).length > 0 ? "directory" : known;
  }
}
