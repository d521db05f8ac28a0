import {
  type Dirent,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { homedir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import {
  baseName,
  type DirectoryEntry,
  folderOf,
  joinPath,
  type Reader,
  SourceFile,
  type Unreadable,
} from "../../source/index.ts";
import { decodeText, LARGEST_FILE } from "./text.ts";

export interface FileReaderOptions {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Absolute, resolved folders out of which nothing is read. */
  readonly roots: readonly string[];
  /** Files that the user named, wherever they lie; paths as given. */
  readonly named?: readonly string[];
  /** Absolute path of Bicep's folder of restored modules; `.bicep` in the home folder when left out. */
  readonly bicepCache?: string;
}

/** Files on disk, within the repository, symbolic links resolved. Reads nothing twice. */
export class FileReader implements Reader {
  readonly #cwd: string;
  readonly #roots: readonly string[];
  readonly #named: ReadonlySet<string>;
  readonly #texts = new Map<string, SourceFile | Unreadable>();
  readonly #lists = new Map<string, readonly DirectoryEntry[]>();
  readonly #resolved = new Map<string, string | Unreadable>();
  readonly #bicepCache: string;

  constructor({ cwd, roots, named = [], bicepCache = join(homedir(), ".bicep") }: FileReaderOptions) {
    this.#bicepCache = bicepCache;
    this.#cwd = cwd;
    this.#roots = roots;
    this.#named = new Set(named.map((path) => this.relative(path)));
  }

  get restoredModules(): Reader | undefined {
    if (!existsSync(this.#bicepCache)) return undefined;
    return new FileReader({ cwd: this.#bicepCache, roots: [realpathSync(this.#bicepCache)] });
  }

  /** A path as the user typed it, relative to the working directory, with `/`. */
  relative(path: string): string {
    return joinPath(relative(this.#cwd, resolve(this.#cwd, path)).split(sep).join("/"));
  }

  read(path: string): SourceFile | Unreadable {
    const normal = joinPath(path);
    let text = this.#texts.get(normal);
    if (text === undefined) {
      text = this.#read(normal);
      this.#texts.set(normal, text);
    }
    return text;
  }

  bytes(path: string): Uint8Array | Unreadable {
    const real = this.#resolve(joinPath(path));
    if (isReason(real)) return real;
    try {
      const { size } = statSync(real);
      return size > LARGEST_FILE ? "too-large" : readFileSync(real);
    } catch (error) {
      return reasonOf(error);
    }
  }

  list(path: string): readonly DirectoryEntry[] {
    const normal = joinPath(path);
    let entries = this.#lists.get(normal);
    if (!entries) {
      entries = this.#list(normal);
      this.#lists.set(normal, entries);
    }
    return entries;
  }

  kind(path: string): "file" | "directory" | Unreadable {
    const real = this.#resolve(joinPath(path));
    if (isReason(real)) return real;
    try {
      const stats = statSync(real);
      return stats.isDirectory() ? "directory" : stats.isFile() ? "file" : "denied";
    } catch (error) {
      return reasonOf(error);
    }
  }

  #read(path: string): SourceFile | Unreadable {
    const real = this.#resolve(path);
    if (isReason(real)) return real;
    try {
      const stats = statSync(real);
      if (stats.isDirectory()) return "missing";
      if (stats.size > LARGEST_FILE) return "too-large";
      const text = decodeText(readFileSync(real));
      return text === undefined ? "binary" : new SourceFile(path, text);
    } catch (error) {
      return reasonOf(error);
    }
  }

  #list(path: string): readonly DirectoryEntry[] {
    const real = this.#resolve(path);
    if (isReason(real)) return [];
    let found: Dirent[];
    try {
      found = readdirSync(real, { withFileTypes: true });
    } catch {
      return [];
    }
    const entries: DirectoryEntry[] = [];
    for (const entry of found) {
      const inner = joinPath(path, entry.name);
      if (entry.isFile()) entries.push({ name: entry.name, kind: "file" });
      else if (entry.isDirectory()) entries.push({ name: entry.name, kind: "directory" });
      else if (entry.isSymbolicLink()) {
        const kind = this.kind(inner);
        if (kind === "file" || (kind === "directory" && !this.#leadsBack(inner)))
          entries.push({ name: entry.name, kind });
      }
    }
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Whether a linked folder holds one of those on the way to it: following it would never end. */
  #leadsBack(path: string): boolean {
    const target = this.#resolve(path);
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (`${this.#resolve(folder)}${sep}`.startsWith(`${target}${sep}`)) return true;
      // Above the working directory (`..`) there is no way by which one came.
      if (folder === folderOf(folder) || baseName(folder) === "..") return false;
    }
  }

  /** The absolute path behind all links, when it lies inside a root or the user named it. */
  #resolve(path: string): string | Unreadable {
    let real = this.#resolved.get(path);
    if (real === undefined) {
      real = this.#resolveOnce(path);
      this.#resolved.set(path, real);
    }
    return real;
  }

  #resolveOnce(path: string): string | Unreadable {
    const real = this.#behindLinks(path);
    if (isReason(real)) return real;
    const inside = this.#roots.some(
      (root) => real === root || real.startsWith(root.endsWith(sep) ? root : root + sep),
    );
    return inside || this.#named.has(path) ? real : "outside";
  }

  /** A folder is resolved once for all that lies in it: most files are no links, which one look tells. */
  #behindLinks(path: string): string | Unreadable {
    const [folder, name] = [folderOf(path), baseName(path)];
    const above = folder === path || name === "." || name === ".." ? "outside" : this.#resolve(folder);
    if (above === "missing") return above;
    try {
      if (isReason(above)) return realpathSync(resolve(this.#cwd, path));
      const inner = join(above, name);
      const stats = lstatSync(inner, { throwIfNoEntry: false });
      if (!stats) return "missing";
      return stats.isSymbolicLink() ? realpathSync(inner) : inner;
    } catch (error) {
      return reasonOf(error);
    }
  }
}

const REASONS: ReadonlySet<string> = new Set<Unreadable>([
  "missing",
  "outside",
  "too-large",
  "binary",
  "denied",
]);

/** Real paths are absolute, so that a reason is never one. */
function isReason(real: string): real is Unreadable {
  return REASONS.has(real);
}

function reasonOf(error: unknown): Unreadable {
  const code = (error as NodeJS.ErrnoException).code;
  return code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP" || code === "ENAMETOOLONG"
    ? "missing"
    : "denied";
}
