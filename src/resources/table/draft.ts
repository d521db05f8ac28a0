import type { Span } from "../../source/index.ts";
import { list, type ObjectValue, type Origin, object, type Value } from "../../value/index.ts";

/** A body, or a part of one, as it is written, and with what the provider fills in: one value where nothing is filled in. */
export interface Readings<V = Value> {
  readonly written: V;
  readonly filled: V;
}

type Reading = keyof Readings;

type Slot =
  | { readonly kind: "value"; readonly value: Value | undefined; readonly filled?: Value }
  /** `written`: the plain value in whose place something is filled in. */
  | { readonly kind: "object"; readonly draft: Draft; readonly written?: Value | undefined }
  | { readonly kind: "list"; readonly items: Readings[]; own?: Draft; rest?: Value; origin?: Origin };

/** What is said of items besides themselves. */
interface Appended {
  /** Present when there may be more of them. */
  readonly rest?: Value | undefined;
  /** Where they are written: the whole argument or block. */
  readonly range?: Span | undefined;
  /** Where the list comes from: of an empty one nothing else tells. */
  readonly origin?: Origin | undefined;
}

const NOTHING: Slot = { kind: "value", value: undefined };

/** An ARM body in both readings while it is being put together. Names compare without case; the first spelling stays. */
export class Draft {
  readonly #slots = new Map<string, { readonly name: string; readonly slot: Slot }>();
  readonly #ranges = new Map<string, Span>();
  /** Whether anything in it, at any depth of objects, is written, or filled in. */
  #isWritten = false;
  #isFilled = false;
  #written: ObjectValue | undefined;

  /** The value at a path, if one was put there (never a list that is still open). */
  at(path: readonly string[], reading: Reading): Value | undefined {
    let draft: Draft = this;
    for (const name of path.slice(0, -1)) {
      const slot = draft.#slots.get(fold(name))?.slot;
      if (slot?.kind !== "object") return undefined;
      draft = slot.draft;
    }
    const slot = draft.#slots.get(fold(path.at(-1)))?.slot;
    if (slot?.kind !== "value") return undefined;
    return reading === "filled" ? (slot.filled ?? slot.value) : slot.value;
  }

  /** Puts a value at a path. A list is added to what is in a list there already. */
  set(path: readonly string[], value: Value, range?: Span): void {
    const holder = this.#holder(path, "written");
    const name = path.at(-1) ?? "";
    const before = holder.#slots.get(fold(name));
    if (value.kind === "list" && before?.slot.kind === "list") {
      this.append(path, value.items.map(inBoth), { rest: value.rest, range });
      return;
    }
    const known = before?.name ?? name;
    holder.#slots.set(fold(name), { name: known, slot: { kind: "value", value } });
    if (range) holder.#ranges.set(known, range);
  }

  /** Puts a value at a path that nobody wrote. What is put together there from parts stays as it is. */
  fill(path: readonly string[], filled: Value): void {
    const holder = this.#holder(path, "filled");
    const name = path.at(-1) ?? "";
    const before = holder.#slots.get(fold(name)) ?? { name, slot: NOTHING };
    if (before.slot.kind !== "value") return;
    const slot: Slot = { ...before.slot, filled };
    holder.#slots.set(fold(name), { name: before.name, slot });
  }

