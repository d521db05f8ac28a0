import { type Location, locationOf } from "../../source/index.ts";
import { isString } from "../../value/index.ts";
import type { Network } from "../network.ts";
import { addressOfSource, nameOfSource } from "./reach.ts";
import {
  type ReachAnswer,
  type ReachPath,
  type ReachSource,
  type ReachStep,
  type ReachTarget,
  resourceOfTarget,
} from "./view.ts";

/** One row of the reachability table, in the shape of the JSON report. */
export interface ReachRow {
  readonly source: {
    readonly kind: ReachSource["kind"];
    readonly address: string;
    readonly name: string | null;
  };
  readonly target: {
    readonly type: string;
    readonly address: string;
    readonly name: string | null;
    readonly group: string | null;
  };
  readonly verdict: ReachAnswer["verdict"];
  readonly path: ReachPath | null;
  readonly evidence: readonly {
    readonly message: string;
    readonly effect: ReachStep["effect"];
    readonly location?: Location;
  }[];
}

/** Which sources and targets are asked for: kinds, addresses, names or resource types; everything when left out. */
export interface ReachSelection {
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

/** The answer for one source and one target. */
export interface ReachPair {
  readonly source: ReachSource;
  readonly target: ReachTarget;
  readonly answer: ReachAnswer;
}

/** Every chosen source against every chosen target, in the order in which they are declared. */
export function* reachPairs(network: Network, selection: ReachSelection = {}): Generator<ReachPair> {
  const targets = targetsOf(network, selection);
  for (const source of sourcesOf(network, selection)) {
    for (const target of targets) {
      const answer = network.reach.ask(source, target);
      if (answer) yield { source, target, answer };
    }
  }
}

/** The same in the shape of the JSON report. With `why` each row comes with its evidence; else that is made again when it is read. */
export function* reachTable(
  network: Network,
  selection: ReachSelection = {},
  why = true,
): Generator<ReachRow> {
  const targets = targetsOf(network, selection).map((asked): To => ({ asked, told: toldTarget(asked) }));
  for (const source of sourcesOf(network, selection)) {
    const from: From = { asked: source, told: toldSource(source), network };
    for (const to of targets) {
      const answer = network.reach.ask(source, to.asked);
      if (answer) yield new Row(from, to, answer, why);
    }
  }
}

function sourcesOf({ reach }: Network, { from }: ReachSelection): readonly ReachSource[] {
  const named = from?.filter((name) => name !== "*" && name !== "subnets") ?? [];
  return [
    ...reach.sources.filter((source) => isChosen(namesOfSource(source), from)),
    ...(named.length > 0
      ? reach.outsideSources.filter((source) => isChosen(namesOfSource(source), named))
      : []),
  ];
}

function targetsOf({ reach }: Network, { to }: ReachSelection): readonly ReachTarget[] {
  return reach.targets.filter((target) => isChosen(namesOfTarget(target), to));
}

/** What all rows of one source have in common. */
interface From {
  readonly network: Network;
  readonly asked: ReachSource;
  readonly told: ReachRow["source"];
}

/** What all rows of one target have in common. */
interface To {
  readonly asked: ReachTarget;
  readonly told: ReachRow["target"];
}

/** There can be millions of rows: each keeps what it says, and asks again for how it came to that. */
class Row implements ReachRow {
  readonly verdict: ReachRow["verdict"];
  readonly path: ReachRow["path"];
  readonly #from: From;
  readonly #to: To;
  readonly #steps: readonly ReachStep[] | undefined;

  constructor(from: From, to: To, answer: ReachAnswer, why: boolean) {
    this.verdict = answer.verdict;
    this.path = answer.path;
    this.#from = from;
    this.#to = to;
    this.#steps = why ? answer.steps : undefined;
  }

  get source(): ReachRow["source"] {
    return this.#from.told;
  }

  get target(): ReachRow["target"] {
    return this.#to.told;
  }

  get evidence(): ReachRow["evidence"] {
    const { network, asked } = this.#from;
    const steps = this.#steps ?? network.reach.ask(asked, this.#to.asked)?.steps ?? [];
    return steps.map(({ message, effect, span }) => ({
      message,
      effect,
      ...(span && { location: locationOf(span) }),
    }));
  }
}

function toldSource(source: ReachSource): ReachRow["source"] {
  return { kind: source.kind, address: addressOfSource(source), name: nameOfSource(source) };
}

function toldTarget(target: ReachTarget): ReachRow["target"] {
  const { type, address, name } = resourceOfTarget(target);
  return {
    type,
    address,
    name: isString(name) ? name.value : null,
    group: target.kind === "service" ? (target.group ?? null) : null,
  };
}

function isChosen(names: readonly (string | null)[], wanted: readonly string[] | undefined): boolean {
  if (!wanted || wanted.length === 0) return true;
  return wanted.some((one) => one === "*" || names.some((name) => name?.toLowerCase() === one.toLowerCase()));
}

/** Names under which a source can be chosen. The configuration says `onPremises` where the report says `on-premises`. */
export function namesOfSource(source: ReachSource): readonly (string | null)[] {
  const camel = source.kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [
    source.kind,
    camel,
    addressOfSource(source),
    nameOfSource(source),
    ...(source.kind === "subnet" ? ["subnets"] : []),
  ];
}

export function namesOfTarget(target: ReachTarget): readonly (string | null)[] {
  const { type, address, name } = resourceOfTarget(target);
  return [type, address, isString(name) ? name.value : null];
}
