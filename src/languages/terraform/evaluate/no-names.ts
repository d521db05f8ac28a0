import type { ModuleScope } from "./scope.ts";

/** A place where nothing is declared: a variable file, a template file. */
export const NO_NAMES: Omit<ModuleScope, "evaluation" | "folder" | "rootFolder"> = {
  address: "",
  variable: () => undefined,
  local: () => undefined,
  call: () => undefined,
  resource: () => undefined,
  isEphemeral: () => false,
  declared: () => [],
};
