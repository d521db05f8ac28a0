import type { Value } from "../../../value/index.ts";
import { compareTexts, textOfNumber } from "../types/index.ts";

/**
 * A wholly known value as JSON the way Terraform writes it: names in order, nothing in between, and `<`, `>`, `&` escaped as for
 * HTML. Undefined when a number has more digits than are known here.
 */
export function jsonText(value: Value): string | undefined {
  switch (value.kind) {
    case "absent":
      return "null";
    case "literal":
      if (typeof value.value === "number") return textOfNumber(value.value);
      return typeof value.value === "string" ? jsonString(value.value) : String(value.value);
    case "list": {
      const items = value.items.filter((item) => item.kind !== "absent").map(jsonText);
      return items.includes(undefined) ? undefined : `[${items.join(",")}]`;
    }
    case "object": {
      const members: string[] = [];
      for (const name of [...value.entries.keys()].sort(compareTexts)) {
        const entry = value.entries.get(name);
        if (!entry || entry.kind === "absent") continue;
        const text = jsonText(entry);
        if (text === undefined) return undefined;
        members.push(`${jsonString(name)}:${text}`);
      }
      return `{${members.join(",")}}`;
    }
    default:
      return undefined;
  }
}

function jsonString(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
