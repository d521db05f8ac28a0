import type { Span } from "../../source/index.ts";
import { list, type ObjectValue, type Origin, object, type Value } from "../../value/index.ts";

type Slot =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "object"; readonly draft: Draft }
  | { readonly kind: "list"; readonly items: Value[]; own?: Draft; rest?: Value };

/** An ARM body while it is being put together. Names compare without case; the first spelling stays. */
export class Draft {
  readonly #slots = new Map<string, { readonly name: string; slot: Slot }>();
  readonly #ranges = new Map<string, Span>();

  /** The value at a path, if one was put there (never a list that is still open). */
  at(path: readonly string[]): Value | undefined {
    const [name, ...rest] = path;
    const slot = this.#slots.get(fold(name))?.slot;
    if (slot?.kind === "object" && rest.length > 0) return slot.draft.at(rest);
    return slot?.kind === "value" && rest.length === 0 ? slot.value : undefined;
  }

  /** Puts a value at a path. A list is added to what is in a list there already. */
  set(path: readonly string[], value: Value, range?: Span): void {
    const holder = this.#holder(path);
    const name = path.at(-1) ?? "";
    if (value.kind === "list" && holder.#slots.get(fold(name))?.slot.kind === "list") {
      this.append(path, value.items, value.rest, range);
      return;
    }
    holder.#slots.set(fold(name), { name: holder.#nameOf(name), slot: { kind: "value", value } });
    if (range) holder.#ranges.set(holder.#nameOf(name), range);
  }

  /** Says where a whole object is written. */
  mark(path: readonly string[], range: Span): void {
    const holder = this.#holder(path);
    const name = holder.#nameOf(path.at(-1) ?? "");
    if (!holder.#ranges.has(name)) holder.#ranges.set(name, range);
  }

  /** Adds items to the list at a path; `rest` when there may be more. */
  append(path: readonly string[], items: readonly Value[], rest?: Value, range?: Span): void {
    const slot = this.#list(path);
    slot.items.push(...items);
    if (rest) slot.rest = rest;
    if (range) this.mark(path, range);
  }

  /** The one item that this table makes of scalar arguments in the list at a path. */
  own(path: readonly string[]): Draft {
    const slot = this.#list(path);
    slot.own ??= new Draft();
    return slot.own;
  }

  get isEmpty(): boolean {
    return this.#slots.size === 0;
  }

  toValue(origin?: Origin): ObjectValue {
    const entries = new Map<string, Value>();
    for (const { name, slot } of this.#slots.values()) entries.set(name, finished(slot));
    return object(entries, {
      ...(this.#ranges.size > 0 && { ranges: this.#ranges }),
      ...(origin && { origin }),
    });
  }

  #nameOf(name: string): string {
    return this.#slots.get(fold(name))?.name ?? name;
  }

  /** The draft that holds the last name of a path; a plain value on the way is replaced. */
  #holder(path: readonly string[]): Draft {
    let draft: Draft = this;
    for (const name of path.slice(0, -1)) {
      const slot = draft.#slots.get(fold(name))?.slot;
      if (slot?.kind === "object") draft = slot.draft;
      else {
        const inner = new Draft();
        draft.#slots.set(fold(name), { name: draft.#nameOf(name), slot: { kind: "object", draft: inner } });
        draft = inner;
      }
    }
    return draft;
  }

  #list(path: readonly string[]): Slot & { kind: "list" } {
    const holder = this.#holder(path);
    const name = path.at(-1) ?? "";
    const slot = holder.#slots.get(fold(name))?.slot;
    if (slot?.kind === "list") return slot;
    const before = slot?.kind === "value" && slot.value.kind === "list" ? slot.value : undefined;
    const made: Slot & { kind: "list" } = {
      kind: "list",
      items: [...(before?.items ?? [])],
      ...(before?.rest && { rest: before.rest }),
    };
    holder.#slots.set(fold(name), { name: holder.#nameOf(name), slot: made });
    return made;
  }
}

function finished(slot: Slot): Value {
  switch (slot.kind) {
    case "value":
      return slot.value;
    case "object":
      return slot.draft.toValue();
    case "list": {
      const items = slot.own && !slot.own.isEmpty ? [slot.own.toValue(), ...slot.items] : slot.items;
      const origin = items.find((item) => item.origin)?.origin;
      return list(items, { ...(slot.rest && { rest: slot.rest }), ...(origin && { origin }) });
    }
  }
}

function fold(name: string | undefined): string {
  return (name ?? "").toLowerCase();
}
