import { type LintRequest, lint } from "../lint/index.ts";
import { findingsText } from "../reporters/index.ts";
import type { Preset, Report, Rule, RuleMeta } from "../rule/index.ts";
import { MemoryReader } from "../source/index.ts";
import { PAGE_LANGUAGES, PAGE_SECTIONS, type PageExample, parsePage, type RulePage } from "./parse.ts";

/** Something on a page that is not as it says. */
export interface PageMistake {
  /** Line of the page, from 1. */
  readonly line: number;
  readonly message: string;
}

/** Columns of the output blocks. */
const WIDTH = 88;

type PageRule = Pick<RuleMeta, "levels"> & { readonly id: string };

/** Runs every example of a rule's page through the engine, and checks that the page is whole. No mistakes means that it holds. */
export async function runPage(
  rule: PageRule,
  text: string,
  rules: readonly Rule[],
): Promise<readonly PageMistake[]> {
  const page = parsePage(text);
  const mistakes: PageMistake[] = [...shapeMistakes(rule, page)];
  for (const example of page.examples) {
    const report = await runExample(rule, example, rules);
    mistakes.push(...verdictMistakes(example, report));
    const expected = outputOf(example, report);
    if (example.output?.text !== expected) {
      mistakes.push({ line: example.line, message: "The output block is out of date: run `npm run sync`." });
    }
  }
  return mistakes;
}

/** The page with every output block as the engine gives it now. */
export async function withOutputs(rule: PageRule, text: string, rules: readonly Rule[]): Promise<string> {
  const lines = text.split("\n");
  for (const example of parsePage(text).examples.toReversed()) {
    const output = outputOf(example, await runExample(rule, example, rules));
    if (example.output && output !== undefined) {
      lines.splice(
        example.output.first - 1,
        example.output.end - example.output.first,
        ...output.split("\n"),
      );
    } else if (example.output)
      lines.splice(example.output.first - 2, example.output.end - example.output.first + 2);
    else if (output !== undefined)
      lines.splice(example.end - 1, 0, "", "```text output", ...output.split("\n"), "```");
  }
  return lines.join("\n");
}

/** The findings of the page's rule on one example; passes too. */
async function runExample(rule: PageRule, example: PageExample, rules: readonly Rule[]): Promise<Report> {
  const { files, config, preset = rule.levels.recommended === "off" ? "strict" : "recommended" } = example;
  // What comments silence is judged after all rules have spoken.
  const alone = !rule.id.startsWith("suppression/");
  const request: LintRequest = {
    reader: new MemoryReader(config === undefined ? files : { ...files, "isolint.config.yaml": config }),
    paths: [],
    rules,
    flags: { preset: preset as Preset, ...(alone && { only: [rule.id] }) },
    show: { showUnknown: true, showPasses: true },
    today: "2026-01-01",
  };
  const { report } = await lint(request);
  return { ...report, findings: report.findings.filter((finding) => finding.rule === rule.id) };
}

function verdictMistakes({ verdict, line, judged }: PageExample, report: Report): readonly PageMistake[] {
  const count = (wanted: string): number =>
    report.findings.filter((finding) => finding.verdict === wanted).length;
  const mistakes = report.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => ({ line, message: `The example has an error: ${message}` }));
  const [fail, unknown, pass] = [count("fail"), count("unknown"), count("pass")];
  const said = `it is ${fail} times fail, ${unknown} times unknown, ${pass} times pass`;
  if (verdict === "bad" && (fail === 0 || unknown > 0))
    mistakes.push({ line, message: `A bad example fails, but ${said}.` });
  if (verdict === "unknown" && (unknown === 0 || fail > 0))
    mistakes.push({ line, message: `An unknown example is not decided, but ${said}.` });
  if (verdict === "good" && fail + unknown > 0)
    mistakes.push({ line, message: `A good example passes, but ${said}.` });
  if (verdict === "good" && judged && pass === 0)
    mistakes.push({
      line,
      message: "A good example passes, but the rule judges nothing in it (`not-judged`).",
    });
  return mistakes;
}

/** The output block's text; undefined for a good example, which has none. */
function outputOf(example: PageExample, report: Report): string | undefined {
  if (example.verdict === "good") return undefined;
  const reader = new MemoryReader(example.files);
  const shown = { ...report, findings: report.findings.filter((finding) => finding.verdict !== "pass") };
  return findingsText(shown, {
    version: "",
    rules: [],
    source: (path) => {
      const file = reader.read(path);
      return typeof file === "string" ? undefined : file;
    },
    color: false,
    width: WIDTH,
    quiet: false,
  }).trimEnd();
}

function shapeMistakes(rule: PageRule, page: RulePage): readonly PageMistake[] {
  const mistakes: PageMistake[] = [];
  const lack = (what: string): void => void mistakes.push({ line: 1, message: `The page lacks ${what}.` });
  if (page.title !== rule.id) lack(`its title, '# ${rule.id}'`);
  const sections = page.sections.filter((one) => (PAGE_SECTIONS as readonly string[]).includes(one));
  if (sections.join() !== PAGE_SECTIONS.join())
    lack(`the sections ${PAGE_SECTIONS.join(", ")}, in this order`);
  for (const language of PAGE_LANGUAGES) {
    if (page.exceptions.has(language)) continue;
    for (const verdict of ["bad", "good"] as const) {
      const has = page.examples.some(
        (example) => example.language === language && example.verdict === verdict,
      );
      if (!has) lack(`an example \`\`\`${language} ${verdict}`);
    }
  }
  const undecided = page.examples.some((example) => example.verdict === "unknown");
  if (!undecided && !page.exceptions.has("unknown"))
    lack("an example marked unknown, or `<!-- no unknown: reason -->`");
  return mistakes;
}
