import { lintText } from "isolint/testing";

/** Rules that fail, with the line that they point at. */
async function failures(text: string): Promise<readonly string[]> {
  const { findings } = await lintText({ "main.tf": text });
  return findings
    .filter(({ verdict }) => verdict === "fail")
    .map(({ rule, location }) => `${rule} @ ${location.start.line}`)
    .sort();
}

const server = `resource "azurerm_mssql_server" "open" {
  name                = "sql-open"
  resource_group_name = "rg-data"
  location            = "westeurope"
  version             = "12.0"
}
`;

const rule = (name: string, last: string): string => `
resource "azurerm_mssql_firewall_rule" "${name}" {
  name             = "${name}"
  server_id        = azurerm_mssql_server.open.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "${last}"
}
`;

describe("one finding for one cause", () => {
  test("a closed account without an endpoint is told by what of it is used, where anything is", async () => {
    const account = `resource "azurerm_storage_account" "this" {
  name                          = "stclosed"
  resource_group_name           = "rg-data"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "LRS"
  public_network_access_enabled = false
}
`;
    const container = `resource "azurerm_storage_container" "this" {
  name               = "data"
  storage_account_id = azurerm_storage_account.this.id
}
`;
    expect(await failures(account)).toEqual(["private-endpoint/missing @ 1"]);
    expect(await failures(account + container)).toEqual(["private-endpoint/uncovered-subresource @ 7"]);
  });

  test("a firewall rule that admits everyone is told once, by the rule that names it", async () => {
    expect(await failures(`${server}${rule("everyone", "255.255.255.255")}`)).toEqual([
      "public-access/firewall-open-range @ 11",
    ]);
  });

  test("the address that stands for Azure is another cause, and no range beside it", async () => {
    const both = `${server}${rule("everyone", "255.255.255.255")}${rule("azure", "0.0.0.0")}`;
    expect(await failures(both)).toEqual([
      "public-access/firewall-allows-any-azure @ 18",
      "public-access/firewall-open-range @ 11",
    ]);
  });
});
