import { all, called, defineRule, not, type Site } from "isolint";

export default defineRule<Site>({
  title: "The deployment site of a restricted App Service site is open",
  levels: { recommended: "warning", strict: "error" },
  why: "The deployment site (SCM, Kudu) runs commands and takes code. Restrictions on the main site do not hold for it unless it says so.",
  remedy:
    "Let the deployment site use the restrictions of the main one, or give it restrictions of its own that deny by default.",
  links: [
    "https://learn.microsoft.com/azure/app-service/app-service-ip-restrictions#restrict-access-to-an-scm-site",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [17],
  judges: ({ network }) => network.sites,
  check: ({ resource, isOn, main, deployment }) => ({
    // A site that is open as a whole is what `app-service-unrestricted` reports.
    fails: all(isOn, not(main.admitsEveryone), deployment.admitsEveryone),
    tell: () => ({
      at: deployment.unmatched.spot,
      because: [deployment.unmatched.value],
      message: `The main site of ${called(resource)} is restricted, but its deployment site admits everyone: no restriction keeps the internet out there.`,
    }),
  }),
});
