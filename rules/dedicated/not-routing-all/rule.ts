import { all, called, defineRule, not, type Resource } from "isolint";
import { integratedSites, isSwitchedOn, routesByChoice } from "../site.ts";

export default defineRule<Resource>({
  title: "A site sends only private addresses through its network",
  levels: { recommended: "warning", strict: "error" },
  why: "Without routing everything, an integrated site goes to public addresses past its network: no firewall, NAT gateway, security group or service endpoint of the subnet acts on that traffic.",
  remedy: "Route all of the site's traffic into the network (vnetRouteAllEnabled).",
  links: ["https://learn.microsoft.com/azure/app-service/configure-vnet-integration-routing"],
  controls: { mcsb: ["NS-1", "NS-3"], nist: ["SC-7", "AC-4"] },
  statements: [8, 42],
  judges: ({ network }) => integratedSites(network),
  check: (site) => ({
    fails: all(routesByChoice(site), () =>
      not(
        isSwitchedOn(
          site,
          [
            "properties.vnetRouteAllEnabled",
            "properties.siteConfig.vnetRouteAllEnabled",
            "properties.outboundVnetRouting.allTraffic",
            "properties.outboundVnetRouting.applicationTraffic",
          ],
          ["WEBSITE_VNET_ROUTE_ALL"],
        ),
      ),
    ),
    tell: () => ({
      at: { resource: site, path: "properties.siteConfig.vnetRouteAllEnabled" },
      because: [site.get("properties.siteConfig.vnetRouteAllEnabled")],
      message: `${called(site)} is integrated with a network, but sends only private addresses through it: what it asks of public addresses goes past the network's firewall and rules.`,
    }),
  }),
});
