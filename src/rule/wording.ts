import type { Resource } from "../model/index.ts";
import type { ReachPair } from "../network/index.ts";
import { describe, isString, type Value } from "../value/index.ts";

/** The address of a template's resource ends with its name as it is written, in brackets; the type before it the message tells anyway. */
const WRITTEN_NAME = /\/(\[[^\]]*\])$/;

/** What a resource is called in a message: its name where it is known and not empty, else as its author wrote it. In single quotes, or brackets. */
export function called(resource: Resource): string {
  const { name, address } = resource;
  if (isString(name) && !name.sensitive && name.value !== "") return `'${name.value}'`;
  return WRITTEN_NAME.exec(address)?.[1] ?? `'${address}'`;
}

/** A value as a message shows it: known text without quotes, anything else as it is written. */
export function shown(value: Value): string {
  return isString(value) && !value.sensitive ? value.value : describe(value, 1);
}

/** A name as a message or an address shows it: the texts in it without quotes, also where a part is not known. */
export function shownName(name: Value): string {
  const text = shown(name);
  return name.kind === "template" && !name.sensitive ? text.slice(1, -1) : text;
}

/** `a`, `a and b`, `a, b and c`; more than `most` are only counted. */
export function listed(texts: readonly string[], most = 6): string {
  if (texts.length > most) return `${texts.slice(0, most).join(", ")} and ${texts.length - most} more`;
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} and ${last}`;
}

/** Ways by which something is reached, or is not: `from the internet over the public path (blob, file)`. */
export function waysText(pairs: readonly ReachPair[]): string {
  const groups = new Map<string, string[]>();
  for (const { source, target, answer } of pairs) {
    const from = source.kind === "subnet" ? `subnet ${called(source.subnet.resource)}` : SOURCES[source.kind];
    const way = `from ${from}${answer.path ? ` over the ${answer.path.replace("-", " ")} path` : ""}`;
    const group = target.kind === "service" ? target.group : undefined;
    groups.set(way, [...(groups.get(way) ?? []), ...(group === undefined ? [] : [group])]);
  }
  return listed([...groups].map(([way, names]) => (names.length > 0 ? `${way} (${listed(names, 8)})` : way)));
}

const SOURCES = {
  internet: "the internet",
  "any-azure": "other tenants' resources",
  "trusted-services": "trusted Azure services",
  "on-premises": "on-premises",
} as const;
