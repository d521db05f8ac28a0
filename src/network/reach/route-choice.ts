import { type AddressRange, isMalformed, parseRange, Ranges } from "../../azure/index.ts";
import {
  all,
  any,
  casesOf,
  describe,
  is,
  isFalse,
  isString,
  isTrue,
  isUnset,
  keyOf,
  no,
  not,
  type Truth,
  unknown,
  type Value,
  when,
  yes,
} from "../../value/index.ts";
import type { AddressSpace, PrivateEndpoint, Route, Subnet } from "../view.ts";
import { type Destination, toEndpoint } from "./destination.ts";
import { remembered } from "./memo.ts";

/** A route that may be the one, with whether it is; those before it are not. */
export interface Choice {
  /** A route of the table, one that Azure makes by itself, or one that nobody can see. */
  readonly by: Route | "network" | "endpoint" | "hidden";
  /** The prefix of a route as it is written. */
  readonly prefix?: string;
  readonly taken: Truth;
}

export interface RouteChoice {
  readonly choices: readonly Choice[];
  /** A route of the table that holds the destination too, but is shorter than the one that Azure makes. */
  readonly outdone: Choice | undefined;
}

/**
 * Which route packets from a subnet take: the longest prefix, and between equals the one of the table. Azure makes a route for each
 * prefix of the address spaces that are `joined` to the subnet, which no gateway's route ever beats, and one of /32 for each private
 * endpoint there. With route policies on the endpoint's subnet that one gives way to a table's route that is at least as long as the
 * network's own. The way back, which has routes of its own, is not looked at.
 */
export class RouteChoices {
  readonly #written = new Map<Subnet, readonly Written[]>();

