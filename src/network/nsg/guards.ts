import { Ports } from "../../azure/index.ts";
import { all, any, isFalse, no, not, type Truth, when, yes } from "../../value/index.ts";
import type { Reference } from "../members.ts";
import type { Flow, Nsg, Protocol } from "../view.ts";
import { protocolBits } from "./box.ts";
import type { Decision } from "./effective.ts";
import { covered } from "./flow.ts";
import type { NetworkAddresses } from "./names.ts";
import { RuleSet } from "./rule-set.ts";

/** Something that every packet has to pass: a security group where there may be one. */
export interface Guard {
  /** Whether packets of one protocol to one port pass; `everyone` asks for the whole internet among them. */
  passes(protocol: Protocol, port: number): Truth;
  /** Ports at which the answer may change, lowest first. */
  readonly corners: readonly number[];
}

/** The security group that a property refers to; without one everything passes. */
export function guardOf(nsg: Reference<Nsg>, flow: Flow, network: NetworkAddresses, everyone = false): Guard {
  const groups = nsg.to.seen.map(({ is, holds }) => ({
    holds,
    more: is.rules.more,
    allowed: new RuleSet(is, network).decisionsOn(flow).filter(({ by }) => !isFalse(by.allows)),
  }));
  const open = nsg.to.more;
  return {
    corners: groups.flatMap(({ allowed }) =>
      allowed.flatMap(({ box }) => box.ports.list.map(({ first }) => first)),
    ),
    passes(protocol, port) {
      const bits = protocolBits([protocol]);
      const point = Ports.of(port);
      const known = groups.map(({ holds, allowed, more }) => {
        const here = allowed.filter(({ box }) => (box.protocols & bits) !== 0 && box.ports.overlaps(point));
        const through = everyone ? covered(here) : anyOf(here);
        // Rules that nobody can see may let it in or keep it out.
        const truth = more.kind === "decided" ? through : any(all(through, not(more)), more);
        return when(holds, truth, no());
      });
      const unseen = open.kind === "decided" ? no() : open;
      return any(...known, not(nsg.isSet), all(nsg.isSet, unseen));
    },
  };
}

function anyOf(decisions: readonly Decision[]): Truth {
  return any(...decisions.map(({ reached, by }) => all(reached, by.allows)));
}

/** The same guard, for those who ask it again and again. */
export function rememberingGuard(guard: Guard): Guard {
  const known = new Map<string, Truth>();
  return {
    corners: guard.corners,
    passes(protocol, port) {
      const key = `${protocol}${port}`;
      const before = known.get(key);
      if (before) return before;
      const truth = guard.passes(protocol, port);
      known.set(key, truth);
      return truth;
    },
  };
}

/** Whether at least one port of TCP or UDP, or one of the given ports, passes all guards; with the ports for messages. */
export function passAll(
  guards: readonly Guard[],
  protocols: readonly Protocol[] = ["Tcp", "Udp"],
  among: Ports = Ports.all,
): { readonly truth: Truth; readonly ports: readonly number[] } {
  const corners = new Set([
    ...guards.flatMap(({ corners: own }) => own),
    ...among.list.map(({ first }) => first),
  ]);
  const candidates = [...corners].filter((port) => among.overlaps(Ports.of(port))).sort((a, b) => a - b);
  let truth: Truth = no();
  const ports: number[] = [];
  for (const port of candidates) {
    for (const protocol of protocols) {
      const here = guards.length === 0 ? yes() : all(...guards.map((guard) => guard.passes(protocol, port)));
      if (isFalse(here)) continue;
      if (!ports.includes(port)) ports.push(port);
      truth = any(truth, here);
    }
  }
  return { truth, ports };
}
