import { defineResourceType } from "../define.ts";

const CONNECTION = "properties.privateLinkServiceConnections[]";

export default defineResourceType("Microsoft.Network/privateEndpoints", () => ({
  azurerm: {
    azurerm_private_endpoint: {
      arguments: {
        subnet_id: "properties.subnet.id",
        "private_service_connection[].name": `${CONNECTION}.name`,
        "private_service_connection[].private_connection_resource_id": `${CONNECTION}.properties.privateLinkServiceId`,
        "private_service_connection[].private_connection_resource_alias": `${CONNECTION}.properties.privateLinkServiceId`,
        "private_service_connection[].subresource_names": `${CONNECTION}.properties.groupIds`,
        "private_service_connection[].request_message": `${CONNECTION}.properties.requestMessage`,
        "ip_configuration[].name": { arm: "properties.ipConfigurations[].name", majors: [3, 5] },
        "ip_configuration[].private_ip_address": {
          arm: "properties.ipConfigurations[].properties.privateIPAddress",
          majors: [3, 5],
        },
        "ip_configuration[].subresource_name": {
          arm: "properties.ipConfigurations[].properties.groupId",
          majors: [3, 5],
        },
        "ip_configuration[].member_name": {
          arm: "properties.ipConfigurations[].properties.memberName",
          majors: [3, 5],
          computed: true,
        },
        custom_network_interface_name: { arm: "properties.customNetworkInterfaceName", majors: [3, 5] },
      },
      selectors: {
        private_service_connection: {
          argument: "is_manual_connection",
          to: "properties.manualPrivateLinkServiceConnections",
        },
      },
      children: [
        {
          type: "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
          block: "private_dns_zone_group",
          name: "name",
          arguments: {
            "private_dns_zone_ids[]": "properties.privateDnsZoneConfigs[].properties.privateDnsZoneId",
          },
        },
      ],
    },
    azurerm_private_endpoint_application_security_group_association: {
      merge: { id: "private_endpoint_id" },
      majors: [3, 5],
      arguments: {
        application_security_group_id: "properties.applicationSecurityGroups[].id",
      },
    },
  },
}));
