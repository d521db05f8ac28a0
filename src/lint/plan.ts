import type { ConfigurableRule } from "../config/index.ts";
import {
  ConfigLoader,
  type ConfiguredStack,
  type FlagSettings,
  type LoadedConfig,
  resolveSettings,
  type Settings,
} from "../config/index.ts";
import type { FrontendSession, Language, StackInputs, StackSource } from "../model/index.ts";
import { type Diagnostic, folderOf, joinPath, type Reader } from "../source/index.ts";

/** A stack that is to be checked, with its scenarios and what the configuration says for it. */
export interface PlannedStack {
  readonly source: StackSource;
  readonly session: FrontendSession;
  readonly scenarios: readonly [StackInputs, ...StackInputs[]];
  readonly settings: Settings;
}

export interface Plan {
  readonly stacks: readonly PlannedStack[];
  readonly diagnostics: readonly Diagnostic[];
  /** Stacks that the configuration leaves out. */
  readonly ignored: number;
}

/** Inputs named for the whole run. Each variable file, or list of them, and each parameter file is a scenario. */
export interface GivenInputs {
  /** Terraform variable files of each scenario, in order: later ones win. */
  readonly varFiles?: readonly (readonly string[])[];
  /** Terraform variables, in order; they hold in every scenario and win over all files. */
  readonly vars?: readonly (readonly [name: string, value: string])[];
  /** ARM parameter files or `.bicepparam` files. */
  readonly parameters?: readonly string[];
}

export interface PlanRequest {
  readonly reader: Reader;
  readonly sessions: ReadonlyMap<Language, FrontendSession>;
  /** Paths to look below; none means what the configuration lists as stacks, else the working directory. */
  readonly paths: readonly string[];
  readonly rules: readonly ConfigurableRule[];
  readonly flags: FlagSettings;
  /** Inputs given on the command line; they win over those of the configuration. */
  readonly inputs: GivenInputs;
  /** `--config`; `false` for `--no-config`. */
  readonly config?: string | false;
}

/** Finds what there is to check below the paths, and how each stack is to be evaluated. */
export async function planStacks(request: PlanRequest): Promise<Plan> {
  const configs = new Configurations(request);
  const diagnostics: Diagnostic[] = [];
  const listed =
    request.paths.length === 0
      ? (await configs.forFolder(".")).stacks.map((entry) => entry.path)
      : request.paths;
  const paths = listed.length === 0 ? ["."] : [...new Set(listed)];
  const stacks: PlannedStack[] = [];
  let ignored = 0;
  for (const session of request.sessions.values()) {
    const found = await session.discover(paths);
    diagnostics.push(...found.diagnostics);
    for (const source of found.stacks) {
      const settings = await configs.forFolder(folderOfStack(source));
      if (settings.isIgnored(source.path)) ignored++;
      else
        stacks.push({ source, session, settings, scenarios: scenariosOf(source, settings, request.inputs) });
    }
  }
  return { stacks, diagnostics: [...configs.diagnostics, ...diagnostics], ignored };
}

export function folderOfStack({ language, path }: StackSource): string {
  return language === "terraform" ? path : folderOf(path);
}

/** Settings by folder; each configuration is read once, and folders under the same configurations share their settings. */
export class Configurations {
  readonly #request: Pick<PlanRequest, "reader" | "rules" | "flags" | "config">;
  readonly #loader: ConfigLoader;
  readonly #settings = new Map<string, Settings>();
  readonly #diagnostics = new Set<Diagnostic>();

  constructor(request: Pick<PlanRequest, "reader" | "rules" | "flags" | "config">) {
    this.#request = request;
    this.#loader = new ConfigLoader(request.reader, new Map(request.rules.map((rule) => [rule.id, rule])));
  }

  async forFolder(folder: string): Promise<Settings> {
    const { layers, diagnostics } = await this.#load(folder);
    for (const one of diagnostics) this.#diagnostics.add(one);
    const key = layers.map((layer) => layer.path).join("\0");
    let settings = this.#settings.get(key);
    if (!settings) {
      settings = resolveSettings(layers, this.#request.rules, this.#request.flags);
      this.#settings.set(key, settings);
    }
    return settings;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics];
  }

  async #load(folder: string): Promise<LoadedConfig> {
    const { config } = this.#request;
    if (config === false) return { layers: [], diagnostics: [] };
    return config === undefined ? this.#loader.forFolder(folder) : this.#loader.forFile(config);
  }
}

/** The command line wins; then each entry of the configuration for this stack; then what lies beside the stack; else one without inputs. */
function scenariosOf(
  source: StackSource,
  settings: Settings,
  given: GivenInputs,
): readonly [StackInputs, ...StackInputs[]] {
  const [own, ...others] = givenFor(source, given);
  if (own) return [own, ...others];
  const folder = folderOfStack(source);
  const configured = settings.stacks
    .filter((entry) => entry.path === source.path)
    .map((entry) => inputsOf(entry, folder));
  const [first, ...rest] = configured.length > 0 ? configured : (source.scenarios ?? []);
  return [first ?? {}, ...rest];
}

/** The scenarios that the named inputs make for a stack: those that its language takes. */
function givenFor(
  { language }: StackSource,
  { varFiles = [], vars = [], parameters = [] }: GivenInputs,
): readonly StackInputs[] {
  if (language !== "terraform") return parameters.map((file) => ({ parameters: [file] }));
  if (varFiles.length === 0) return vars.length === 0 ? [] : [{ vars }];
  return varFiles.map((files) => ({ varFiles: files, ...(vars.length > 0 && { vars }) }));
}

function inputsOf({ varFiles, vars, parameters }: ConfiguredStack, folder: string): StackInputs {
  const below = (path: string): string => joinPath(folder, path);
  return {
    ...(varFiles && { varFiles: varFiles.map(below) }),
    ...(vars && {
      vars: Object.entries(vars).map(([name, value]): [string, string] => [name, String(value)]),
    }),
    ...(parameters && { parameters: parameters.map(below) }),
  };
}
