import { SourceFile } from "./file.ts";
import { joinPath } from "./path.ts";
import type { DirectoryEntry, Reader, Unreadable } from "./reader.ts";

/** A reader over texts in memory, for tests and for sources that come from standard input. */
export class MemoryReader implements Reader {
  readonly #files = new Map<string, SourceFile>();

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) {
      const normal = joinPath(path);
      this.#files.set(normal, new SourceFile(normal, text));
    }
  }

  read(path: string): SourceFile | Unreadable {
    const normal = joinPath(path);
    if (isOutside(normal)) return "outside";
    return this.#files.get(normal) ?? "missing";
  }

  bytes(path: string): Uint8Array | Unreadable {
    const file = this.read(path);
    return typeof file === "string" ? file : new TextEncoder().encode(file.text);
  }

  list(path: string): readonly DirectoryEntry[] {
    const folder = joinPath(path);
    const entries = new Map<string, DirectoryEntry>();
    for (const file of this.#files.keys()) {
      const rest =
        folder === "." ? file : file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
      if (rest === undefined) continue;
      const slash = rest.indexOf("/");
      const name = slash === -1 ? rest : rest.slice(0, slash);
      entries.set(name, { name, kind: slash === -1 ? "file" : "directory" });
    }
    return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kind(path: string): "file" | "directory" | Unreadable {
    const normal = joinPath(path);
    if (isOutside(normal)) return "outside";
    if (this.#files.has(normal)) return "file";
    if (normal === ".") return "directory";
    const within = [...this.#files.keys()].some((file) => file.startsWith(`${normal}/`));
    return within ? "directory" : "missing";
  }
}

function isOutside(normal: string): boolean {
  return normal === ".." || normal.startsWith("../") || normal.startsWith("/");
}
