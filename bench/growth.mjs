// How time and memory grow with the instances of one stack: each step has ten times as many, so a ratio of 10 is linear.
//   node bench/growth.mjs [most instances, 100000 by default]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../bin/isolint.cjs", import.meta.url));
const most = Number(process.argv[2] ?? 100_000);

/** Half of the instances are accounts, half are endpoints that lead to them. */
const stack = (instances) => `resource "azurerm_storage_account" "data" {
  count                         = ${instances / 2}
  name                          = "st\${count.index}"
  resource_group_name           = "rg"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "ZRS"
  public_network_access_enabled = false
}

resource "azurerm_private_endpoint" "data" {
  count               = ${instances / 2}
  name                = "pe\${count.index}"
  resource_group_name = "rg"
  location            = "westeurope"
  subnet_id           = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/e"

  private_service_connection {
    name                           = "c"
    private_connection_resource_id = azurerm_storage_account.data[count.index].id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
}
`;

const wrapper = `process.on("exit", () => require("node:fs").writeSync(2, "\\n" + process.resourceUsage().maxRSS));
process.argv.splice(1, 0, ${JSON.stringify(command)});
require(${JSON.stringify(command)});`;

let before;
const folder = mkdtempSync(join(tmpdir(), "isolint-growth-"));
for (let instances = 1000; instances <= most; instances *= 10) {
  const path = join(folder, String(instances));
  mkdirSync(path);
  writeFileSync(join(path, "main.tf"), stack(instances));
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    ["--max-old-space-size=12000", "-e", wrapper, ".", "-f", "json", "-o", "out.json"],
    {
      cwd: path,
      encoding: "utf8",
    },
  );
  const now = {
    time: performance.now() - start,
    memory: Number(run.stderr.trim().split("\n").at(-1)) / 1024,
  };
  const ratio = before
    ? `  ${(now.time / before.time).toFixed(1)} times the time, ${(now.memory / before.memory).toFixed(1)} times the memory`
    : "";
  console.log(
    `${String(instances).padStart(7)} instances ${(now.time / 1000).toFixed(1).padStart(6)} s ${now.memory.toFixed(0).padStart(6)} MB${ratio}`,
  );
  before = now;
}
rmSync(folder, { recursive: true });
