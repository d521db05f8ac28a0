import type { Intent, Level, Preset } from "../rule/index.ts";

/** What is written for a rule: a level, or a level with options. */
export type RuleEntry = Level | readonly [Level, Readonly<Record<string, unknown>>];

export type RuleEntries = Readonly<Record<string, RuleEntry>>;

/** A stack with the inputs of one scenario. Paths are relative to the configuration's folder, those of files to the stack's. */
export interface StackEntry {
  readonly path: string;
  readonly varFiles?: readonly string[];
  readonly vars?: Readonly<Record<string, string | number | boolean>>;
  readonly parameters?: readonly string[];
}

export interface OverrideEntry {
  readonly files: readonly string[];
  readonly rules: RuleEntries;
}

export type Cloud = "AzureCloud" | "AzureUSGovernment" | "AzureChinaCloud";

/** What lies outside the code. */
export interface NetworkEntry {
  readonly onPremises?: "auto" | "expected" | "none";
  readonly onPremisesEgress?: readonly string[];
  readonly dnsForwarders?: readonly string[];
  readonly privateDns?: "code" | "central" | "policy";
}

/** A configuration file after validation. */
export interface ConfigData {
  readonly root?: boolean;
  readonly extends?: string | readonly string[];
  readonly rules?: RuleEntries;
  readonly ignore?: readonly string[];
  readonly stacks?: readonly StackEntry[];
  readonly cloud?: Cloud;
  readonly network?: NetworkEntry;
  readonly unknown?: Level;
  readonly intent?: readonly Intent[];
  readonly overrides?: readonly OverrideEntry[];
  /** Files of declarative rules, and modules. */
  readonly plugins?: readonly string[];
}

export const PRESETS: readonly Preset[] = ["recommended", "strict", "hybrid"];
export const LEVELS: readonly Level[] = ["off", "info", "warning", "error"];
