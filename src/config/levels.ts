import picomatch from "picomatch";
import type { Level, Preset, RuleSetting, RuleSettings } from "../rule/index.ts";
import type { RuleEntries, RuleEntry } from "./data.ts";
import type { ConfigurableRule } from "./schema.ts";

/** Rule settings that hold where a path matches; everywhere when there is no matcher. */
export interface RuleLayer {
  readonly rules: RuleEntries;
  readonly matches?: (path: string) => boolean;
}

export interface LevelOptions {
  readonly preset: Preset;
  /** The weakest first. */
  readonly layers: readonly RuleLayer[];
  /** Only these rules and families run; all when absent. */
  readonly only?: readonly string[];
}

/** Globs relative to a folder as one matcher of paths relative to the working directory. */
export function globMatcher(globs: readonly string[], folder: string): (path: string) => boolean {
  const isMatch = picomatch([...globs], { dot: true });
  const prefix = folder === "." ? "" : `${folder}/`;
  return (path) => {
    if (prefix === "") return isMatch(path);
    return path.startsWith(prefix) && isMatch(path.slice(prefix.length));
  };
}

/** Settles every rule's level and options, for every file. */
export function settleRules(rules: Iterable<ConfigurableRule>, options: LevelOptions): RuleSettings {
  return new SettledRules(new Map([...rules].map((rule) => [rule.id, rule])), options);
}

class SettledRules implements RuleSettings {
  readonly preset: Preset;
  readonly #rules: ReadonlyMap<string, ConfigurableRule>;
  readonly #options: LevelOptions;
  /** Which conditional layers hold for a path, as text: paths with the same mask have the same settings. */
  readonly #masks = new Map<string, string>();
  readonly #masksOfPaths = new WeakMap<readonly string[], ReadonlySet<string>>();
  readonly #settings = new Map<string, RuleSetting>();
  /** One object for equal options, so that a rule runs once for them. */
  readonly #interned = new Map<string, unknown>();

  constructor(rules: ReadonlyMap<string, ConfigurableRule>, options: LevelOptions) {
    this.#rules = rules;
    this.#options = options;
    this.preset = options.preset;
  }

  variants(rule: string, paths: readonly string[]): readonly unknown[] {
    const options = new Set<unknown>();
    for (const mask of this.#masksOf(paths)) {
      const setting = this.#setting(rule, mask);
      if (setting.level !== "off") options.add(setting.options);
    }
    return [...options];
  }

  at(rule: string, path: string): RuleSetting {
    return this.#setting(rule, this.#mask(path));
  }

  /** Every rule is asked about the same files. */
  #masksOf(paths: readonly string[]): ReadonlySet<string> {
    const known = this.#masksOfPaths.get(paths);
    if (known) return known;
    const masks = new Set(paths.map((path) => this.#mask(path)));
    this.#masksOfPaths.set(paths, masks);
    return masks;
  }

  #mask(path: string): string {
    let mask = this.#masks.get(path);
    if (mask === undefined) {
      mask = this.#options.layers.map(({ matches }) => (!matches || matches(path) ? "1" : "0")).join("");
      this.#masks.set(path, mask);
    }
    return mask;
  }

  #setting(id: string, mask: string): RuleSetting {
    const key = `${id} ${mask}`;
    let setting = this.#settings.get(key);
    if (!setting) {
      setting = this.#settle(id, mask);
      this.#settings.set(key, setting);
    }
    return setting;
  }

  #settle(id: string, mask: string): RuleSetting {
    const rule = this.#rules.get(id);
    const { preset, layers, only } = this.#options;
    if (!rule || (only && !only.some((name) => covers(name, id)))) return { level: "off", options: {} };
    let level: Level = levelIn(preset, rule);
    let given: Readonly<Record<string, unknown>> = {};
    layers.forEach((layer, at) => {
      const entry = mask[at] === "1" ? entryFor(id, layer.rules) : undefined;
      if (entry === undefined) return;
      level = typeof entry === "string" ? entry : entry[0];
      if (typeof entry !== "string") given = entry[1];
    });
    return { level, options: this.#intern(id, { ...optionDefaults(rule), ...given }) };
  }

  #intern(id: string, options: Readonly<Record<string, unknown>>): unknown {
    const key = `${id} ${JSON.stringify(options)}`;
    const known = this.#interned.get(key);
    if (known !== undefined) return known;
    this.#interned.set(key, options);
    return options;
  }
}

function levelIn(preset: Preset, { levels }: Pick<ConfigurableRule, "levels">): Level {
  return preset === "hybrid" ? (levels.hybrid ?? levels.recommended) : levels[preset];
}

/** The entry for a rule: its own, else its family's, else that for all. */
function entryFor(id: string, entries: RuleEntries): RuleEntry | undefined {
  return entries[id] ?? entries[`${id.slice(0, id.indexOf("/"))}/*`] ?? entries["*"];
}

/** Whether `--only`'s name (a rule, a family, or `family/*`) covers a rule. */
function covers(name: string, id: string): boolean {
  return name === id || id.startsWith(`${name.replace(/\/\*?$/, "")}/`);
}

/** The defaults that a rule's options schema states. */
function optionDefaults(rule: ConfigurableRule): Record<string, unknown> {
  const properties = (rule.options?.properties ?? {}) as Readonly<
    Record<string, { readonly default?: unknown }>
  >;
  const defaults: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    if (schema.default !== undefined) defaults[name] = schema.default;
  }
  return defaults;
}
