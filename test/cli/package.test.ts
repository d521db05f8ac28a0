import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const command = resolve("bin/isolint.cjs");
const folder = mkdtempSync(join(tmpdir(), "isolint-package-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PUBLIC_ADDRESS = `resource "azurerm_network_interface" "this" {
  name = "nic"
  ip_configuration {
    name                 = "public"
    public_ip_address_id = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/publicIPAddresses/pip"
  }
}
`;

/** Runs the built command as a user does; `npm ci` and `npm run build` build it. */
function isolint(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, report: stdout.startsWith("{") ? JSON.parse(stdout) : undefined, stdout, stderr };
}

test("threads answer as one process does", () => {
  for (const name of ["a", "b", "c"]) {
    mkdirSync(join(folder, "stacks", name), { recursive: true });
    writeFileSync(join(folder, "stacks", name, "main.tf"), PUBLIC_ADDRESS);
  }
  const alone = isolint("stacks", "-f", "json", "--jobs", "1");
  const together = isolint("stacks", "-f", "json", "--jobs", "3");
  expect(alone.stderr).toBe("");
  expect(alone.report.summary).toMatchObject({ stacks: 3 });
  expect(alone.report.findings.length).toBeGreaterThanOrEqual(3);
  expect(together).toEqual(alone);
});

test("a plug-in in code is imported, and speaks of networks as the command does", () => {
  const api = pathToFileURL(resolve("dist/index.js")).href;
  const plugin = `import { defineRule, yes } from ${JSON.stringify(api)};
    const rule = defineRule({
      title: "An interface stands here", levels: { recommended: "warning", strict: "error" },
      why: "Ours.", remedy: "None.", links: [], controls: {},
      judges: ({ network }) => network.interfaces.map(({ resource }) => resource),
      check: (resource) => ({ fails: yes(), tell: () => ({ at: { resource }, message: "Seen: " + resource.address + "." }) }),
    });
    export default { rules: { "acme/seen": rule } };`;
  writeFileSync(join(folder, "plugin.mjs"), plugin);
  writeFileSync(join(folder, "isolint.config.yaml"), 'plugins: ["./plugin.mjs"]\n');
  const { report, stderr } = isolint(
    "stacks/a",
    "-c",
    "isolint.config.yaml",
    "-f",
    "json",
    "--only",
    "acme/seen",
  );
  expect(stderr).toBe("");
  expect(report.findings).toMatchObject([{ message: "Seen: azurerm_network_interface.this." }]);
});
