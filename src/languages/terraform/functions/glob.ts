import { RE2JS } from "re2js";

/** A pattern for paths, compiled. */
export interface Glob {
  test(path: string): boolean;
}

/**
 * Compiles a pattern as `fileset` has them: `*` and `?` within a name, `**` across folders, `[abc]`, `[^a-z]`, `{a,b}` and `\`
 * before what stands for itself. Undefined when it is not well-formed.
 */
export function compileGlob(pattern: string): Glob | undefined {
  const source = translate(pattern.replace(/^(?:\.\/)+/, ""));
  if (source === undefined) return undefined;
  try {
    const compiled = RE2JS.compile(`(?s)^(?:${source})$`);
    return { test: (path) => compiled.matcher(path).find() };
  } catch {
    return undefined;
  }
}

/** What one construct of a pattern is in a regular expression, with how many characters it takes. */
type Translated = readonly [source: string, length: number];

function translate(pattern: string): string | undefined {
  let result = "";
  let depth = 0;
  for (let at = 0; at < pattern.length; ) {
    const character = pattern[at] as string;
    const piece =
      wildcardAt(pattern, at) ?? bracesAt(character, depth) ?? ([RE2JS.quote(character), 1] as const);
    if (character === "{") depth++;
    if (character === "}" && depth > 0) depth--;
    if (piece[1] === 0) return undefined;
    result += piece[0];
    at += piece[1];
  }
  return depth === 0 ? result : undefined;
}

/** Of length 0 when it is not well-formed. */
function wildcardAt(pattern: string, at: number): Translated | undefined {
  const starts = at === 0 || pattern[at - 1] === "/";
  switch (pattern[at]) {
    case "\\":
      return [RE2JS.quote(pattern[at + 1] ?? ""), 2];
    case "?":
      return ["[^/]", 1];
    case "[":
      return classAt(pattern, at);
    case "*":
      if (starts && pattern.startsWith("**/", at)) return ["(?:[^/]+/)*", 3];
      if (pattern.startsWith("**", at)) return [starts ? ".*" : "[^/]*", 2];
      return ["[^/]*", 1];
    default:
      return undefined;
  }
}

function classAt(pattern: string, at: number): Translated {
  const end = pattern.indexOf("]", at + 2);
  if (end === -1) return ["", 0];
  const inside = pattern.slice(at + 1, end);
  return [`[${/^[!^]/.test(inside) ? `^${inside.slice(1)}` : inside}]`, end + 1 - at];
}

function bracesAt(character: string, depth: number): Translated | undefined {
  if (character === "{") return ["(?:", 1];
  if (depth > 0 && character === "}") return [")", 1];
  return depth > 0 && character === "," ? ["|", 1] : undefined;
}
