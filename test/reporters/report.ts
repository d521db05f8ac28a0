import type { ReportContext } from "../../src/reporters/index.ts";
import type { Finding, Report } from "../../src/rule/index.ts";
import { SourceFile } from "../../src/source/index.ts";

const main = new SourceFile(
  "infra/main.tf",
  'resource "azurerm_private_endpoint" "blob" {\n  name   = "pe-blob"\n\tpublic = var.public\n}\n',
);

export const failure: Finding = {
  rule: "private-endpoint/no-dns-zone-group",
  verdict: "fail",
  severity: "error",
  message:
    "Private endpoint 'pe-blob' has no DNS zone group, so clients in its network go on resolving the public address.",
  remedy: "Add a private_dns_zone_group block with the zone privatelink.blob.core.windows.net.",
  stack: "infra",
  scenarios: ["prod.tfvars"],
  subject: {
    type: "Microsoft.Network/privateEndpoints",
    address: "azurerm_private_endpoint.blob",
    name: "pe-blob",
  },
  location: { path: "infra/main.tf", start: { line: 3, column: 2 }, end: { line: 3, column: 21 } },
  trace: [
    {
      message: "false, from var.public",
      location: { path: "infra/variables.tf", start: { line: 1, column: 1 }, end: { line: 1, column: 9 } },
    },
    { message: "a remark without a place" },
  ],
  fixable: false,
};

/** Text as an attacker would write it, for every format at once. */
const hostile =
  "\u001b[2J::error::x\n%0A##vso[task.complete]|</script><img src=x onerror=1>`@all`[a](http://b)\"'&\u202e]]>";

export function reportOf(findings: readonly Finding[], extra: Partial<Report> = {}): Report {
  return {
    stacks: [
      {
        path: "infra",
        language: "terraform",
        inputs: ["prod.tfvars"],
        scenarios: ["prod.tfvars", "dev.tfvars"],
        resources: 42,
        notUnderstood: { types: { azurerm_foo: 2 }, modules: ["module.x (registry module, not installed)"] },
        assumptions: ["azurerm 4 (from required_providers)"],
      },
    ],
    findings,
    diagnostics: [],
    summary: {
      fail: findings.length,
      unknown: 3,
      pass: 41,
      suppressed: 1,
      baselined: 0,
      files: 9,
      stacks: 1,
    },
    ...extra,
  };
}

export const context: ReportContext = {
  version: "1.2.3",
  rules: [
    {
      id: "private-endpoint/no-dns-zone-group",
      title: "A private endpoint has no DNS zone group",
      levels: { recommended: "error", strict: "error" },
      why: "Names keep resolving to the public address.",
      remedy: "Attach a zone group.",
      links: ["https://learn.microsoft.com/azure/private-link/private-endpoint-dns"],
      controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
    },
  ],
  source: (path) => (path === main.path ? main : undefined),
  color: false,
  width: 80,
  quiet: false,
};

export const hostileReport: Report = reportOf(
  [
    {
      ...failure,
      message: hostile,
      subject: { ...failure.subject, address: hostile, name: hostile },
      trace: [{ message: hostile }],
      location: { ...failure.location, path: `x${hostile}.tf` },
    },
  ],
  { diagnostics: [{ severity: "error", code: "parse-error", message: hostile, path: hostile }] },
);
