import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.LabServices/labs", () => ({
  azurerm: {
    azurerm_lab_service_lab: {
      majors: [3, 3],
      arguments: {
        "network.subnet_id": "properties.networkProfile.subnetId",
        "connection_setting.client_rdp_access": "properties.connectionProfile.clientRdpAccess",
        "connection_setting.client_ssh_access": "properties.connectionProfile.clientSshAccess",
      },
    },
  },
}));
