import {
  appliedSymbol,
  describe,
  isString,
  list,
  literal,
  object,
  type Value,
} from "../../../value/index.ts";
import type { TemplateFunction } from "./index.ts";
import { isValue, ofValues, problem } from "./operand.ts";

export const OBJECT_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  createObject: (operands) => {
    const values = operands.filter(isValue);
    const entries = new Map<string, Value>();
    let rest: Value | undefined;
    for (let at = 0; at + 1 < values.length; at += 2) {
      const key = values[at];
      const value = values[at + 1];
      if (!key || !value) return undefined;
      if (isString(key)) entries.set(key.value, value);
      else if (key.kind === "literal") return problem("Names of an object are strings.");
      else rest ??= appliedSymbol("object", [key, value], `{ ${describe(key)}: … }`);
    }
    return object(entries, rest ? { rest } : {});
  },
  objectKeys: ofValues(([value]) => {
    if (value?.kind !== "object" || value.rest) return undefined;
    return list([...value.entries.keys()].sort(byName).map((key) => literal(key)));
  }),
  items: ofValues(([value]) => {
    if (value?.kind !== "object") return undefined;
    const names = [...value.entries.keys()].sort(byName);
    const items = names.map((key) =>
      object({ key: literal(key), value: value.entries.get(key) ?? literal(null) }),
    );
    return list(items, value.rest ? { rest: value.rest } : {});
  }),
};

function byName(a: string, b: string): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left < right ? -1 : left > right ? 1 : 0;
}
