import { appliedSymbol } from "./symbol.ts";
import { partsOf, scalarText } from "./template.ts";
import type { Value } from "./value.ts";

/** Longer texts are cut: a rendering names a value, it does not repeat it. */
const LONGEST_LITERAL = 240;
/** Items and entries beyond this are left out. */
const MOST_MEMBERS = 20;

/**
 * A short rendering of any value for messages and symbol texts, on one line and without control characters; never the
 * content of a sensitive one. `depth` is how many levels of lists, objects and choices are shown.
 */
export function describe(value: Value, depth = 2): string {
  if (value.sensitive) return "(sensitive)";
  switch (value.kind) {
    case "symbol":
      return value.text;
    case "absent":
      return "(not set)";
    case "literal":
      return typeof value.value === "string" ? `"${escaped(value.value)}"` : String(value.value);
    case "template": {
      const parts = partsOf(value).map((part) =>
        part.kind === "literal" ? escaped(scalarText(part)) : `\${${describe(part, depth)}}`,
      );
      return `"${parts.join("")}"`;
    }
    case "choice":
      if (depth === 0) return "(…)";
      return `${describe(value.condition, depth - 1)} ? ${describe(value.then, depth - 1)} : ${describe(value.otherwise, depth - 1)}`;
    case "resource":
      return value.resource.address;
    case "list":
      if (depth === 0) return value.items.length > 0 || value.rest ? "[…]" : "[]";
      return `[${enumerated(value.items, value.rest, (item) => describe(item, depth - 1))}]`;
    case "object":
      if (depth === 0) return value.entries.size > 0 || value.rest ? "{…}" : "{}";
      return `{${enumerated([...value.entries], value.rest, ([key, entry]) => `${nameText(key)} = ${describe(entry, depth - 1)}`)}}`;
  }
}

function enumerated<T>(members: readonly T[], rest: Value | undefined, text: (member: T) => string): string {
  const shown = members.slice(0, MOST_MEMBERS).map(text);
  return (rest || members.length > shown.length ? [...shown, "…"] : shown).join(", ");
}

function nameText(name: string): string {
  return /^[\w-]+$/.test(name) ? name : `"${escaped(name)}"`;
}

/** A text as it stands between quotation marks. */
function escaped(text: string): string {
  const shown = text.length <= LONGEST_LITERAL ? text : `${text.slice(0, LONGEST_LITERAL - 1)}…`;
  return JSON.stringify(shown).slice(1, -1);
}

/** A string function that could not be computed because its argument is symbolic. */
export function appliedString(name: string, operands: readonly Value[]): Value {
  return appliedSymbol(
    name,
    operands,
    `${name}(${operands.map((operand) => describe(operand)).join(", ")})`,
    {
      type: "string",
    },
  );
}
