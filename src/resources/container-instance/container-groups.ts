import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.ContainerInstance/containerGroups", () => ({
  azurerm: {
    azurerm_container_group: {
      arguments: {
        // Public: the provider creates a public IP unless told otherwise, whereas an ARM template without properties.ipAddress has none
        ip_address_type: { arm: "properties.ipAddress.type", default: "Public" },
        "subnet_ids[]": { arm: "properties.subnetIds[].id", majors: [3, 5] },
        network_profile_id: "properties.networkProfile.id",
        "exposed_port[].port": "properties.ipAddress.ports[].port",
        dns_name_label: "properties.ipAddress.dnsNameLabel",
      },
    },
  },
}));
