import type { Format } from "../reporters/index.ts";

/** The format that the surrounding CI system shows best; undefined outside those that have one. */
export function formatOfCi(environment: NodeJS.ProcessEnv): Format | undefined {
  if (environment.GITHUB_ACTIONS === "true") return "github";
  if (environment.TF_BUILD?.toLowerCase() === "true") return "azure-devops";
  if (environment.GITLAB_CI === "true") return "gitlab";
  return undefined;
}

/** Whether to paint: flags, then `NO_COLOR` and `FORCE_COLOR`, then whether a terminal reads. */
export function wantsColor(
  flags: { readonly color?: boolean; readonly "no-color"?: boolean },
  environment: NodeJS.ProcessEnv,
  isTerminal: boolean,
): boolean {
  if (flags["no-color"]) return false;
  if (flags.color) return true;
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== "0";
  return isTerminal && environment.TERM !== "dumb";
}
