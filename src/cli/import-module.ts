/** The bundle is a script, whose own `import()` Node does not always resolve: bin/load.cjs hands one in. */
declare const ISOLINT_IMPORT: ((specifier: string) => Promise<unknown>) | undefined;

/** Imports a module that only a run knows, by its URL; rejects when it cannot be loaded. */
export function importModule(url: string): Promise<unknown> {
  return typeof ISOLINT_IMPORT === "function" ? ISOLINT_IMPORT(url) : import(url);
}
