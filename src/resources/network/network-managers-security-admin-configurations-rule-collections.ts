import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections",
  () => ({
    azurerm: {
      azurerm_network_manager_admin_rule_collection: {
        identity: { parent: ["security_admin_configuration_id"] },
        majors: [3, 5],
        arguments: {
          "network_group_ids[]": "properties.appliesToGroups[].networkGroupId",
        },
      },
    },
  }),
);
