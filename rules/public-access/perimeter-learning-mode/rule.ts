import { called, defineRule, not, type PerimeterAssociation, shown } from "isolint";

export default defineRule<PerimeterAssociation>({
  title: "A network security perimeter only watches",
  levels: { recommended: "warning", strict: "error" },
  why: "In learning (transition) mode a perimeter writes down what it would refuse, and the resource's own firewall goes on deciding. Nothing is closed until the association is enforced.",
  remedy: "Set the access mode to Enforced once the logs show no access that is missing a rule.",
  links: [
    "https://learn.microsoft.com/azure/private-link/network-security-perimeter-concepts",
    "https://learn.microsoft.com/azure/private-link/network-security-perimeter-transition",
  ],
  controls: { mcsb: ["NS-2"], nist: ["SC-7", "AC-4"] },
  statements: [17],
  judges: ({ network }) => network.perimeters.flatMap(({ associations }) => [...associations]),
  check: (association) => {
    return {
      fails: not(association.enforced),
      tell: () => {
        const [target] = association.target.to;
        return {
          at: { resource: association.resource, path: "properties.accessMode" },
          because: [association.mode],
          message: `The perimeter's association ${called(association.resource)} is in mode ${shown(association.mode)}: it does not protect ${target ? called(target) : "its resource"} yet.`,
          related: target ? [{ message: "what it should protect", at: { resource: target } }] : [],
        };
      },
    };
  },
});
