import type { Level, Preset } from "./severity.ts";

/** What a rule counts as, and the options it runs with. */
export interface RuleSetting {
  readonly level: Level;
  /** The options object with the defaults of the rule's schema filled in. */
  readonly options: unknown;
}

/** What the configuration says of the rules, for one stack. */
export interface RuleSettings {
  /** The preset that the levels start from. */
  readonly preset: Preset;
  /**
   * The distinct options with which a rule has to run so that each of these files is judged with its own; empty when the
   * rule is off in all of them. The objects are the very ones that `at` gives.
   */
  variants(rule: string, paths: readonly string[]): readonly unknown[];
  /** The setting for what is found in a file. */
  at(rule: string, path: string): RuleSetting;
}