  of(from: Subnet, to: Destination, joined: Truth): RouteChoice {
    if (isFalse(from.routeTable.isSet))
      return { choices: [{ by: "network", taken: joined }], outdone: undefined };
    const whole = addressesOf(to);
    const written = remembered(this.#written, from, () => writtenIn(from));
    const ordered = [...routesOf(written, to, joined), ...systemRoutes(to, joined, whole)].sort(byLength);
    const choices: Choice[] = hiddenRoutes(from);
    let left = whole;
    for (const [at, entry] of ordered.entries()) {
      const taken = all(entry.holds, () => holdsOf(entry, left, to));
      if (isFalse(taken)) continue;
      choices.push(choiceOf(entry, taken));
      if (isTrue(taken)) return { choices, outdone: outdoneBy(entry, ordered.slice(at + 1), whole, to) };
      if (left && entry.range && isTrue(entry.holds)) left = left.subtract(Ranges.of(entry.range));
      if (left?.isEmpty) break;
    }
    return { choices, outdone: undefined };
  }
}

/** Whether packets from a subnet go straight to a private endpoint of its network, past whatever other traffic is sent through. */
export function goesStraight(from: Subnet, endpoint: PrivateEndpoint): Truth {
  return endpoint.subnet.to.some((subnet) => {
    const joined = from.network === subnet.network ? yes() : no();
    const { choices } = new RouteChoices().of(from, toEndpoint(endpoint, subnet), joined);
    return choices.reduceRight<Truth>(
      (rest, choice) => when(choice.taken, leadsStraight(choice), rest),
      joined,
    );
  });
}

function leadsStraight({ by, taken }: Choice): Truth {
  // Who cannot see a route cannot see where it leads either.
  if (by === "hidden") return taken;
  return typeof by === "string" ? yes() : is(by.nextHop, "VnetLocal");
}

/** The addresses one of which the destination has; undefined when nobody can tell. IPv4 where it has both. */
function addressesOf({ subnet, address }: Destination): Ranges | undefined {
  return possible(address) ?? possible(subnet.prefixes) ?? possible(subnet.network.addressSpace);
}

function possible(space: AddressSpace | undefined): Ranges | undefined {
  if (!space?.unknown.every(isString)) return undefined;
  const ranges = Ranges.union([space.known, ...space.unknown.map(({ value }) => Ranges.parse(value))]);
  const four = ranges.intersect(Ranges.ipv4);
  if (!four.isEmpty) return four;
  return ranges.isEmpty ? undefined : ranges;
}

/** A route in the order in which they are asked. */
interface Entry {
  readonly by: Route | "network" | "endpoint";
  readonly prefix?: Value;
  readonly holds: Truth;
  /** What it is for; undefined when it is for all of the destination, as far as it holds. */
  readonly range?: AddressRange | undefined;
  /** How many addresses: the fewer, the longer the prefix. Unknown ones come first, under the doubt that `holds` has. */
  readonly size: bigint;
}

const EVERYTHING = 1n << 32n;
/** No network has more addresses than this. */
const LARGEST_NETWORK = 1n << 31n;

const sizeOf = ({ first, last }: AddressRange): bigint => last - first + 1n;

function byLength(a: Entry, b: Entry): number {
  if (a.size !== b.size) return a.size < b.size ? -1 : 1;
  return Number(typeof a.by === "string") - Number(typeof b.by === "string");
}

/** Routes of a table that nobody can see may be for anything. */
function hiddenRoutes({ routeTable }: Subnet): Choice[] {
  const { seen, more } = routeTable.to;
  const taken = any(more, ...seen.map(({ is: table, holds }) => all(holds, table.routes.more)));
  return isFalse(taken) ? [] : [{ by: "hidden", taken }];
}

/** A route as it is written, in each case of its prefix. */
interface Written {
  readonly by: Route;
  readonly prefix: Value;
  readonly holds: Truth;
  readonly range: AddressRange | undefined;
}

function writtenIn({ routeTable }: Subnet): readonly Written[] {
  return routeTable.to.seen.flatMap(({ is: table, holds: attached }) =>
    table.routes.seen.flatMap(({ is: by, holds }) =>
      casesOf(by.prefix).flatMap((one): readonly Written[] => {
        const { value: prefix } = one;
        const range = isString(prefix) ? parseRange(prefix.value) : undefined;
        // Service tags are for public addresses only.
        if (isUnset(prefix) || (range && isMalformed(range))) return [];
        return [{ by, prefix, holds: all(attached, holds, one.holds), range }];
      }),
    ),
  );
}

function routesOf(written: readonly Written[], to: Destination, joined: Truth): readonly Entry[] {
  const isAlone = written.every(({ range }) => !range || sizeOf(range) === EVERYTHING);
  return written.flatMap((one): readonly Entry[] => {
    const { range, prefix, holds } = one;
    if (range) return [{ ...one, holds: all(holds, isLongEnough(range, to, joined)), size: sizeOf(range) }];
    const { addressOf } = one.by;
    if (addressOf) return addressOf === to.resource ? [{ ...one, size: 1n }] : [];
    // As long as the network's own route or longer, though nobody knows how long: behind the endpoint's.
    if (isAlone && isPrefixOf(prefix, to)) return [{ ...one, size: 2n }];
    const doubt = unknown(`which addresses ${describe(prefix)} holds`, prefix.origin?.span);
    return [{ ...one, holds: all(holds, doubt), size: 0n }];
  });
}

/** Whether a prefix that nobody knows is the very one of the destination's subnet or network. */
function isPrefixOf(prefix: Value, { subnet }: Destination): boolean {
  return [subnet.prefixes, subnet.network.addressSpace].some(({ values, unknown: open }) => {
    const [only, ...others] = values;
    return only && others.length === 0 && open.length < 2 && keyOf(only) === keyOf(prefix);
  });
}

/** Whether a route is as long as that of the destination's network, where the code does not say how long this one is. */
function isLongEnough(range: AddressRange, to: Destination, joined: Truth): Truth {
  const { addressSpace, resource } = to.subnet.network;
  const size = sizeOf(range);
  if (isFalse(joined) || size > LARGEST_NETWORK || size <= smallestOf(to)) return yes();
  if (ownPrefixes(to, addressesOf(to)).isComplete) return yes();
  const [open] = addressSpace.unknown;
  return any(
    not(joined),
    unknown(`which addresses ${resource.address} has`, open?.origin?.span ?? resource.span),
  );
}

/** A network's prefix holds a subnet's wholly, so it is no smaller than this. */
function smallestOf({ subnet }: Destination): bigint {
  const sizes = (possible(subnet.prefixes)?.list ?? []).map(sizeOf);
  return sizes.reduce((least, size) => (size < least ? size : least), sizes[0] ?? 1n);
}

/** The prefixes of a destination's network that can be for it, and whether one of them must be. */
function ownPrefixes(
  { subnet }: Destination,
  whole: Ranges | undefined,
): {
  readonly ranges: readonly { readonly range: AddressRange; readonly holds: Truth }[];
  readonly isComplete: boolean;
} {
  const ranges = subnet.network.addressSpace.values.flatMap(casesOf).flatMap(({ value, holds }) => {
    const range = isString(value) ? parseRange(value.value) : undefined;
    return range && !isMalformed(range) && (!whole || Ranges.of(range).overlaps(whole))
      ? [{ range, holds }]
      : [];
  });
  const sure = Ranges.of(...ranges.filter(({ holds }) => isTrue(holds)).map(({ range }) => range));
  return { ranges, isComplete: whole !== undefined && sure.covers(whole) };
}

function systemRoutes(to: Destination, joined: Truth, whole: Ranges | undefined): readonly Entry[] {
  if (isFalse(joined)) return [];
  const { ranges, isComplete } = ownPrefixes(to, whole);
  const own = ranges.map(
    ({ range, holds }): Entry => ({ by: "network", holds: all(joined, holds), range, size: sizeOf(range) }),
  );
  return [
    ...(to.isEndpoint
      ? [{ by: "endpoint", holds: all(joined, not(to.subnet.endpointPolicies.routes)), size: 1n } as const]
      : []),
    ...own,
    ...(isComplete ? [] : [{ by: "network", holds: joined, size: LARGEST_NETWORK } as const]),
  ];
}

/** Whether a route is for the destination, whose address is one of those that are left. */
function holdsOf({ range }: Entry, left: Ranges | undefined, to: Destination): Truth {
  if (!range) return yes();
  const ranges = Ranges.of(range);
  if (left ? ranges.covers(left) : sizeOf(range) === EVERYTHING) return yes();
  if (left && !ranges.overlaps(left)) return no();
  const { address, span } = to.subnet.resource;
  return unknown(`which address of ${address} it has`, span);
}

function choiceOf({ by, prefix }: Entry, taken: Truth): Choice {
  if (!prefix) return { by, taken };
  return { by, taken, prefix: isString(prefix) ? prefix.value.trim() : describe(prefix) };
}

/** The longest route of the table that surely holds the destination and is not asked, because one that Azure makes is longer. */
function outdoneBy(
  taken: Entry,
  behind: readonly Entry[],
  whole: Ranges | undefined,
  to: Destination,
): Choice | undefined {
  if (typeof taken.by !== "string") return undefined;
  const loser = behind.find(
    (entry) => typeof entry.by !== "string" && isTrue(all(entry.holds, holdsOf(entry, whole, to))),
  );
  return loser && choiceOf(loser, no());
}
