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
