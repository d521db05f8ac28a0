import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { builtInRules } from "../../rules/index.ts";
import { ConfigLoader } from "../config/index.ts";
import type { AnyRuleDefinition, Rule } from "../rule/index.ts";
import { type Diagnostic, joinPath, type Reader } from "../source/index.ts";
import { importModule } from "./import-module.ts";

export interface PluginRequest {
  readonly reader: Reader;
  readonly cwd: string;
  /** The configuration that the command line names; `false` for none. */
  readonly config: string | false | undefined;
}

export interface LoadedPlugins {
  /** The built-in rules and those of plug-ins. */
  readonly rules: readonly Rule[];
  readonly hasPlugins: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The built-in rules with those that the configuration's `plugins` bring in: files of declarative rules, and modules. A module is code, and the
 * configuration may be a stranger's: modules are only loaded from a configuration that the command line names.
 */
export async function loadPlugins(request: PluginRequest): Promise<LoadedPlugins> {
  const { reader, config } = request;
  if (config === false) return { rules: builtInRules, hasPlugins: false, diagnostics: [] };
  const loader = new ConfigLoader(reader, new Map());
  const { layers } = await (config === undefined ? loader.forFolder(".") : loader.forFile(config));
  const taken = new Set(builtInRules.map((rule) => rule.id));
  const rules: Rule[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, folder, data } of layers) {
    for (const name of data.plugins ?? []) {
      const loaded = /\.(ya?ml|jsonc?)$/.test(name)
        ? await (await import("../plugin/index.ts")).loadDeclarativeRules(joinPath(folder, name), reader)
        : await loadModule(name, folder, path, request);
      diagnostics.push(...loaded.diagnostics);
      for (const rule of loaded.rules) {
        if (taken.has(rule.id))
          diagnostics.push(
            mistake(`The plug-in '${name}' has a rule '${rule.id}', but there is one already.`, path),
          );
        else rules.push(rule);
        taken.add(rule.id);
      }
    }
  }
  return { rules: [...builtInRules, ...rules], hasPlugins: rules.length > 0, diagnostics };
}

async function loadModule(name: string, folder: string, configPath: string, { config, cwd }: PluginRequest) {
  if (config === undefined) {
    const message = `The plug-in '${name}' is code and was not loaded: name this configuration with --config to say that you trust it.`;
    return { rules: [], diagnostics: [mistake(message, configPath)] };
  }
  try {
    const from = resolve(cwd, folder);
    const path = createRequire(join(from, "isolint.config.yaml")).resolve(name);
    const module = (await importModule(pathToFileURL(path).href)) as { readonly default?: PluginModule };
    const rules = Object.entries(module.default?.rules ?? {}).map(
      ([id, definition]): Rule => ({ ...definition, id }),
    );
    return {
      rules,
      diagnostics: rules.length === 0 ? [mistake(`The plug-in '${name}' exports no rules.`, configPath)] : [],
    };
  } catch (error) {
    return {
      rules: [],
      diagnostics: [
        mistake(`The plug-in '${name}' cannot be loaded: ${(error as Error).message}`, configPath),
      ],
    };
  }
}

/** What a plug-in module exports by default: rules by id. */
interface PluginModule {
  readonly rules?: Readonly<Record<string, AnyRuleDefinition>>;
}

function mistake(message: string, path: string): Diagnostic {
  return { severity: "error", code: "plugin", message, path };
}
