import { forTerminal } from "./terminal.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text inside HTML or XML, in elements and in quoted attributes; characters that XML cannot hold become visible. */
export function forMarkup(text: string): string {
  const legal = text
    .split("\n")
    .map(forTerminal)
    .join("\n")
    .replace(UNPAIRED, "\ufffd")
    .replace(/[\ufffe\uffff]/g, "\ufffd");
  return legal.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Halves of a surrogate pair without the other half. */
const UNPAIRED = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text inside Markdown: nothing in it is markup, a mention, a link or a table border. */
export function forMarkdown(text: string): string {
  return forTerminal(text)
    .replace(/[\\`*_{}[\]()#+!|~<>&]/g, (character) =>
      character === "<"
        ? "&lt;"
        : character === ">"
          ? "&gt;"
          : character === "&"
            ? "&amp;"
            : `\\${character}`,
    )
    .replaceAll("@", "&#64;")
    .replace(/\b(https?|ftp):\/\//gi, "$1&#58;//")
    .replace(/\bwww\./gi, "www&#46;");
}

/** Text as inline code in Markdown, whatever backticks it has. */
export function codeInMarkdown(text: string): string {
  const clean = forTerminal(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return clean === "" ? "" : `${fence}${pad}${clean}${pad}${fence}`;
}
