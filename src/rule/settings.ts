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
  /** The distinct settings with which a rule has to run anywhere in the stack; empty when it is off everywhere. */
  variants(rule: string): readonly RuleSetting[];
  /** The setting for what is found in a file. One of `variants`, or one that is off. */
  at(rule: string, path: string): RuleSetting;
}
