import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Finding, lintText } from "isolint/testing";

const root = "fixtures/demo";

/** Every text below a folder of the demo estate, by its path. */
function textsOf(folder: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) texts[path] = readFileSync(path, "utf8");
  }
  return texts;
}

async function failuresOf(language: string): Promise<readonly Finding[]> {
  const { findings, diagnostics } = await lintText(textsOf(language));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return findings.filter(({ verdict }) => verdict === "fail");
}

/** What the README of the estate lists: rule and name of the subject. */
const MISTAKES = [
  ["dedicated/wrong-delegation", "psql-claims-prod"],
  ["private-dns/zone-not-linked", "privatelink.servicebus.windows.net"],
  ["private-endpoint/no-dns-zone-group", "pe-claims-prod-secrets"],
  ["public-access/left-on-beside-private-endpoint", "stclaimsproddocs"],
  ["public-access/public-ip-on-compute", "nic-claims-prod-jump"],
  ["public-access/public-network-access", "cosmos-claims-prod"],
  ["service-endpoint/bypasses-firewall", "snet-jobs"],
  ["service-endpoint/on-premises-cannot-use", "stclaimsprodexport"],
  ["service-tag/inbound-internet", "nsg-vnet-claims-prod-operations-agents"],
  ["service-tag/inbound-management", "nsg-vnet-claims-prod-operations-agents"],
  ["service-tag/subnet-without-nsg", "snet-scratch"],
];

describe.each(["terraform", "bicep"])("the demo estate in %s", (language) => {
  test("has every mistake that its README lists, each in one line of the file that someone must edit", async () => {
    const found = await failuresOf(language);
    const pairs = found.map(({ rule, subject }) => [rule, subject.name]);
    expect(pairs).toEqual(expect.arrayContaining(MISTAKES));
    for (const { location } of found) expect(location.start.line).toBe(location.end.line);
  });
});

test("the demo estate has the same mistakes in both languages", async () => {
  const [terraform, bicep] = await Promise.all(["terraform", "bicep"].map(failuresOf));
  const key = ({ rule, subject }: Finding): string => `${rule} ${subject.name}`;
  expect(bicep?.map(key).sort()).toEqual(terraform?.map(key).sort());
});
