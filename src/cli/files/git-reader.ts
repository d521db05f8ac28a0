import { relative, sep } from "node:path";
import {
  type DirectoryEntry,
  folderOf,
  joinPath,
  type Reader,
  SourceFile,
  type Unreadable,
} from "../../source/index.ts";
import { git } from "../git.ts";
import { decodeText, LARGEST_FILE } from "./text.ts";

interface Blob {
  readonly id: string;
  readonly size: number;
  readonly isLink: boolean;
}

/** Links that are followed before there must be a circle. */
const MOST_LINKS = 16;
/** Files that a run reads as a matter of course: fetched from git together. */
const EXPECTED = /\.(tf|tofu|tfvars|hcl|bicep|bicepparam|jsonc?|ya?ml)$/;

/** The files of a commit, without a checkout. Paths are relative to the working directory, as everywhere. */
export class GitReader implements Reader {
  readonly #top: string;
  /** The working directory below the top, and the way back up. */
  readonly #prefix: string;
  readonly #blobs = new Map<string, Blob>();
  readonly #folders = new Map<string, Map<string, DirectoryEntry>>([[".", new Map()]]);
  readonly #contents = new Map<string, Buffer>();
  readonly #files = new Map<string, SourceFile | Unreadable>();

  constructor(cwd: string, commit: string) {
    this.#top = git(cwd, ["rev-parse", "--show-toplevel"]).toString("utf8").trim();
    this.#prefix = joinPath(relative(this.#top, cwd).split(sep).join("/"));
    const tree = git(this.#top, ["ls-tree", "-r", "-l", "-z", "--full-tree", commit]).toString("utf8");
    for (const entry of tree.split("\0")) {
      const match = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(entry);
      if (!match) continue;
      const [, mode, id = "", size, path = ""] = match;
      this.#blobs.set(path, { id, size: Number(size), isLink: mode === "120000" });
      this.#enter(path);
    }
    this.#fetch([...this.#blobs].filter(([path]) => EXPECTED.test(path)).map(([, blob]) => blob));
  }

  read(path: string): SourceFile | Unreadable {
    const normal = joinPath(path);
    let file = this.#files.get(normal);
    if (file === undefined) {
      const bytes = this.bytes(normal);
      const text = typeof bytes === "string" ? undefined : decodeText(bytes);
      file = typeof bytes === "string" ? bytes : text === undefined ? "binary" : new SourceFile(normal, text);
      this.#files.set(normal, file);
    }
    return file;
  }

  bytes(path: string): Uint8Array | Unreadable {
    const inTree = this.#inTree(path);
    const blob = inTree === undefined ? undefined : this.#blobs.get(inTree);
    if (inTree === undefined) return "outside";
    if (!blob || blob.isLink) return "missing";
    if (blob.size > LARGEST_FILE) return "too-large";
    if (!this.#contents.has(blob.id)) this.#fetch([blob]);
    return this.#contents.get(blob.id) ?? "missing";
  }

  list(path: string): readonly DirectoryEntry[] {
    const inTree = this.#inTree(path);
    const entries = inTree === undefined ? undefined : this.#folders.get(inTree);
    return [...(entries?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  kind(path: string): "file" | "directory" | Unreadable {
    const inTree = this.#inTree(path);
    if (inTree === undefined) return "outside";
    if (this.#folders.has(inTree)) return "directory";
    return this.#blobs.has(inTree) ? "file" : "missing";
  }

  /** A path below the top, links followed; undefined when it leaves the repository. */
  #inTree(path: string): string | undefined {
    let at = joinPath(this.#prefix, path);
    for (let links = 0; links < MOST_LINKS; links++) {
      if (at.startsWith("../") || at.startsWith("/") || at === "..") return undefined;
      const blob = this.#blobs.get(at);
      if (!blob?.isLink) return at;
      if (!this.#contents.has(blob.id)) this.#fetch([blob]);
      at = joinPath(folderOf(at), this.#contents.get(blob.id)?.toString("utf8") ?? "");
    }
    return undefined;
  }

  #enter(path: string): void {
    let kind: DirectoryEntry["kind"] = "file";
    for (let at = path; at !== "."; at = folderOf(at)) {
      const folder = folderOf(at);
      const name = at.slice(folder === "." ? 0 : folder.length + 1);
      const entries = this.#folders.get(folder) ?? new Map<string, DirectoryEntry>();
      this.#folders.set(folder, entries);
      if (entries.has(name)) return;
      entries.set(name, { name, kind });
      kind = "directory";
    }
  }

  /** Reads blobs in one go: each answer is `<id> blob <size>`, a line break, the content, a line break. */
  #fetch(blobs: readonly Blob[]): void {
    const wanted = [...new Set(blobs.filter(({ size }) => size <= LARGEST_FILE).map(({ id }) => id))];
    if (wanted.length === 0) return;
    const output = git(this.#top, ["cat-file", "--batch"], `${wanted.join("\n")}\n`);
    let at = 0;
    while (at < output.length) {
      const end = output.indexOf(10, at);
      const [id = "", kind, size] = output.subarray(at, end).toString("latin1").split(" ");
      at = end + 1;
      if (kind !== "blob") continue;
      this.#contents.set(id, output.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
  }
}
