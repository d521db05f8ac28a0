import { type Diagnostic, folderOf, joinPath, type Reader, type Span } from "../source/index.ts";
import { type ConfigData, PRESETS } from "./data.ts";
import { type ParsedConfig, parseConfig } from "./parse/index.ts";
import type { ConfigurableRule } from "./schema.ts";

/** One configuration file, and the folder its paths and globs are relative to. */
export interface ConfigLayer {
  readonly path: string;
  readonly folder: string;
  readonly data: ConfigData;
}

/** The layers that hold for a folder, the weakest first. */
export interface LoadedConfig {
  readonly layers: readonly ConfigLayer[];
  readonly diagnostics: readonly Diagnostic[];
}

export const CONFIG_NAMES: readonly string[] = ["jsonc", "json", "yaml", "yml"].map(
  (ending) => `isolint.config.${ending}`,
);

/** Levels of `extends` above which there must be a mistake. */
const DEEPEST_EXTENDS = 16;

/** Finds and reads configurations, each file once. */
export class ConfigLoader {
  readonly #reader: Reader;
  readonly #rules: ReadonlyMap<string, ConfigurableRule>;
  readonly #files = new Map<string, Promise<LoadedConfig>>();
  readonly #folders = new Map<string, Promise<LoadedConfig>>();

  constructor(reader: Reader, rules: ReadonlyMap<string, ConfigurableRule>) {
    this.#reader = reader;
    this.#rules = rules;
  }

  /** The configurations that hold for a folder: its own and those above, up to one with `root: true` or the repository's root. */
  forFolder(folder: string): Promise<LoadedConfig> {
    let found = this.#folders.get(folder);
    if (!found) {
      found = this.#search(folder);
      this.#folders.set(folder, found);
    }
    return found;
  }

  /** One configuration file named by the user, with what it extends. */
  forFile(path: string): Promise<LoadedConfig> {
    return this.#load(joinPath(path), []);
  }

  async #search(folder: string): Promise<LoadedConfig> {
    const own = await this.#inFolder(folder);
    const isRoot = own.layers.some((layer) => layer.data.root === true && layer.folder === folder);
    const above = joinPath(folder, "..");
    if (isRoot || above === folder || this.#reader.kind(above) !== "directory") return own;
    const outer = await this.forFolder(above);
    return {
      layers: [...outer.layers, ...own.layers],
      diagnostics: [...outer.diagnostics, ...own.diagnostics],
    };
  }

  async #inFolder(folder: string): Promise<LoadedConfig> {
    const entries = new Set(this.#reader.list(folder).map((entry) => entry.name));
    const names = CONFIG_NAMES.filter((name) => entries.has(name));
    const [name, other] = names;
    if (name !== undefined) {
      const loaded = await this.#load(joinPath(folder, name), []);
      if (other === undefined) return loaded;
      const message = `There are two configurations in one folder; ${name} is used, ${other} is not.`;
      const diagnostic: Diagnostic = {
        severity: "warning",
        code: "config-ambiguous",
        message,
        path: joinPath(folder, other),
      };
      return { ...loaded, diagnostics: [...loaded.diagnostics, diagnostic] };
    }
    if (!entries.has("package.json")) return { layers: [], diagnostics: [] };
    const file = this.#reader.read(joinPath(folder, "package.json"));
    if (typeof file === "string" || !file.text.includes('"isolint"')) return { layers: [], diagnostics: [] };
    return this.#load(file.path, []);
  }

  #load(path: string, chain: readonly string[]): Promise<LoadedConfig> {
    let loaded = this.#files.get(path);
    if (!loaded) {
      loaded = this.#read(path, chain);
      this.#files.set(path, loaded);
    }
    return loaded;
  }

  async #read(path: string, chain: readonly string[]): Promise<LoadedConfig> {
    const file = this.#reader.read(path);
    if (typeof file === "string") {
      const message = `The configuration '${path}' cannot be read: ${UNREADABLE[file]}.`;
      return { layers: [], diagnostics: [{ severity: "error", code: "config-unreadable", message, path }] };
    }
    const whole = await parseConfig(file);
    const parsed = path.endsWith("package.json") ? within(whole, "isolint") : whole;
    if (parsed.data === undefined && parsed.diagnostics.length === 0) return { layers: [], diagnostics: [] };
    const { validateConfig } = await import("./validate.ts");
    const { data, diagnostics } = validateConfig(parsed, this.#rules);
    const folder = folderOf(path);
    const below = await this.#extended(data, folder, parsed.spanOf(["extends"], "value"), [...chain, path]);
    return {
      layers: [...below.layers, { path, folder, data }],
      diagnostics: [...below.diagnostics, ...diagnostics],
    };
  }

  /** The configurations that `extends` names by path; presets are no files. */
  async #extended(
    data: ConfigData,
    folder: string,
    place: Span,
    chain: readonly string[],
  ): Promise<LoadedConfig> {
    const layers: ConfigLayer[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const name of [data.extends ?? []].flat()) {
      if ((PRESETS as readonly string[]).includes(name)) continue;
      const path = joinPath(folder, name);
      if (!/^\.{1,2}\//.test(name)) {
        const message = `There is no preset '${name}'. Presets are ${PRESETS.join(", ")}; the path of another configuration starts with './' or '../'.`;
        diagnostics.push({ severity: "error", code: "config-unknown-preset", message, span: place });
      } else if (chain.includes(path) || chain.length > DEEPEST_EXTENDS) {
        const message = `'${name}' extends itself in the end.`;
        diagnostics.push({ severity: "error", code: "config-circular", message, span: place });
      } else {
        const loaded = await this.#load(path, chain);
        layers.push(...loaded.layers);
        diagnostics.push(...loaded.diagnostics);
      }
    }
    return { layers, diagnostics };
  }
}

const UNREADABLE = {
  missing: "there is no such file",
  outside: "it lies outside the repository",
  "too-large": "it is too large",
  binary: "it is not text",
  denied: "access is denied",
} as const;

function within(parsed: ParsedConfig, key: string): ParsedConfig {
  const { data } = parsed;
  return {
    data: typeof data === "object" && data !== null ? (data as Record<string, unknown>)[key] : undefined,
    spanOf: (path, part) => parsed.spanOf([key, ...path], part),
    diagnostics: parsed.diagnostics,
  };
}
