import {
  type AccessRestriction,
  all,
  any,
  called,
  defineRule,
  type FrontDoorOrigin,
  is,
  isFalse,
  isTrue,
  isUnset,
  type Network,
  no,
  not,
  type Resource,
  type Site,
  type Truth,
} from "isolint";

interface Judged {
  readonly resource: Resource;
  readonly origin: FrontDoorOrigin;
}

export default defineRule<Judged>({
  title: "A site behind Front Door can be reached around it",
  levels: { recommended: "warning", strict: "error" },
  why: "Whoever finds the origin's own address calls it directly, past the web application firewall. The tag AzureFrontDoor.Backend alone does not help: it admits the Front Door of every customer.",
  remedy:
    "Let Front Door (Premium) reach the origin by private link and close its public side, or admit only AzureFrontDoor.Backend together with the id of your profile in X-Azure-FDID.",
  links: [
    "https://learn.microsoft.com/azure/frontdoor/origin-security",
    "https://learn.microsoft.com/azure/frontdoor/private-link",
  ],
  controls: { mcsb: ["NS-2", "NS-6"], nist: ["SC-7", "AC-4"] },
  statements: [17],
  judges: ({ network }) => network.frontDoorOrigins.map((origin) => ({ resource: origin.target, origin })),
  check: ({ resource, origin }, { network }) => {
    const site = network.sites.find((one) => one.resource === resource);
    return {
      fails: site ? all(not(isClosedByLink(site, origin)), isOpenAround(site)) : exposed(resource, network),
      tell: () => {
        const foreign = site?.main.rules.find((rule) => !isFalse(admitsAnyFrontDoor(rule)));
        const byTag = site && foreign && !isTrue(site.main.admitsEveryone);
        return {
          at: byTag ? foreign.spot : site ? site.main.unmatched.spot : { resource },
          because: byTag ? [foreign.source] : site ? [site.main.unmatched.value] : [],
          message: `${called(resource)} is behind Front Door but can be reached around it: ${byTag ? "it admits the Front Door of every customer, as the profile's id is not asked for" : "its own address admits everyone"}.`,
          related: [
            {
              message: "Front Door sends requests there",
              at: { resource: origin.resource, path: origin.spot.path },
            },
          ],
        };
      },
    };
  },
});

function isOpenAround({ isOn, main }: Site): Truth {
  return all(isOn, any(main.admitsEveryone, ...main.rules.map(admitsAnyFrontDoor)));
}

/** A site whose switch nobody sets closes its public side as soon as Front Door comes by private link. */
function isClosedByLink({ service }: Site, { isPrivate }: FrontDoorOrigin): Truth {
  const { value } = service.firewall.switch ?? {};
  return value && isUnset(value) ? isPrivate : no();
}

/** The tag without the id of a profile. */
function admitsAnyFrontDoor(rule: AccessRestriction): Truth {
  return all(
    rule.holds,
    rule.allows,
    rule.bySubnet ? no() : is(rule.source, "AzureFrontDoor.Backend"),
    not(rule.hasFrontDoorId),
  );
}

/** API Management checks the profile's id in its policies, which the code does not show here. */
function exposed(resource: Resource, network: Network): Truth {
  const service = network.serviceOf(resource);
  return service && service.judged !== "by-own-rule" ? service.exposure.open : no();
}
