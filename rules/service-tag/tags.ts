import {
  isString,
  type Members,
  type Network,
  parseServiceTag,
  type SecurityRule,
  type Spot,
  type Value,
} from "isolint";

/** A tag as a rule writes it. */
export interface WrittenTag {
  readonly value: Value;
  readonly text: string;
  readonly tag: NonNullable<ReturnType<typeof parseServiceTag>>;
  readonly side: "source" | "destination";
  readonly spot: Spot;
}

/** Several rules ask the same of each rule of a group. */
const written = new WeakMap<SecurityRule, readonly WrittenTag[]>();

/** Tags that a rule names, addresses and `*` left out. */
export function tagsOf(rule: SecurityRule): readonly WrittenTag[] {
  const known = written.get(rule);
  if (known) return known;
  const tags = [...side(rule, "source"), ...side(rule, "destination")];
  written.set(rule, tags);
  return tags;
}

function side(rule: SecurityRule, which: "source" | "destination"): readonly WrittenTag[] {
  const part = which === "source" ? "sources" : "destinations";
  return rule[part].flatMap((value) => {
    const tag = isString(value) ? parseServiceTag(value.value) : undefined;
    return isString(value) && tag && !/^any$/i.test(value.value)
      ? [{ value, text: value.value, tag, side: which, spot: rule.spotOf(part) }]
      : [];
  });
}

/** Every rule of every group of the stack. */
export function rulesOf({ nsgs }: Network): readonly SecurityRule[] {
  return nsgs.flatMap(({ rules }: { readonly rules: Members<SecurityRule> }) => [...rules]);
}
