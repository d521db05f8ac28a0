/** Headings that every page has, in this order. */
export const PAGE_SECTIONS = ["What it finds", "Why it matters", "How to fix", "What it cannot see"] as const;

/** Languages in which every rule shows a failing and a passing example, by the name of their code blocks. */
export const PAGE_LANGUAGES = ["terraform", "json", "bicep"] as const;

export type ExampleLanguage = "terraform" | "json" | "bicep";
export type ExampleVerdict = "bad" | "good" | "unknown";

/** One example: a code block marked with what the rule says of it. */
export interface PageExample {
  readonly language: ExampleLanguage;
  readonly verdict: ExampleVerdict;
  /** The preset it runs under: `preset=strict` after the mark. */
  readonly preset: string | undefined;
  /** Whether the rule has to judge something: false where `not-judged` stands after the mark of a good example. */
  readonly judged: boolean;
  /** Texts by path. A line `# file: path` (or `// file: path`) starts another file. */
  readonly files: Readonly<Record<string, string>>;
  /** Text of the configuration block (`yaml config`) before it. */
  readonly config: string | undefined;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** The lines between the fences of its output block, from 1, the end exclusive; undefined when there is none yet. */
  readonly output: { readonly text: string; readonly first: number; readonly end: number } | undefined;
  /** Line after the closing fence of the example. */
  readonly end: number;
}

export interface RulePage {
  readonly title: string;
  /** Headings of the second level. */
  readonly sections: readonly string[];
  readonly examples: readonly PageExample[];
  /** `<!-- no bicep: reason -->`: what the page leaves out, and why. */
  readonly exceptions: ReadonlyMap<string, string>;
}

const MAIN_FILE: Readonly<Record<ExampleLanguage, string>> = {
  terraform: "main.tf",
  json: "main.json",
  bicep: "main.bicep",
};
const FENCE = /^(`{3,})\s*(\S*)\s*(.*)$/;
const EXCEPTION = /^<!-- no ([\w-]+): (.+) -->$/;
const FILE_MARK = /^(?:#|\/\/)\s*file:\s*(\S+)\s*$/;

/** Reads a rule's page. Blocks without a mark are prose. */
export function parsePage(text: string): RulePage {
  const lines = text.split("\n");
  const sections: string[] = [];
  const examples: PageExample[] = [];
  const exceptions = new Map<string, string>();
  let title = "";
  let config: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const fence = FENCE.exec(line);
    if (!fence) {
      if (line.startsWith("# ")) title = line.slice(2).trim();
      if (line.startsWith("## ")) sections.push(line.slice(3).trim());
      const exception = EXCEPTION.exec(line);
      if (exception?.[1] && exception[2]) exceptions.set(exception[1], exception[2]);
      continue;
    }
    const [, ticks = "```", language = "", attributes = ""] = fence;
    const end = closing(lines, at, ticks);
    const body = lines.slice(at + 1, end).join("\n");
    const [mark = "", ...rest] = attributes.split(/\s+/);
    if (language === "yaml" && mark === "config") config = `${body}\n`;
    const last = examples.at(-1);
    if (language === "text" && mark === "output" && last && last.output === undefined) {
      examples[examples.length - 1] = { ...last, output: { text: body, first: at + 2, end: end + 1 } };
    }
    if (isLanguage(language) && isVerdict(mark)) {
      const preset = rest.find((one) => one.startsWith("preset="))?.slice("preset=".length);
      const files = splitFiles(body, MAIN_FILE[language]);
      const judged = !rest.includes("not-judged");
      examples.push({
        language,
        verdict: mark,
        preset,
        judged,
        files,
        config,
        line: at + 1,
        output: undefined,
        end: end + 2,
      });
      config = undefined;
    }
    at = end;
  }
  return { title, sections, examples, exceptions };
}

function closing(lines: readonly string[], open: number, ticks: string): number {
  for (let at = open + 1; at < lines.length; at++) if (lines[at]?.trimEnd() === ticks) return at;
  return lines.length;
}

function splitFiles(body: string, main: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  let name = main;
  for (const line of body.split("\n")) {
    const mark = FILE_MARK.exec(line);
    if (mark?.[1]) name = mark[1];
    else files[name] = `${files[name] ?? ""}${line}\n`;
  }
  return files;
}

function isLanguage(text: string): text is ExampleLanguage {
  return Object.hasOwn(MAIN_FILE, text);
}

function isVerdict(text: string): text is ExampleVerdict {
  return text === "bad" || text === "good" || text === "unknown";
}
