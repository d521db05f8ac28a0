import type { Frontend } from "../../model/index.ts";
import { evaluateStack } from "./evaluate/index.ts";
import { discoverStacks, ModuleLoader } from "./load/index.ts";

/** Terraform and OpenTofu configurations: a stack is a root module's folder. */
export const terraform: Frontend = {
  language: "terraform",
  open: (reader, options = {}) => {
    const loader = new ModuleLoader(reader);
    return {
      discover: (paths) => discoverStacks(loader, paths),
      evaluate: (stack, inputs = {}) => evaluateStack(loader, stack.path, inputs, options),
    };
  },
};
