import { defineResourceType } from "../define.ts";

export default defineResourceType("Microsoft.Cache/redis/firewallRules", () => ({
  azurerm: {
    azurerm_redis_firewall_rule: {
      identity: { names: ["redis_cache_name"] },
      arguments: {
        start_ip: "properties.startIP",
        end_ip: "properties.endIP",
      },
    },
  },
}));
