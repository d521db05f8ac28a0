export {
  type CheckOptions,
  checkStack,
  reportedDiagnostic,
  type Scenario,
  type StackOutcome,
} from "./check.ts";
export { effortSpent } from "./effort.ts";
export { compareFindings, compareText } from "./order.ts";
export { type AssembledReport, assembleReport, type ReportOptions } from "./report.ts";
export type { CheckSettings } from "./settings.ts";
export { suppressionRules } from "./suppression/index.ts";
export { milliseconds, NO_TIMES, type StackTimes } from "./times.ts";
