import { isLetter } from "./scanner.ts";

/** Words that begin a declaration, in files of both kinds. */
const DECLARATION_KEYWORDS: ReadonlySet<string> = new Set([
  "targetScope",
  "metadata",
  "type",
  "param",
  "var",
  "func",
  "resource",
  "output",
  "module",
  "test",
  "import",
  "provider",
  "extension",
  "extensionConfig",
  "assert",
  "using",
  "extends",
]);

/**
 * Whether a declaration begins at an offset: a decorator, or a keyword that is followed by what follows keywords (a name, a string, `=`, `{` or
 * `*`). A property or argument of the same name (`type: 'x'`) is none.
 */
export function beginsDeclaration(text: string, offset: number): boolean {
  const first = text.charCodeAt(offset);
  if (first === 64) return true;
  if (!isLetter(first)) return false;
  const word = /^\w+/.exec(text.slice(offset, offset + 20))?.[0] ?? "";
  return (
    DECLARATION_KEYWORDS.has(word) &&
    /^\s*[\w'{*=@]/.test(text.slice(offset + word.length, offset + word.length + 8))
  );
}
