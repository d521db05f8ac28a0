/** What the provider's documentation says of one resource. */
export interface DocumentedResource {
  readonly name: string;
  /** Arguments by their paths: blocks by their names with dots. A block that cannot be placed stands by itself. */
  readonly arguments: ReadonlySet<string>;
}

const TITLE = /^# (?:Resource|Azure Resource Manager)?:? ?`?(azurerm_\w+)`?/m;
const ARGUMENT = /^\* `([\w.]+)` - \((?:Required|Optional)/;
const BLOCK =
  /^(?:An?|The|Each|One or more) ((?:`\w+`(?:,? and |, | ))+)(?:blocks?|objects?) (?:support|export|contain|as |ha)/;

/** Reads a page of `website/docs/r`. Undefined when it describes no resource. */
export function readResourcePage(text: string): DocumentedResource | undefined {
  const name = TITLE.exec(text)?.[1];
  if (!name) return undefined;
  const start = text.search(/^## Arguments? Reference/m);
  if (start === -1) return undefined;
  const rest = text.slice(start);
  const end = rest.search(/^## Attributes? Reference/m);
  const blocks = new Map<string, Set<string>>([["", new Set()]]);
  let current: readonly string[] = [""];
  for (const line of rest.slice(0, end === -1 ? undefined : end).split("\n")) {
    const opened = line.length < 200 ? BLOCK.exec(line.trim())?.[1] : undefined;
    if (opened !== undefined) current = [...opened.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? "");
    const argument = ARGUMENT.exec(line)?.[1];
    if (!argument) continue;
    for (const block of current) {
      const known = blocks.get(block) ?? new Set();
      known.add(argument);
      blocks.set(block, known);
    }
  }
  return { name, arguments: placed(blocks) };
}

/** Puts every block where an argument of its name stands, as deep as that goes. */
function placed(blocks: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const paths = new Set<string>();
  const visit = (block: string, prefix: string, above: readonly string[]): void => {
    for (const argument of blocks.get(block) ?? []) {
      paths.add(prefix + argument);
      const opens = argument !== "" && blocks.has(argument) && !above.includes(argument);
      if (opens && above.length < 5) visit(argument, `${prefix}${argument}.`, [...above, argument]);
    }
  };
  visit("", "", []);
  return paths;
}
