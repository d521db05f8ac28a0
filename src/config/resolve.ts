import type { Intent, Level, Preset, RuleSettings } from "../rule/index.ts";
import { joinPath } from "../source/index.ts";
import { type Cloud, type NetworkEntry, PRESETS, type RuleEntries, type StackEntry } from "./data.ts";
import type { ConfigLayer } from "./discover.ts";
import { globMatcher, type RuleLayer, settleRules } from "./levels.ts";
import type { ConfigurableRule } from "./schema.ts";

/** What the command line says; it wins over all files. */
export interface FlagSettings {
  readonly preset?: Preset;
  readonly rules?: RuleEntries;
  readonly only?: readonly string[];
}

/** A stack entry with its paths relative to the working directory. */
export interface ConfiguredStack extends StackEntry {
  readonly path: string;
}

/** Everything that the layers for one place come to. */
export interface Settings {
  readonly rules: RuleSettings;
  readonly unknown: Level;
  readonly cloud: Cloud;
  readonly network: Required<NetworkEntry>;
  readonly intent: readonly Intent[];
  readonly stacks: readonly ConfiguredStack[];
  readonly isIgnored: (path: string) => boolean;
}

/** Merges the layers, the weakest first, under the flags. */
export function resolveSettings(
  layers: readonly ConfigLayer[],
  rules: Iterable<ConfigurableRule>,
  flags: FlagSettings = {},
): Settings {
  const last = <K extends keyof ConfigLayer["data"]>(key: K): ConfigLayer["data"][K] | undefined =>
    layers.findLast((layer) => layer.data[key] !== undefined)?.data[key];
  const ignores = layers.map(({ data, folder }) => globMatcher(data.ignore ?? [], folder));
  return {
    rules: settleRules(rules, {
      preset: flags.preset ?? presetOf(layers),
      layers: [...layers.flatMap(ruleLayers), ...(flags.rules ? [{ rules: flags.rules }] : [])],
      ...(flags.only && { only: flags.only }),
    }),
    unknown: last("unknown") ?? "off",
    cloud: last("cloud") ?? "AzureCloud",
    network: Object.assign(
      {
        onPremises: "auto",
        onPremisesEgress: [],
        dnsForwarders: [],
        privateDns: "code",
      } satisfies Required<NetworkEntry>,
      ...layers.map((layer) => layer.data.network ?? {}),
    ),
    intent: layers.flatMap((layer) => layer.data.intent ?? []),
    stacks: layers.flatMap(({ data, folder }) =>
      (data.stacks ?? []).map((entry) => relativeToFolder(entry, folder)),
    ),
    isIgnored: (path) => ignores.some((ignored) => ignored(path)),
  };
}

function presetOf(layers: readonly ConfigLayer[]): Preset {
  const named = layers.flatMap((layer) => layer.data.extends ?? []);
  return (
    named.findLast((name): name is Preset => (PRESETS as readonly string[]).includes(name)) ?? "recommended"
  );
}

function ruleLayers({ data, folder }: ConfigLayer): readonly RuleLayer[] {
  return [
    ...(data.rules ? [{ rules: data.rules }] : []),
    ...(data.overrides ?? []).map(({ files, rules }) => ({ rules, matches: globMatcher(files, folder) })),
  ];
}

/** Input files are named relative to the stack: its folder, or the folder of its file. */
function relativeToFolder(entry: StackEntry, folder: string): ConfiguredStack {
  return { ...entry, path: joinPath(folder, entry.path) };
}
