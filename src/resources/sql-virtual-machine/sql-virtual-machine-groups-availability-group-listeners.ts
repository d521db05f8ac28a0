import { defineResourceType } from "../define.ts";

export default defineResourceType(
  "Microsoft.SqlVirtualMachine/sqlVirtualMachineGroups/availabilityGroupListeners",
  () => ({
    azurerm: {
      azurerm_mssql_virtual_machine_availability_group_listener: {
        identity: { parent: ["sql_virtual_machine_group_id"] },
        majors: [3, 5],
        arguments: {
          "multi_subnet_ip_configuration[].private_ip_address":
            "properties.multiSubnetIpConfigurations[].privateIpAddress.ipAddress",
          "load_balancer_configuration[].subnet_id":
            "properties.loadBalancerConfigurations[].privateIpAddress.subnetResourceId",
          "load_balancer_configuration[].private_ip_address":
            "properties.loadBalancerConfigurations[].privateIpAddress.ipAddress",
          "multi_subnet_ip_configuration[].subnet_id":
            "properties.multiSubnetIpConfigurations[].privateIpAddress.subnetResourceId",
        },
      },
    },
  }),
);
