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
