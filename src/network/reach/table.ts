import { type Location, locationOf } from "../../source/index.ts";
import { isString } from "../../value/index.ts";
import type { Network } from "../network.ts";
import { remembered } from "./memo.ts";
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
  const { reach } = network;
  const named = selection.from?.filter((name) => name !== "*" && name !== "subnets") ?? [];
  const sources = [
    ...reach.sources.filter((source) => isChosen(namesOfSource(source), selection.from)),
    ...(named.length > 0
      ? reach.outsideSources.filter((source) => isChosen(namesOfSource(source), named))
      : []),
  ];
  const targets = reach.targets.filter((target) => isChosen(namesOfTarget(target), selection.to));
  for (const source of sources) {
    for (const target of targets) {
      const answer = reach.ask(source, target);
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
  const sources = new Map<ReachSource, ReachRow["source"]>();
  const targets = new Map<ReachTarget, ReachRow["target"]>();
  for (const { source, target, answer } of reachPairs(network, selection)) {
    const [from, to] = [
      remembered(sources, source, () => sourceOf(source)),
      remembered(targets, target, () => targetOf(target)),
    ];
    const known = why ? answer.steps : undefined;
    yield new Row(from, to, answer, () => known ?? network.reach.ask(source, target)?.steps ?? []);
  }
}

/** There can be millions of rows: each keeps what it says, and asks again for how it came to that. */
class Row implements ReachRow {
  readonly source: ReachRow["source"];
  readonly target: ReachRow["target"];
  readonly verdict: ReachRow["verdict"];
  readonly path: ReachRow["path"];
  readonly #steps: () => readonly ReachStep[];

  constructor(
    source: ReachRow["source"],
    target: ReachRow["target"],
    { verdict, path }: ReachAnswer,
    steps: () => readonly ReachStep[],
  ) {
    this.source = source;
    this.target = target;
    this.verdict = verdict;
    this.path = path;
    this.#steps = steps;
  }

  get evidence(): ReachRow["evidence"] {
    return this.#steps().map(({ message, effect, span }) => ({
      message,
      effect,
      ...(span && { location: locationOf(span) }),
    }));
  }
}

function sourceOf(source: ReachSource): ReachRow["source"] {
  return { kind: source.kind, address: addressOfSource(source), name: nameOfSource(source) };
}

function targetOf(target: ReachTarget): ReachRow["target"] {
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
