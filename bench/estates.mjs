// The estates that the benches measure: the files of one stack each, by path.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Half of the instances are accounts, half are endpoints that lead to them. */
export const endpoints = (instances) => ({
  "main.tf": `resource "azurerm_storage_account" "data" {
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
`,
});

/** Spokes around one hub: a module for each five of them, with ten resources a spoke. 10,000 instances come from 200 modules. */
export const spokes = (instances) => ({
  "main.tf": `resource "azurerm_virtual_network" "hub" {
  name                = "vnet-hub"
  resource_group_name = "rg-hub"
  location            = "westeurope"
  address_space       = ["192.168.0.0/16"]
}

resource "azurerm_private_dns_zone" "blob" {
  name                = "privatelink.blob.core.windows.net"
  resource_group_name = "rg-hub"
}

resource "azurerm_private_dns_zone_virtual_network_link" "hub" {
  name                  = "hub"
  resource_group_name   = "rg-hub"
  private_dns_zone_name = azurerm_private_dns_zone.blob.name
  virtual_network_id    = azurerm_virtual_network.hub.id
}
${Array.from(
  { length: instances / 50 },
  (_, index) => `
module "spokes_${index}" {
  source = "./spokes"
  index  = ${index}
  spokes = 5
  hub    = { id = azurerm_virtual_network.hub.id, name = azurerm_virtual_network.hub.name, zone = azurerm_private_dns_zone.blob.id }
}
`,
).join("")}`,
  "spokes/main.tf": `variable "index" { type = number }
variable "spokes" { type = number }
variable "hub" { type = any }

locals {
  names = toset([for n in range(var.spokes) : tostring(n)])
}

resource "azurerm_virtual_network" "this" {
  for_each            = local.names
  name                = "vnet-\${var.index}-\${each.key}"
  resource_group_name = "rg-\${var.index}"
  location            = "westeurope"
  address_space       = [cidrsubnet("10.0.0.0/8", 16, var.index * var.spokes + tonumber(each.key))]
}

resource "azurerm_subnet" "this" {
  for_each             = local.names
  name                 = "endpoints"
  resource_group_name  = "rg-\${var.index}"
  virtual_network_name = azurerm_virtual_network.this[each.key].name
  address_prefixes     = [cidrsubnet(azurerm_virtual_network.this[each.key].address_space[0], 2, 0)]
}

resource "azurerm_network_security_group" "this" {
  for_each            = local.names
  name                = "nsg-\${var.index}-\${each.key}"
  resource_group_name = "rg-\${var.index}"
  location            = "westeurope"
  security_rule {
    name                       = "https"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "VirtualNetwork"
    destination_address_prefix = "*"
  }
}

resource "azurerm_subnet_network_security_group_association" "this" {
  for_each                  = local.names
  subnet_id                 = azurerm_subnet.this[each.key].id
  network_security_group_id = azurerm_network_security_group.this[each.key].id
}

resource "azurerm_virtual_network_peering" "out" {
  for_each                  = local.names
  name                      = "out"
  resource_group_name       = "rg-\${var.index}"
  virtual_network_name      = azurerm_virtual_network.this[each.key].name
  remote_virtual_network_id = var.hub.id
}

resource "azurerm_virtual_network_peering" "back" {
  for_each                  = local.names
  name                      = "back-\${var.index}-\${each.key}"
  resource_group_name       = "rg-hub"
  virtual_network_name      = var.hub.name
  remote_virtual_network_id = azurerm_virtual_network.this[each.key].id
}

resource "azurerm_storage_account" "this" {
  for_each                      = local.names
  name                          = "st\${var.index}x\${each.key}"
  resource_group_name           = "rg-\${var.index}"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "ZRS"
  public_network_access_enabled = false
}

resource "azurerm_private_endpoint" "this" {
  for_each            = local.names
  name                = "pe-\${var.index}-\${each.key}"
  resource_group_name = "rg-\${var.index}"
  location            = "westeurope"
  subnet_id           = azurerm_subnet.this[each.key].id
  private_service_connection {
    name                           = "c"
    private_connection_resource_id = azurerm_storage_account.this[each.key].id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [var.hub.zone]
  }
}

resource "azurerm_network_interface" "this" {
  for_each            = local.names
  name                = "nic-\${var.index}-\${each.key}"
  resource_group_name = "rg-\${var.index}"
  location            = "westeurope"
  ip_configuration {
    name                          = "c"
    subnet_id                     = azurerm_subnet.this[each.key].id
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_key_vault" "this" {
  for_each                      = local.names
  name                          = "kv-\${var.index}-\${each.key}"
  resource_group_name           = "rg-\${var.index}"
  location                      = "westeurope"
  sku_name                      = "standard"
  tenant_id                     = "t"
  public_network_access_enabled = true
  network_acls {
    default_action             = "Deny"
    bypass                     = "None"
    virtual_network_subnet_ids = [azurerm_subnet.this[each.key].id]
  }
}
`,
});

