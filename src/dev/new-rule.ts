/** `npm run new-rule -- family/name`: the folder of a new rule with its code and its page. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";

const [id = "", ...more] = process.argv.slice(2);
if (!/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || more.length > 0) {
  fail("usage: npm run new-rule -- <family>/<name>, in lower case with hyphens; the name says what is wrong");
}
const folder = `rules/${id}`;
if (existsSync(folder)) fail(`${folder} is already there`);
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/rule.ts`, rule());
writeFileSync(`${folder}/README.md`, page());
process.stdout.write(`Wrote ${folder}/rule.ts and ${folder}/README.md.
Write the page first: its examples are the rule's tests. Then \`npm run sync\` registers the rule and fills in the
output of the examples, and \`npm test -- rules\` runs them.
`);

function fail(message: string): never {
  process.stderr.write(`new-rule: ${message}\n`);
  process.exit(2);
}

function rule(): string {
  return `import { defineRule, is, type Resource } from "isolint";

export default defineRule<Resource>({
  title: "Say what is wrong, in one short sentence without a full stop",
  levels: { recommended: "error", strict: "error" },
  why: "Why it matters for isolation.",
  remedy: "What to do about it.",
  links: ["https://learn.microsoft.com/azure/"],
  controls: { mcsb: ["NS-2"] },
  judges: ({ network }) => network.graph.ofType("Microsoft.Storage/storageAccounts"),
  check: (account) => ({
    fails: is(account.get("properties.publicNetworkAccess"), "Enabled"),
    tell: () => ({
      at: { resource: account, path: "properties.publicNetworkAccess" },
      message: "Say what is wrong here, with names and values.",
    }),
  }),
});
`;
}

function page(): string {
  const fence = "```";
  return `# ${id}

## What it finds

What is judged, when it fails, and what passes although it looks bad.

${fence}terraform bad
resource "azurerm_storage_account" "data" {
  name                          = "stdata"
  public_network_access_enabled = true
}
${fence}

${fence}terraform good
resource "azurerm_storage_account" "data" {
  name                          = "stdata"
  public_network_access_enabled = false
}
${fence}

${fence}terraform unknown
variable "public" {
  type = bool
}

resource "azurerm_storage_account" "data" {
  name                          = "stdata"
  public_network_access_enabled = var.public
}
${fence}

## Why it matters

Who could reach what, and over which path.

## How to fix

What to change, in each language where it differs.

## What it cannot see

Where it answers unknown, and what lies outside the code.
`;
}
