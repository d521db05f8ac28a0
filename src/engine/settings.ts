import type { Intent, Level, RuleSettings } from "../rule/index.ts";

/** What decides how a stack is checked, besides its code. */
export interface CheckSettings {
  readonly rules: RuleSettings;
  /** What an unknown verdict counts as. */
  readonly unknown: Level;
  readonly intent: readonly Intent[];
}
