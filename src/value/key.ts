import { createHash } from "node:crypto";
import type { Template, Value } from "./value.ts";

/** Longer keys are replaced by a digest, so that expressions that share parts do not grow without bound. */
const LONGEST_KEY = 600;

/**
 * Keys of composed values, which never change: values share parts, and what is shared must not be read once for
 * each way that leads to it. Nobody can see this memory but by the time it saves.
 */
const KEYS = {
  template: new WeakMap<object, string>(),
  list: new WeakMap<object, string>(),
  object: new WeakMap<object, string>(),
  choice: new WeakMap<object, string>(),
} as const;

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
    default:
      return KEYS[value.kind].get(identityOf(value)) ?? composed(value);
  }
}

/** What the key is remembered by: copies of a value that differ in where they come from share what they are made of. */
function identityOf(value: Composed): object {
  switch (value.kind) {
    case "template":
      return value.parts;
    case "list":
      return value.rest ? value : value.items;
    case "object":
      return value.rest ? value : value.entries;
    case "choice":
      return value;
  }
}

type Composed = Value & { kind: "template" | "list" | "object" | "choice" };

/** Computes keys from the innermost value outwards: how deep values are nested is up to a stranger, the stack is not. */
function composed(value: Composed): string {
  const open: Composed[] = [value];
  for (let next = open.at(-1); next; next = open.at(-1)) {
    const before = open.length;
    for (const part of partsIn(next)) {
      const simple =
        part.kind === "absent" ||
        part.kind === "literal" ||
        part.kind === "symbol" ||
        part.kind === "resource";
      if (!simple && !KEYS[part.kind].has(identityOf(part))) open.push(part);
    }
    if (open.length > before) continue;
    open.pop();
    KEYS[next.kind].set(identityOf(next), bounded(composedKey(next)));
  }
  return KEYS[value.kind].get(identityOf(value)) ?? "";
}

function partsIn(value: Composed): Iterable<Value> {
  switch (value.kind) {
    case "template":
      return value.parts;
    case "list":
      return value.rest ? [...value.items, value.rest] : value.items;
    case "object":
      return value.rest ? [...value.entries.values(), value.rest] : value.entries.values();
    case "choice":
      return [value.condition, value.then, value.otherwise];
  }
}

/** The key of a value whose parts have theirs. */
function composedKey(value: Composed): string {
  switch (value.kind) {
    case "template": {
      const keys = templateKeys(value);
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
function templateKeys(template: Template): readonly string[] {
  const keys: string[] = [];
  let text = "";
  for (const part of leavesOf(template)) {
    if (part.kind === "literal") text += part.value === null ? "" : String(part.value);
    else if (part.kind !== "absent") {
      if (text !== "") keys.push(JSON.stringify(text));
      text = "";
      keys.push(keyOf(part));
    }
  }
  if (text !== "") keys.push(JSON.stringify(text));
  return keys;
}

/** The parts of a string down to the last one, in their order. */
export function leavesOf(value: Value): readonly Value[] {
  const leaves: Value[] = [];
  const open: Value[] = [value];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === "template") open.push(...next.parts.toReversed());
    else leaves.push(next);
  }
  return leaves;
}

/** Keeps keys short without giving up identity: 132 bits of a digest stand for what is too long. */
export function bounded(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  return `#${createHash("sha256").update(key).digest("base64url").slice(0, 22)}`;
}
