import { PUBLIC_ALL, Ranges } from "../../azure/index.ts";
import { keyOf } from "../../value/index.ts";
import type { Party } from "../view.ts";
import { type AddressSet, unite } from "./box.ts";
import type { Names } from "./names.ts";

/** Makes the names that one end of a flow brings part of the universe, before rules are compiled. */
export function declareParty(party: Party | undefined, names: Names): void {
  if (party?.kind === "tag") names.declare(party.tag);
  if (party?.kind === "subnet")
    for (const value of party.subnet.prefixes.unknown) names.declarePrefix(keyOf(value));
}

/** The addresses of one end of a flow; everything when it is left out. */
export function partyAddresses(party: Party | undefined, names: Names): AddressSet {
  switch (party?.kind) {
    case undefined:
      return names.everything;
    case "internet":
      return { ranges: PUBLIC_ALL.subtract(names.network.ranges), names: 0n };
    case "azure":
      return names.azure;
    case "tag":
      return names.tag(party.tag) ?? { ranges: Ranges.none, names: 0n };
    case "network":
      return names.tag("VirtualNetwork") ?? names.inside;
    case "ranges":
      return names.ranges(party.ranges);
    case "subnet": {
      const { known, unknown: unknowns } = party.subnet.prefixes;
      return unknowns.reduce<AddressSet>(
        (set, value) => unite(set, names.prefix(keyOf(value)) ?? { ranges: Ranges.none, names: 0n }),
        { ranges: known, names: 0n },
      );
    }
  }
}