/** Subnets of a network that ask services: ten a network keep address spaces and peerings as one meets them. */
const CLIENTS = 10;

/**
 * Clients in spokes and services behind private endpoints, both around a hub whose firewall stands between them. Every client has a
 * route to the firewall, and every network its group and its link to the zone.
 */
export const pairs = (clients, services) => ({
  "main.tf": `locals {
  spokes   = { for n in range(${clients / CLIENTS}) : tostring(n) => n }
  clients  = { for n in range(${clients}) : tostring(n) => n }
  services = { for n in range(${services}) : tostring(n) => n }
}

resource "azurerm_virtual_network" "hub" {
  name                = "vnet-hub"
  resource_group_name = "rg"
  location            = "westeurope"
  address_space       = ["192.168.0.0/16"]
}

resource "azurerm_subnet" "firewall" {
  name                 = "AzureFirewallSubnet"
  resource_group_name  = "rg"
  virtual_network_name = azurerm_virtual_network.hub.name
  address_prefixes     = ["192.168.0.0/26"]
}

resource "azurerm_firewall_policy" "hub" {
  name                = "afwp-hub"
  resource_group_name = "rg"
  location            = "westeurope"
}

resource "azurerm_firewall_policy_rule_collection_group" "vaults" {
  name               = "vaults"
  firewall_policy_id = azurerm_firewall_policy.hub.id
  priority           = 200
  application_rule_collection {
    name     = "vaults"
    priority = 200
    action   = "Allow"
    rule {
      name             = "vaults"
      source_addresses = ["10.0.0.0/8"]
      protocols {
        type = "Https"
        port = 443
      }
      destination_fqdns = ["*.vault.azure.net"]
    }
  }
}

resource "azurerm_firewall" "hub" {
  name                = "afw-hub"
  resource_group_name = "rg"
  location            = "westeurope"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  firewall_policy_id  = azurerm_firewall_policy.hub.id
  ip_configuration {
    name      = "c"
    subnet_id = azurerm_subnet.firewall.id
  }
}

resource "azurerm_private_dns_zone" "vault" {
  name                = "privatelink.vaultcore.azure.net"
  resource_group_name = "rg"
}

resource "azurerm_route_table" "clients" {
  for_each            = local.spokes
  name                = "rt-\${each.key}"
  resource_group_name = "rg"
  location            = "westeurope"
  route {
    name                   = "default"
    address_prefix         = "0.0.0.0/0"
    next_hop_type          = "VirtualAppliance"
    next_hop_in_ip_address = "192.168.0.4"
  }
}

resource "azurerm_virtual_network" "clients" {
  for_each            = local.spokes
  name                = "vnet-\${each.key}"
  resource_group_name = "rg"
  location            = "westeurope"
  address_space       = [cidrsubnet("10.0.0.0/8", 12, each.value)]
}

resource "azurerm_subnet" "clients" {
  for_each             = local.clients
  name                 = "snet-\${each.key}"
  resource_group_name  = "rg"
  virtual_network_name = azurerm_virtual_network.clients[tostring(floor(each.value / ${CLIENTS}))].name
  address_prefixes     = [cidrsubnet(azurerm_virtual_network.clients[tostring(floor(each.value / ${CLIENTS}))].address_space[0], 4, each.value % ${CLIENTS})]
}

resource "azurerm_subnet_route_table_association" "clients" {
  for_each       = local.clients
  subnet_id      = azurerm_subnet.clients[each.key].id
  route_table_id = azurerm_route_table.clients[tostring(floor(each.value / ${CLIENTS}))].id
}

resource "azurerm_network_security_group" "clients" {
  for_each            = local.spokes
  name                = "nsg-\${each.key}"
  resource_group_name = "rg"
  location            = "westeurope"
  security_rule {
    name                       = "https"
    priority                   = 100
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

resource "azurerm_subnet_network_security_group_association" "clients" {
  for_each                  = local.clients
  subnet_id                 = azurerm_subnet.clients[each.key].id
  network_security_group_id = azurerm_network_security_group.clients[tostring(floor(each.value / ${CLIENTS}))].id
}

resource "azurerm_virtual_network" "services" {
  name                = "vnet-services"
  resource_group_name = "rg"
  location            = "westeurope"
  address_space       = ["172.16.0.0/16"]
}

resource "azurerm_subnet" "endpoints" {
  name                 = "snet-endpoints"
  resource_group_name  = "rg"
  virtual_network_name = azurerm_virtual_network.services.name
  address_prefixes     = ["172.16.0.0/20"]
}

locals {
  networks = merge(azurerm_virtual_network.clients, { services = azurerm_virtual_network.services })
}

resource "azurerm_virtual_network_peering" "out" {
  for_each                  = local.networks
  name                      = "out"
  resource_group_name       = "rg"
  virtual_network_name      = each.value.name
  remote_virtual_network_id = azurerm_virtual_network.hub.id
  allow_forwarded_traffic   = true
}

resource "azurerm_virtual_network_peering" "back" {
  for_each                  = local.networks
  name                      = "back-\${each.key}"
  resource_group_name       = "rg"
  virtual_network_name      = azurerm_virtual_network.hub.name
  remote_virtual_network_id = each.value.id
  allow_forwarded_traffic   = true
}

resource "azurerm_private_dns_zone_virtual_network_link" "networks" {
  for_each              = local.networks
  name                  = each.key
  resource_group_name   = "rg"
  private_dns_zone_name = azurerm_private_dns_zone.vault.name
  virtual_network_id    = each.value.id
}

resource "azurerm_key_vault" "services" {
  for_each                      = local.services
  name                          = "kv-\${each.key}"
  resource_group_name           = "rg"
  location                      = "westeurope"
  sku_name                      = "standard"
  tenant_id                     = "t"
  public_network_access_enabled = false
}

resource "azurerm_private_endpoint" "services" {
  for_each            = local.services
  name                = "pe-\${each.key}"
  resource_group_name = "rg"
  location            = "westeurope"
  subnet_id           = azurerm_subnet.endpoints.id
  private_service_connection {
    name                           = "c"
    private_connection_resource_id = azurerm_key_vault.services[each.key].id
    subresource_names              = ["vault"]
    is_manual_connection           = false
  }
  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.vault.id]
  }
}
`,
});

