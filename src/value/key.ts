import { createHash } from "node:crypto";
import type { Value } from "./value.ts";

/** Longer keys are replaced by a digest, so that expressions that share parts do not grow without bound. */
const LONGEST_KEY = 240;

/**
 * Keys of composed values, which never change: values share parts, and what is shared must not be read once for
 * each way that leads to it. Nobody can see this memory but by the time it saves.
 */
const KEYS = new WeakMap<Value, string>();

/**
 * The structural identity of a value: equal keys mean the same value in the same scope, whether or not
 * anyone knows it. Origins play no part. Literals of different types differ (`1` is not `"1"`); how a string was
 * concatenated, and items and entries that are absent, make no difference.
 */
export function keyOf(value: Value): string {
  switch (value.kind) {
    case "absent":
      return "-";
    case "literal":
      return typeof value.value === "string" ? bounded(JSON.stringify(value.value)) : String(value.value);
    case "symbol":
      return value.key;
    case "resource":
      return bounded(`@${value.resource.address}`);
    default: {
      const known = KEYS.get(value);
      if (known !== undefined) return known;
      const key = bounded(composedKey(value));
      KEYS.set(value, key);
      return key;
    }
  }
}

function composedKey(value: Value & { kind: "template" | "list" | "object" | "choice" }): string {
  switch (value.kind) {
    case "template": {
      const keys = templateKeys(value.parts);
      return keys.length > 1 ? `t(${joined(keys)})` : (keys[0] ?? '""');
    }
    case "list": {
      const items = value.items.filter((item) => item.kind !== "absent").map(keyOf);
      return `[${joined(items)}${value.rest ? `...${keyOf(value.rest)}` : ""}]`;
    }
    case "object": {
      const entries: string[] = [];
      for (const [key, entry] of value.entries) {
        if (entry.kind !== "absent") entries.push(`${JSON.stringify(key)}:${keyOf(entry)}`);
      }
      return `{${joined(entries.sort())}${value.rest ? `...${keyOf(value.rest)}` : ""}}`;
    }
    case "choice":
      return `?(${joined([value.condition, value.then, value.otherwise].map(keyOf))})`;
  }
}

/** Keys after each other, with their lengths: symbols are named by strangers, and no name may look like two keys. */
export function joined(keys: readonly string[]): string {
  return keys.map((key) => `${key.length}'${key}`).join("");
}

/** Keys of a template's parts with nested templates opened and neighbouring texts joined: one form per string. */
function templateKeys(parts: readonly Value[]): readonly string[] {
  const keys: string[] = [];
  let text = "";
  const visit = (part: Value): void => {
    if (part.kind === "template") part.parts.forEach(visit);
    else if (part.kind === "literal") text += part.value === null ? "" : String(part.value);
    else if (part.kind !== "absent") {
      if (text !== "") keys.push(JSON.stringify(text));
      text = "";
      keys.push(keyOf(part));
    }
  };
  parts.forEach(visit);
  if (text !== "") keys.push(JSON.stringify(text));
  return keys;
}

/** Keeps keys short without giving up identity: 132 bits of a digest stand for what is too long. */
export function bounded(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  return `#${createHash("sha256").update(key).digest("base64url").slice(0, 22)}`;
}
