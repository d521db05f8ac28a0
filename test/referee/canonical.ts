import { ABSENT, choose, isNull, object, partsOf, type Value } from "../../src/value/index.ts";

/** A leaf of a body: how it is spelled, and whether it is known. */
export interface Leaf {
  readonly text: string;
  readonly known: boolean;
}

/** All leaves of a value by path. Null and absent ones are left out: the compiler writes some of them and not others. */
export function leavesOf(value: Value): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  addLeaves(value, "", leaves);
  return leaves;
}

function addLeaves(one: Value, path: string, leaves: Map<string, Leaf>): void {
  const open = (at: string, rest: Value | undefined): void => {
    if (rest) leaves.set(at, { text: spelled(rest), known: false });
  };
  if (one.kind === "absent" || isNull(one)) return;
  const merged = one.kind === "choice" && objectOfChoices(one);
  if (merged) {
    addLeaves(merged, path, leaves);
    return;
  }
  if (one.kind === "object" && one.entries.size > 0) {
    for (const [key, entry] of one.entries) addLeaves(entry, path === "" ? key : `${path}.${key}`, leaves);
    open(`${path}.*`, one.rest);
  } else if (one.kind === "list" && one.items.length > 0) {
    for (const [at, item] of one.items.entries()) addLeaves(item, `${path}[${at}]`, leaves);
    open(`${path}[*]`, one.rest);
  } else if (one.kind === "choice") {
    addLeaves(one.then, `${path}?`, leaves);
    addLeaves(one.otherwise, `${path}:`, leaves);
    open(`${path}(when)`, one.condition);
  } else leaves.set(path, { text: spelled(one), known: one.kind === "literal" });
}

/** A choice between objects as one object of choices: the two languages prefer one form each. */
function objectOfChoices({ condition, then, otherwise }: Value & { kind: "choice" }): Value | undefined {
  const objects = [then, otherwise].map((arm) =>
    arm.kind === "choice" ? objectOfChoices(arm) : arm.kind === "object" ? arm : undefined,
  );
  const [a, b] = objects;
  if (a?.kind !== "object" || b?.kind !== "object") return undefined;
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
  return object(
    new Map(
      [...keys].map((key) => [
        key,
        choose(condition, a.entries.get(key) ?? ABSENT, b.entries.get(key) ?? ABSENT),
      ]),
    ),
    a.rest || b.rest ? { rest: choose(condition, a.rest ?? ABSENT, b.rest ?? ABSENT) } : {},
  );
}

/** One spelling for both languages: names of parameters and variables without their function, other casing folded. */
export function spelled(value: Value, depth = 0): string {
  if (depth > 12) return "…";
  switch (value.kind) {
    case "absent":
      return "null";
    case "literal":
      return JSON.stringify(value.value);
    case "symbol":
      if (value.operator && value.operands) {
        return `${value.operator.toLowerCase()}(${value.operands.map((one) => spelled(one, depth + 1)).join(", ")})`;
      }
      return bare(value.text);
    case "template":
      return `"${partsOf(value)
        .map((part) => (part.kind === "literal" ? String(part.value) : `\${${spelled(part, depth + 1)}}`))
        .join("")}"`;
    case "list":
      return `[${value.items.map((item) => spelled(item, depth + 1)).join(", ")}${value.rest ? `, ...${spelled(value.rest, depth + 1)}` : ""}]`;
    case "object": {
      const entries = [...value.entries].map(([key, entry]) => `${key}: ${spelled(entry, depth + 1)}`).sort();
      return `{${entries.join(", ")}${value.rest ? `, ...${spelled(value.rest, depth + 1)}` : ""}}`;
    }
    case "choice":
      return `(${spelled(value.condition, depth + 1)} ? ${spelled(value.then, depth + 1)} : ${spelled(value.otherwise, depth + 1)})`;
    case "resource":
      return `@${bare(value.resource.address)}`;
  }
}

function bare(text: string): string {
  return text.replace(/(?:parameters|variables)\('([^']+)'\)/g, "$1").toLowerCase();
}
