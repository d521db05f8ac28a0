import type { Said } from "./expression.ts";
import { Raw } from "./hcl.ts";

/**
 * What azurerm wants beside the tables. The tables hold what matters to the network; a configuration that anybody would deploy has a
 * few arguments more, which say nothing about it.
 */
export const REQUIRED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  azurerm_storage_account: { account_tier: "Standard", account_replication_type: "LRS" },
  azurerm_network_interface: { "ip_configuration.private_ip_address_allocation": "Dynamic" },
  azurerm_key_vault: { sku_name: "standard", tenant_id: "00000000-0000-0000-0000-000000000000" },
  azurerm_mssql_server: { version: "12.0" },
  azurerm_local_network_gateway: { gateway_address: "203.0.113.250" },
  azurerm_virtual_network_gateway: { sku: "VpnGw1" },
  azurerm_servicebus_namespace: { sku: "Premium" },
  azurerm_eventhub_namespace: { sku: "Standard" },
  azurerm_search_service: { sku: "standard" },
  azurerm_cognitive_account: { sku_name: "S0" },
  azurerm_redis_cache: { capacity: 1, family: "C", sku_name: "Standard" },
  azurerm_firewall: { sku_name: "AZFW_VNet", sku_tier: "Standard" },
};

/** Types with several azurerm resources: the one that a template without more words means. */
export const PREFERRED: Readonly<Record<string, string>> = {
  "Microsoft.Web/sites": "azurerm_windows_web_app",
  "Microsoft.ContainerService/managedClusters": "azurerm_kubernetes_cluster",
};

/** Names of parts that the provider makes up by itself. */
export const CHOSEN_BY_PROVIDER: ReadonlySet<string> = new Set(["properties.privateDnsZoneConfigs[].name"]);

/** Lists that azurerm does not take empty. */
export const NEEDS_ITEMS: ReadonlySet<string> = new Set(["properties.ruleCollections[].rules"]);

/** Properties that azurerm says in other arguments than the property's own: one prefix is a list of one. */
export const OTHERWISE: Readonly<
  Record<string, (path: string, value: Said) => Readonly<Record<string, unknown>> | undefined>
> = {
  azurerm_subnet: (path, value) =>
    path === "properties.addressPrefix" && value.kind === "plain"
      ? { address_prefixes: [new Raw(JSON.stringify(value.value))] }
      : undefined,
  azurerm_storage_account: (path, value) => {
    if (path !== "sku.name" || value.kind !== "plain") return undefined;
    const [tier, replication] = String(value.value).split("_");
    return { account_tier: tier, account_replication_type: replication };
  },
};
