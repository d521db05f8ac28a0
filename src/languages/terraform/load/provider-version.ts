/** Azure's providers have had no more majors than this; an unbounded constraint allows them all. */
const NEWEST_MAJOR = 5;

/** The major of an exact version (`4.12.0`, as a lock file has it). */
export function majorOf(version: string): number | undefined {
  const major = /^\s*v?(\d+)(?:\.|\s*$|-)/.exec(version)?.[1];
  return major === undefined ? undefined : Number(major);
}

/**
 * The highest major version that a version constraint (`~> 4.1`, `>= 3.0, < 5.0`) allows; undefined when it has no upper bound or
 * does not parse. `~> 3` is read as `~> 3.0`, as Terraform reads it for providers.
 */
export function highestMajor(constraint: string): number | undefined {
  let highest: number | undefined;
  for (const clause of constraint.split(",")) {
    const bound = upperBound(clause.trim());
    if (bound !== undefined) highest = Math.min(highest ?? bound, bound);
  }
  return highest === undefined ? undefined : Math.min(highest, NEWEST_MAJOR);
}

function upperBound(clause: string): number | undefined {
  const match = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+)((?:\.\d+)*)(-[\w.-]+)?(?:\+[\w.-]+)?$/.exec(clause);
  if (!match) return undefined;
  const major = Number(match[2]);
  const rest = (match[3] ?? "").split(".").filter((part) => part !== "");
  switch (match[1] ?? "=") {
    case "=":
    case "<=":
    case "~>":
      return major;
    case "<":
      return rest.every((part) => Number(part) === 0) ? major - 1 : major;
    default:
      return undefined;
  }
}