/** Twenty kinds of resources, as many of each: networks in a ring of peerings with groups, routes, machines, sites, databases and endpoints. */
export const mixed = (instances) => ({
  "main.tf": `locals { n = ${Math.round(instances / 20)} }
resource "azurerm_virtual_network" "v" {
  count = local.n
  name = "v\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  address_space = [cidrsubnet("10.0.0.0/8", 14, count.index)]
}
resource "azurerm_subnet" "s" {
  count = local.n
  name = "s\${count.index}"
  resource_group_name = "rg"
  virtual_network_name = azurerm_virtual_network.v[count.index].name
  address_prefixes = [cidrsubnet(azurerm_virtual_network.v[count.index].address_space[0], 2, 0)]
  service_endpoints = ["Microsoft.Storage", "Microsoft.Sql", "Microsoft.KeyVault"]
}
resource "azurerm_subnet" "w" {
  count = local.n
  name = "w\${count.index}"
  resource_group_name = "rg"
  virtual_network_name = azurerm_virtual_network.v[count.index].name
  address_prefixes = [cidrsubnet(azurerm_virtual_network.v[count.index].address_space[0], 2, 1)]
  delegation {
    name = "d"
    service_delegation { name = "Microsoft.Web/serverFarms" }
  }
}
resource "azurerm_network_security_group" "n" {
  count = local.n
  name = "n\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  security_rule {
    name = "ssh"
    priority = 100
    direction = "Inbound"
    access = "Allow"
    protocol = "Tcp"
    source_port_range = "*"
    destination_port_range = "22"
    source_address_prefix = "*"
    destination_address_prefix = "*"
  }
}
resource "azurerm_subnet_network_security_group_association" "a" {
  count = local.n
  subnet_id = azurerm_subnet.s[count.index].id
  network_security_group_id = azurerm_network_security_group.n[count.index].id
}
resource "azurerm_route_table" "r" {
  count = local.n
  name = "r\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  route {
    name = "d"
    address_prefix = "0.0.0.0/0"
    next_hop_type = "VirtualAppliance"
    next_hop_in_ip_address = "10.0.0.4"
  }
}
resource "azurerm_subnet_route_table_association" "ra" {
  count = local.n
  subnet_id = azurerm_subnet.s[count.index].id
  route_table_id = azurerm_route_table.r[count.index].id
}
resource "azurerm_public_ip" "p" {
  count = local.n
  name = "p\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  allocation_method = "Static"
  sku = "Standard"
}
resource "azurerm_network_interface" "i" {
  count = local.n
  name = "i\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  enable_ip_forwarding = true
  ip_configuration {
    name = "c"
    subnet_id = azurerm_subnet.s[count.index].id
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id = azurerm_public_ip.p[count.index].id
  }
}
resource "azurerm_linux_virtual_machine" "m" {
  count = local.n
  name = "m\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  size = "x"
  admin_username = "a"
  network_interface_ids = [azurerm_network_interface.i[count.index].id]
}
resource "azurerm_linux_web_app" "web" {
  count = local.n
  name = "web\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  service_plan_id = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Web/serverFarms/p"
  virtual_network_subnet_id = azurerm_subnet.w[count.index].id
  site_config {}
}
resource "azurerm_mssql_server" "sql" {
  count = local.n
  name = "sql\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  version = "12.0"
}
resource "azurerm_mssql_virtual_network_rule" "vr" {
  count = local.n
  name = "vr"
  server_id = azurerm_mssql_server.sql[count.index].id
  subnet_id = azurerm_subnet.s[count.index].id
}
resource "azurerm_mssql_firewall_rule" "fr" {
  count = local.n
  name = "fr"
  server_id = azurerm_mssql_server.sql[count.index].id
  start_ip_address = "0.0.0.0"
  end_ip_address = "0.0.0.0"
}
resource "azurerm_storage_account" "st" {
  count = local.n
  name = "st\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  account_tier = "Standard"
  account_replication_type = "LRS"
  network_rules {
    default_action = "Deny"
    virtual_network_subnet_ids = [azurerm_subnet.s[count.index].id]
    ip_rules = ["203.0.113.\${count.index % 250}"]
  }
}
resource "azurerm_private_dns_zone" "z" {
  count = local.n
  name = "privatelink.blob.core.windows.net"
  resource_group_name = "rg\${count.index}"
}
resource "azurerm_private_dns_zone_virtual_network_link" "zl" {
  count = local.n
  name = "l"
  resource_group_name = "rg\${count.index}"
  private_dns_zone_name = azurerm_private_dns_zone.z[count.index].name
  virtual_network_id = azurerm_virtual_network.v[count.index].id
}
resource "azurerm_private_endpoint" "pe" {
  count = local.n
  name = "pe\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  subnet_id = azurerm_subnet.s[count.index].id
  private_service_connection {
    name = "c"
    private_connection_resource_id = azurerm_storage_account.st[count.index].id
    subresource_names = ["blob"]
    is_manual_connection = false
  }
  private_dns_zone_group {
    name = "d"
    private_dns_zone_ids = [azurerm_private_dns_zone.z[count.index].id]
  }
}
resource "azurerm_lb" "lb" {
  count = local.n
  name = "lb\${count.index}"
  resource_group_name = "rg"
  location = "westeurope"
  sku = "Standard"
  frontend_ip_configuration {
    name = "f"
    public_ip_address_id = azurerm_public_ip.p[count.index].id
  }
}
resource "azurerm_virtual_network_peering" "pr" {
  count = local.n
  name = "pr"
  resource_group_name = "rg"
  virtual_network_name = azurerm_virtual_network.v[count.index].name
  remote_virtual_network_id = azurerm_virtual_network.v[(count.index + 1) % local.n].id
}
`,
});

/** Writes a stack into a folder of its own, for as long as the task takes. */
export function withStack(files, task) {
  const root = mkdtempSync(join(tmpdir(), "isolint-bench-"));
  const folder = join(root, "stack");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  try {
    return task(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}
