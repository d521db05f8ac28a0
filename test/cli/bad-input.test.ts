import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/commands/index.ts";

/**
 * One folder for each mistake or attack, with `expected.txt`: what `isolint -f compact` prints, and its exit code. Nearly each has
 * beside it something sound with a finding, which must come out whatever the rest is like.
 */
const folder = "fixtures/languages/bad-input";
const ONE_RULE = ["--only", "public-access/public-ip-on-compute", "-f", "compact"];
/** Milliseconds in which each has to end. Alone each takes a fraction of it. */
const BOUND = 5000;

/** Lints a folder as a repository of its own. */
async function isolint(name: string): Promise<string> {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), "isolint-bad-")));
  try {
    mkdirSync(join(cwd, ".git"));
    const isInput = (path: string) => !/(expected|arguments)\.txt$/.test(path);
    if (existsSync(join(folder, name)))
      cpSync(join(folder, name), cwd, { recursive: true, filter: isInput, verbatimSymlinks: true });
    const given = join(folder, name, "arguments.txt");
    const args = existsSync(given) ? readFileSync(given, "utf8").trim().split("\n") : [];
    const printed: string[] = [];
    const print = (text: string) => {
      printed.push(text);
    };
    const code = await run([...ONE_RULE, ...args], {
      cwd,
      packageFolder: process.cwd(),
      environment: {},
      isTerminal: false,
      width: 80,
      out: print,
      error: print,
      input: async () => "",
    });
    return `${printed.join("")}exit code ${code}\n`;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

test.each(readdirSync(folder))(
  "%s",
  async (name) => {
    expect(await isolint(name)).toBe(readFileSync(join(folder, name, "expected.txt"), "utf8"));
  },
  BOUND,
);

test("an empty folder", async () => {
  expect(await isolint("nothing of this name")).toMatch(/There is nothing to lint.*\nexit code 2\n$/);
});
