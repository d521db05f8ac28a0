export { inspect, type Model, type ModelResource, type ModelStack } from "./inspect.ts";
export { LANGUAGES } from "./languages.ts";
export { type Helper, type LintRequest, type LintResult, lint } from "./lint.ts";
export type { GivenInputs } from "./plan.ts";
export { type ReachedPath, reachedPaths } from "./reach.ts";
export { answersGivenUp, type Survey, type SurveyedNetwork, survey } from "./survey.ts";
export { checkTasks, type StackTask } from "./tasks.ts";
