import {
  all,
  any,
  follow,
  is,
  isOneOf,
  isSet,
  itemsOf,
  type Network,
  not,
  type Resource,
  type Truth,
  unknown,
} from "isolint";

const ON = [true, "true", 1, "1"] as const;

/** Sites and slots that are integrated with a network. Those of the Flex Consumption plan route everything by themselves. */
export function integratedSites({ graph }: Network): readonly Resource[] {
  return ["Microsoft.Web/sites", "Microsoft.Web/sites/slots"]
    .flatMap((type) => graph.ofType(type))
    .filter(
      (site) => site.mode === "declared" && site.get("properties.virtualNetworkSubnetId").kind !== "absent",
    );
}

/** Whether the site is integrated and its routing is for its owner to choose. */
export function routesByChoice(site: Resource): Truth {
  return all(
    isSet(site.get("properties.virtualNetworkSubnetId")),
    not(isSet(site.get("properties.functionAppConfig"))),
  );
}

/** Whether one of the switches is on: properties by ARM path, application settings by name. */
export function isSwitchedOn(site: Resource, paths: readonly string[], settings: readonly string[]): Truth {
  return any(
    ...paths.map((path) => isOneOf(site.get(path), ON)),
    ...settings.map((name) => anySetting(site, name, (value) => isOneOf(value, ON))),
  );
}

/** Whether an application setting is there, and its value answers the question with yes. */
export function anySetting(
  site: Resource,
  name: string,
  question: (value: ReturnType<typeof follow>) => Truth = () => all(),
): Truth {
  const { items, rest } = itemsOf(site.get("properties.siteConfig.appSettings"));
  return any(
    ...items.map((item) => all(is(follow(item, "name"), name), question(follow(item, "value")))),
    rest ? unknown(`whether ${name} is among the application settings`, rest.origin?.span) : any(),
  );
}
