export {
  type AnyRuleDefinition,
  type Controls,
  defineRule,
  type Intent,
  type IntentPair,
  type Judgement,
  type Part,
  type Place,
  type Related,
  type Rule,
  type RuleContext,
  type RuleDefinition,
  type RuleMeta,
  type Subject,
  type Told,
} from "./define.ts";
export type {
  Finding,
  Report,
  ReportedDiagnostic,
  StackSummary,
  Summary,
  TraceStep,
  Verdict,
} from "./finding.ts";
export { fingerprintOf } from "./fingerprint.ts";
export type { RuleSetting, RuleSettings } from "./settings.ts";
export { atLeast, type Level, type Preset, type Severity } from "./severity.ts";
export { called, listed, shown, shownName, waysText } from "./wording.ts";
