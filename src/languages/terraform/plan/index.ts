import type { Frontend } from "../../../model/index.ts";
import { discoverPlans } from "./discovery.ts";
import { evaluatePlan } from "./stack.ts";

/** The JSON of a Terraform plan (`terraform show -json`): a stack is the file. */
export const plan: Frontend = {
  language: "plan",
  open: (reader, options = {}) => ({
    discover: async (paths) => discoverPlans(reader, paths),
    evaluate: (stack) => evaluatePlan(reader, stack.path, options),
  }),
};
