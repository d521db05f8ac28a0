import { concatenate, isString, literal, namedSymbol, type Value } from "../../../value/index.ts";

const PLACEHOLDER = /\$\{([A-Za-z_]\w*)(?:=[^}]*)?\}/g;

/** `${AZURE_LOCATION}` in a JSON parameter file is filled in by the Azure Developer CLI: nobody knows it before that. */
export function openPlaceholders(value: Value): Value {
  switch (value.kind) {
    case "literal":
      return isString(value) && value.value.includes("${") ? opened(value) : value;
    case "list":
      return { ...value, items: value.items.map(openPlaceholders) };
    case "object":
      return {
        ...value,
        entries: new Map([...value.entries].map(([name, entry]) => [name, openPlaceholders(entry)])),
      };
    default:
      return value;
  }
}

function opened(text: Value & { readonly kind: "literal"; readonly value: string }): Value {
  const parts: Value[] = [];
  let from = 0;
  for (const found of text.value.matchAll(PLACEHOLDER)) {
    parts.push(literal(text.value.slice(from, found.index)), namedSymbol("input", "", found[1] ?? ""));
    from = found.index + found[0].length;
  }
  if (from === 0) return text;
  const whole = concatenate([...parts, literal(text.value.slice(from))]);
  return text.origin ? { ...whole, origin: text.origin } : whole;
}
