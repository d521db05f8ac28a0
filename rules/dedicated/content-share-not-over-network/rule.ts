import {
  all,
  any,
  called,
  defineRule,
  isFalse,
  mentions,
  type Network,
  not,
  type Resource,
  type Service,
  sameType,
  type Truth,
  unknown,
} from "isolint";
import { anySetting, integratedSites, isSwitchedOn, routesByChoice } from "../site.ts";

export default defineRule<Resource>({
  title: "A site fetches its content from a closed storage account past its network",
  levels: { recommended: "warning", strict: "warning" },
  why: "The content share of a function or logic app is mounted by the platform, not by the app: it stays outside the network unless told otherwise. From a storage account that only the network reaches, the app cannot start or scale.",
  remedy:
    "Route the content share over the network (vnetContentShareEnabled, or WEBSITE_CONTENTOVERVNET = 1).",
  links: [
    "https://learn.microsoft.com/azure/azure-functions/configure-networking-how-to",
    "https://learn.microsoft.com/azure/app-service/configure-vnet-integration-routing#content-share",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7"] },
  statements: [8, 42],
  judges: ({ network }) => integratedSites(network).filter((site) => !isFalse(hasContentShare(site))),
  check: (site, { network }) => {
    const accounts = accountsOf(site, network);
    return {
      fails: all(
        routesByChoice(site),
        () => hasContentShare(site),
        () =>
          accounts.length === 0
            ? unknown("which storage account holds the content share")
            : any(...accounts.map(({ exposure }) => not(exposure.open))),
        () =>
          not(
            isSwitchedOn(
              site,
              [
                "properties.vnetContentShareEnabled",
                "properties.outboundVnetRouting.contentShareTraffic",
                "properties.outboundVnetRouting.allTraffic",
              ],
              ["WEBSITE_CONTENTOVERVNET"],
            ),
          ),
      ),
      tell: () => {
        const closed = accounts.filter(({ exposure }) => !isFalse(not(exposure.open)));
        return {
          because: [],
          message: `${called(site)} has its content in ${closed[0] ? `${called(closed[0].resource)}, which is closed to the public` : "a storage account"}, but does not fetch it over its network.`,
          related: closed.slice(0, 1).map(({ resource }) => ({ message: "the account", at: { resource } })),
        };
      },
    };
  },
});

function hasContentShare(site: Resource): Truth {
  return any(
    anySetting(site, "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING"),
    anySetting(site, "WEBSITE_CONTENTSHARE"),
  );
}

/** Storage accounts of the code that the site's settings speak of. */
function accountsOf(site: Resource, { services }: Network): readonly Service[] {
  return services.filter(
    ({ resource }) =>
      sameType(resource.type, "Microsoft.Storage/storageAccounts") &&
      mentions(site.get("properties.siteConfig.appSettings"), resource),
  );
}
