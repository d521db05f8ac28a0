/** An index by a name that compares without case; made when it is first asked. */
export function indexed<T>(
  make: () => Iterable<readonly [name: string, entry: T]>,
): (name: string) => T | undefined {
  let index: Map<string, T> | undefined;
  return (name) => {
    index ??= bothSpellings(make());
    // Most come in their official spelling, and folding costs more than looking twice.
    return index.get(name) ?? index.get(name.toLowerCase());
  };
}

/** By name without case and as it is spelt. Of names that differ in case only the last one counts. */
function bothSpellings<T>(entries: Iterable<readonly [name: string, entry: T]>): Map<string, T> {
  const index = new Map<string, T>();
  const names: string[] = [];
  for (const [name, entry] of entries) {
    index.set(name.toLowerCase(), entry);
    names.push(name);
  }
  for (const name of names) {
    const entry = index.get(name.toLowerCase());
    if (entry !== undefined) index.set(name, entry);
  }
  return index;
}

/** What never changes, made when it is first asked for. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** How sure a fact is: read in the document that `ref` names, or general knowledge. */
export type Confidence = "verified" | "known";

/** Documents by the short names that entries use as `ref`. */
export type Sources = Readonly<Record<string, string>>;
