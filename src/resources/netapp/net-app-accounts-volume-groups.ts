import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.NetApp/netAppAccounts/volumeGroups", () => ({
  azurerm: {
    azurerm_netapp_volume_group_oracle: {
      identity: { names: ["account_name"] },
      majors: [4, 5],
      arguments: {
        "volume[].subnet_id": "properties.volumes[].properties.subnetId",
      },
    },
    azurerm_netapp_volume_group_sap_hana: {
      identity: { names: ["account_name"] },
      majors: [3, 5],
      arguments: {
        "volume[].subnet_id": "properties.volumes[].properties.subnetId",
      },
    },
  },
}));
