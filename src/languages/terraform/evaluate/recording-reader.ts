import { type DirectoryEntry, type Reader, SourceFile, type Unreadable } from "../../../source/index.ts";

/** A reader that remembers which texts were read through it: the files of a stack. */
export class RecordingReader implements Reader {
  readonly #inner: Reader;
  readonly #files = new Set<SourceFile>();

  constructor(inner: Reader) {
    this.#inner = inner;
  }

  get files(): readonly SourceFile[] {
    return [...this.#files];
  }

  read(path: string): SourceFile | Unreadable {
    const file = this.#inner.read(path);
    if (file instanceof SourceFile) this.#files.add(file);
    return file;
  }

  bytes(path: string): Uint8Array | Unreadable {
    return this.#inner.bytes(path);
  }

  list(path: string): readonly DirectoryEntry[] {
    return this.#inner.list(path);
  }

  kind(path: string): "file" | "directory" | Unreadable {
    return this.#inner.kind(path);
  }
}