  /** Says where a whole object is written. */
  mark(path: readonly string[], range: Span): void {
    const holder = this.#holder(path, "written");
    const name = holder.#nameOf(path.at(-1) ?? "");
    if (!holder.#ranges.has(name)) holder.#ranges.set(name, range);
  }

  /** Adds items to the list at a path. */
  append(path: readonly string[], items: readonly Readings[], { rest, range, origin }: Appended): void {
    const slot = this.#list(path);
    if (origin) slot.origin ??= origin;
    slot.items.push(...items);
    if (items.some(({ written, filled }) => written !== filled)) this.#holder(path, "filled");
    if (rest) slot.rest = rest;
    if (range) this.mark(path, range);
  }

  /** The one item that this table makes of scalar arguments in the list at a path. */
  own(path: readonly string[]): Draft {
    const slot = this.#list(path);
    slot.own ??= new Draft();
    return slot.own;
  }

  readings(origin?: Origin): Readings<ObjectValue> {
    const written = this.#toValue("written", origin);
    return { written, filled: this.#differs ? this.#toValue("filled", origin) : written };
  }

  get #differs(): boolean {
    if (this.#isFilled) return true;
    // What is filled in below an object is known above it; only a list's own item is a draft by itself.
    for (const { slot } of this.#slots.values()) {
      if (slot.kind === "object" && slot.draft.#differs) return true;
      if (slot.kind === "list" && (slot.own ? slot.own.#differs : false)) return true;
    }
    return false;
  }

  #toValue(reading: Reading, origin?: Origin): ObjectValue {
    const entries = new Map<string, Value>();
    for (const { name, slot } of this.#slots.values()) {
      const value = this.#finished(slot, reading);
      if (value) entries.set(name, value);
    }
    return object(entries, {
      ...(this.#ranges.size > 0 && { ranges: this.#ranges }),
      ...(origin && { origin }),
    });
  }

  #finished(slot: Slot, reading: Reading): Value | undefined {
    switch (slot.kind) {
      case "value":
        return reading === "filled" ? (slot.filled ?? slot.value) : slot.value;
      case "object":
        return (reading === "written" && slot.written) || slot.draft.#inside(reading);
      case "list": {
        const own = slot.own ? slot.own.#inside(reading) : undefined;
        const others = slot.items.map((item) => item[reading]);
        const items = own ? [own, ...others] : others;
        const origin = items.find((item) => item.origin)?.origin ?? slot.origin;
        return list(items, { ...(slot.rest && { rest: slot.rest }), ...(origin && { origin }) });
      }
    }
  }

  /** The value inside another draft; undefined where there is nothing in this reading. */
  #inside(reading: Reading): ObjectValue | undefined {
    if (reading === "filled" && this.#differs) return this.#toValue("filled");
    if (!this.#isWritten) return undefined;
    this.#written ??= this.#toValue("written");
    return this.#written;
  }

  #nameOf(name: string): string {
    return this.#slots.get(fold(name))?.name ?? name;
  }

  /** The draft that holds the last name of a path; a plain value on the way is replaced. */
  #holder(path: readonly string[], reading: Reading): Draft {
    let draft: Draft = this;
    draft.#touch(reading);
    for (const name of path.slice(0, -1)) {
      draft = draft.#objectAt(name, reading);
      draft.#touch(reading);
    }
    return draft;
  }

  #objectAt(name: string, reading: Reading): Draft {
    const key = fold(name);
    const before = this.#slots.get(key);
    const slot = before?.slot;
    const stays = slot?.kind === "object" && !(slot.written && reading === "written");
    if (stays) return slot.draft;
    const draft = slot?.kind === "object" ? slot.draft : new Draft();
    const written = slot?.kind === "value" && reading === "filled" ? slot.value : undefined;
    this.#slots.set(key, { name: before?.name ?? name, slot: { kind: "object", draft, written } });
    return draft;
  }

  #touch(reading: Reading): void {
    if (reading === "written") this.#isWritten = true;
    else this.#isFilled = true;
  }

  #list(path: readonly string[]): Slot & { kind: "list" } {
    const holder = this.#holder(path, "written");
    const name = path.at(-1) ?? "";
    const slot = holder.#slots.get(fold(name))?.slot;
    if (slot?.kind === "list") return slot;
    const before = slot?.kind === "value" && slot.value?.kind === "list" ? slot.value : undefined;
    const made: Slot & { kind: "list" } = {
      kind: "list",
      items: (before?.items ?? []).map(inBoth),
      ...(before?.rest && { rest: before.rest }),
    };
    holder.#slots.set(fold(name), { name: holder.#nameOf(name), slot: made });
    return made;
  }
}

/** What reads the same, written or filled in. */
export function inBoth<V>(value: V): Readings<V> {
  return { written: value, filled: value };
}

/** Both readings changed alike; what was one value stays one. */
export function inEach<V, W>({ written, filled }: Readings<V>, change: (value: V) => W): Readings<W> {
  const changed = change(written);
  return { written: changed, filled: filled === written ? changed : change(filled) };
}

function fold(name: string | undefined): string {
  return (name ?? "").toLowerCase();
}
