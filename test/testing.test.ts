import { defineRule, is, not, type Resource, sameType } from "isolint";
import { findingsOf, lintText } from "isolint/testing";

/** A rule as a stranger writes it: against the package's own name, and nothing else. */
const withoutTags = defineRule<Resource>({
  title: "A virtual network has no owner tag",
  levels: { recommended: "warning", strict: "error" },
  why: "Nobody knows whom to ask.",
  remedy: "Add the tag.",
  links: [],
  controls: {},
  judges: ({ network }) =>
    network.virtualNetworks
      .map(({ resource }) => resource)
      .filter(({ type }) => sameType(type, "microsoft.network/VIRTUALNETWORKS")),
  check: (resource) => ({
    fails: not(isOwned(resource)),
    tell: () => ({
      at: { resource, path: "tags" },
      message: `${resource.address} has no owner.`,
    }),
  }),
});

function isOwned(resource: Resource) {
  return is(resource.get("tags.owner"), "a");
}

const rules = { "acme/no-owner": withoutTags };

test.each([
  ["no tags", "", "fail"],
  ["another tag", 'tags = { team = "a" }', "fail"],
  ["the tag", 'tags = { owner = "a" }', "pass"],
  ["tags that nobody gives", "tags = var.tags", "unknown"],
] as const)("a stranger's rule judges a text in memory: %s", async (_, tags, verdict) => {
  const text = `variable "tags" {\n  type = map(string)\n}\nresource "azurerm_virtual_network" "a" {\n  name = "v"\n  ${tags}\n}\n`;
  const report = await lintText({ "main.tf": text }, { rules });
  expect(report.diagnostics).toEqual([]);
  expect(report.findings.map((one) => one.verdict)).toEqual([verdict]);
  expect(findingsOf(report, "acme/no-owner", verdict)).toHaveLength(1);
});
