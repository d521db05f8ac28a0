import { defineResourceType, INVERTED } from "../define.ts";

export default defineResourceType("Microsoft.Network/bastionHosts", () => ({
  azurerm: {
    azurerm_bastion_host: {
      arguments: {
        sku: { arm: "sku.name", default: "Basic" },
        "ip_configuration[].name": "properties.ipConfigurations[].name",
        "ip_configuration[].subnet_id": "properties.ipConfigurations[].properties.subnet.id",
        "ip_configuration[].public_ip_address_id":
          "properties.ipConfigurations[].properties.publicIPAddress.id",
        virtual_network_id: { arm: "properties.virtualNetwork.id", majors: [3, 5] },
        copy_paste_enabled: { arm: "properties.disableCopyPaste", map: INVERTED, default: true },
        file_copy_enabled: { arm: "properties.enableFileCopy", default: false },
        ip_connect_enabled: { arm: "properties.enableIpConnect", default: false },
        shareable_link_enabled: { arm: "properties.enableShareableLink", default: false },
        tunneling_enabled: { arm: "properties.enableTunneling", default: false },
        session_recording_enabled: {
          arm: "properties.enableSessionRecording",
          majors: [4, 5],
          default: false,
        },
        kerberos_enabled: { arm: "properties.enableKerberos", majors: [3, 5], default: false },
      },
    },
  },
}));
