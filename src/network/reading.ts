import type { Graph, Resource } from "../model/index.ts";
import {
  all,
  decided,
  describe,
  follow,
  is,
  isBoolean,
  isOneOfMany,
  isString,
  isUnset,
  itemsOf,
  judge,
  no,
  type Truth,
  truthOf,
  unknown,
  type Value,
  yes,
} from "../value/index.ts";
import { type Member, Members, type Reference } from "./members.ts";

/** A flag of a resource; `missing` is its documented value where nothing is set. */
export function flag(resource: Resource, path: string, missing: boolean): Truth {
  return flagOf(resource.get(path), missing);
}

export function flagOf(value: Value, missing: boolean): Truth {
  return judge(value, (leaf) => {
    if (isUnset(leaf)) return decided(missing, { value: leaf });
    if (isBoolean(leaf)) return decided(leaf.value, { value: leaf });
    if (isString(leaf) && /^(true|enabled)$/i.test(leaf.value)) return decided(true, { value: leaf });
    if (isString(leaf) && /^(false|disabled)$/i.test(leaf.value)) return decided(false, { value: leaf });
    // A text that is not known is on where it says so: as a condition of its own it would be nothing but true or false.
    return leaf.kind === "symbol" && leaf.type === "string" && !leaf.domain
      ? is(leaf, "Enabled")
      : truthOf(leaf);
  });
}

/** Whether a value is one that nobody wrote and that the service or another declaration makes up. */
function isComputed(value: Value): boolean {
  return value.kind === "symbol" && value.reason === "computed" && !value.via;
}

/** Whether anything is set, as far as anybody can tell. */
export function isGiven(value: Value): Truth {
  if (value.kind !== "choice" && value.kind !== "symbol") return decided(!isUnset(value), { value });
  return judge(value, (leaf) => {
    if (isComputed(leaf) || (leaf.kind === "symbol" && isOneOfMany(leaf)))
      return unknown(`whether ${describe(leaf)} is set`, leaf.origin?.span);
    return decided(!isUnset(leaf), { value: leaf });
  });
}

/** Above this many resources that may be meant, none of them is named. */
const MOST_CANDIDATES = 16;

/** Follows an id: `view` turns what it leads to into what is asked for, undefined when that is of another kind. */
export function follows<V>(
  graph: Graph,
  value: Value,
  type: string | undefined,
  view: (resource: Resource) => V | undefined,
): Reference<V> {
  const isSet = isGiven(value);
  if (isUnset(value)) return { value, isSet, to: Members.none };
  // Nearly every id is known, and leads to one resource.
  const only = value.kind === "choice" ? undefined : graph.target(value, type);
  if (only?.kind === "resource") return { value, isSet, to: seenAs(only.resource, view) };
  const seen: Member<V>[] = [];
  let more: Truth = no();
  for (const { target, holds } of graph.targetsOf(value, type)) {
    if (target.kind === "resource") {
      const is = view(target.resource);
      if (is !== undefined) seen.push({ is, holds: all(holds, target.resource.exists) });
    } else if (target.kind === "unknown") {
      const doubt = unknown(`which resource ${idText(target.value)}`, target.value.origin?.span);
      const { candidates = [] } = target;
      for (const candidate of candidates.length > MOST_CANDIDATES ? [] : candidates) {
        const is = view(candidate);
        if (is !== undefined) seen.push({ is, holds: all(holds, doubt) });
      }
      more = more.kind === "unknown" ? more : all(holds, doubt);
    }
  }
  return { value, isSet, to: new Members(seen, more) };
}

function seenAs<V>(resource: Resource, view: (resource: Resource) => V | undefined): Members<V> {
  const is = view(resource);
  return is === undefined ? Members.none : new Members([{ is, holds: resource.exists }]);
}

function idText(id: Value): string {
  return isString(id) && id.value.trim() === "" ? "an empty id stands for" : `${describe(id)} is`;
}

/** The items of a list property with the condition of each; `rest` says that there may be more. */
export function listAt(
  resource: Resource,
  path: string,
): { readonly items: readonly Item[]; readonly more: Truth } {
  const list = resource.get(path);
  if (isComputed(list))
    return { items: [], more: unknown(`what ${describe(list)} holds`, list.origin?.span) };
  const { items, rest } = itemsOf(list);
  return {
    items: items.map((value, at) => ({ value, path: `${path}[${at}]` })),
    more: rest ? unknown(`what else ${describe(rest)} holds`, rest.origin?.span) : no(),
  };
}

/** Whether a list may hold more than can be seen of it; `what` names what it holds. */
export function unlisted(resource: Resource, path: string, what: string): Truth {
  const list = resource.get(path);
  const open = list.kind === "symbol" || itemsOf(list).rest !== undefined;
  return open ? unknown(`which ${what} the list holds`, list.origin?.span ?? resource.span) : no();
}

/** One item of a list, with its own path. */
export interface Item {
  readonly value: Value;
  readonly path: string;
}

/** Truth of an item being there: conditional items are choices with an absent arm. */
export function isThere(value: Value): Truth {
  return judge(value, (leaf) => decided(leaf.kind !== "absent"));
}

/** A value somewhere below a path with lists in it. */
export interface Found {
  readonly value: Value;
  /** The path with positions in place of `[]`. */
  readonly path: string;
  /** Whether the items on the way are there. */
  readonly holds: Truth;
}

/** Every value that a path with `[]` in it leads to; unset ones are left out. */
export function valuesAt(resource: Resource, path: string): readonly Found[] {
  const [head = "", ...tail] = path.split("[]");
  const first: Found = { value: resource.get(head), path: head, holds: yes() };
  return descend(first, tail).filter(({ value }) => !isUnset(value));
}

function descend(found: Found, rest: readonly string[]): readonly Found[] {
  const [next, ...further] = rest;
  if (next === undefined) return [found];
  const { items, rest: more } = itemsOf(found.value);
  const inner = items.map((value, at) => ({
    value,
    path: `${found.path}[${at}]`,
    holds: all(found.holds, isThere(value)),
  }));
  if (more)
    inner.push({
      value: more,
      path: found.path,
      holds: unknown(`what else ${describe(more)} holds`, more.origin?.span),
    });
  return inner.flatMap((item) => {
    const below = next.replace(/^\./, "");
    const value = below === "" ? item.value : follow(item.value, below);
    return descend(
      { value, path: below === "" ? item.path : `${item.path}.${below}`, holds: item.holds },
      further,
    );
  });
}
