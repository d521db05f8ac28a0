import { defineResourceType, ENABLED } from "../define.ts";

export default defineResourceType("Microsoft.Databricks/workspaces", () => ({
  azurerm: {
    azurerm_databricks_workspace: {
      arguments: {
        "custom_parameters.vnet_address_prefix": {
          arm: "properties.parameters.vnetAddressPrefix.value",
          computed: true,
        },
        public_network_access_enabled: { arm: "properties.publicNetworkAccess", map: ENABLED, default: true },
        network_security_group_rules_required: "properties.requiredNsgRules",
        default_storage_firewall_enabled: {
          arm: "properties.defaultStorageFirewall",
          map: ENABLED,
          majors: [3, 5],
        },
        // v4 and v5: true; v3.104 and later: Optional+Computed (service default true); older: false
        "custom_parameters.no_public_ip": {
          arm: "properties.parameters.enableNoPublicIp.value",
          default: { 2: false, 4: true, 5: true },
          computed: [3, 3],
        },
        "custom_parameters.virtual_network_id": "properties.parameters.customVirtualNetworkId.value",
        "custom_parameters.public_subnet_name": "properties.parameters.customPublicSubnetName.value",
        "custom_parameters.private_subnet_name": "properties.parameters.customPrivateSubnetName.value",
        "custom_parameters.public_ip_name": {
          arm: "properties.parameters.publicIpName.value",
          computed: true,
        },
        "custom_parameters.nat_gateway_name": {
          arm: "properties.parameters.natGatewayName.value",
          computed: true,
        },
      },
    },
  },
  defaults: {
    "properties.publicNetworkAccess": {
      value: "Enabled",
      basis: "how the service behaves; Azure's reference names none",
    },
    "properties.parameters.enableNoPublicIp.value": { value: true, basis: "type description" },
  },
}));
