/** An index by a name that compares without case; made when it is first asked. */
export function indexed<T>(
  make: () => Iterable<readonly [name: string, entry: T]>,
): (name: string) => T | undefined {
  let index: Map<string, T> | undefined;
  return (name) => {
    index ??= new Map([...make()].map(([key, entry]) => [key.toLowerCase(), entry]));
    return index.get(name.toLowerCase());
  };
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
