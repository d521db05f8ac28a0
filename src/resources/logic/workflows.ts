import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Logic/workflows", () => ({
  azurerm: {
    azurerm_logic_app_workflow: {
      arguments: {
        "access_control.trigger.allowed_caller_ip_address_range[]":
          "properties.accessControl.triggers.allowedCallerIpAddresses[].addressRange",
        "access_control.action.allowed_caller_ip_address_range[]":
          "properties.accessControl.actions.allowedCallerIpAddresses[].addressRange",
        "access_control.content.allowed_caller_ip_address_range[]":
          "properties.accessControl.contents.allowedCallerIpAddresses[].addressRange",
        "access_control.workflow_management.allowed_caller_ip_address_range[]":
          "properties.accessControl.workflowManagement.allowedCallerIpAddresses[].addressRange",
        integration_service_environment_id: "properties.integrationServiceEnvironment.id",
      },
    },
  },
}));
