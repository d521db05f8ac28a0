import type { Resource } from "../model/index.ts";
import type { Network } from "../network/index.ts";
import type { Span } from "../source/index.ts";
import type { Truth, Value } from "../value/index.ts";
import type { Level, Severity } from "./severity.ts";

/** What a rule can judge: a resource, any view of the network layer that has one, a part of one, or the stack as a whole. */
export type Subject = Resource | { readonly resource: Resource; readonly part?: Part } | Network;

/** An element that is written inside a resource and has no resource of its own: an IP rule, a service endpoint. */
export interface Part {
  /** The list it stands in: `virtualNetworkRules`. */
  readonly collection: string;
  /** What it is called: its name, or the value it consists of. */
  readonly name: Value;
  /** The name of the element that the list stands in, where names are unique only there: a firewall's rule collection. */
  readonly within?: Value;
}

/** Where a finding points: a property of a resource (by ARM path), a value's own place, or a range. */
export type Place =
  | { readonly resource: Resource; readonly path?: string }
  | { readonly value: Value }
  | { readonly span: Span };

/** Another place that belongs to the explanation. */
export interface Related {
  readonly message: string;
  readonly at: Place;
}

/** What a rule says of one subject. Never a pass or a fail: the engine reads that off the truth. */
export interface Judgement {
  /** True where the subject violates the rule. The engine judges the subject as if it existed. */
  readonly fails: Truth;
  /** How to put it. Only asked where it is shown, and nearly every subject passes: what only words need is looked for in here. */
  readonly tell: () => Told;
}

/** A judgement in words, with its places. */
export interface Told {
  /** The place someone must edit; the subject's declaration when left out. */
  readonly at?: Place;
  /** What is wrong here, with names and values; a whole sentence. */
  readonly message: string;
  /** The values that decide, for the trace: their chain of origins is shown. Those of `fails` when left out. */
  readonly because?: readonly Value[];
  /** Places that explain it. */
  readonly related?: readonly Related[];
  /** What to change here, when it is more precise than the rule's own remedy. */
  readonly remedy?: string;
  /** When this case weighs differently from the rule's level; never raises a rule that is off. */
  readonly severity?: Severity;
  /** What an unknown verdict depends on, when it is more than the conditions in `fails`. */
  readonly doubt?: string;
}

/** What a rule helps to show. A control is named where the rule judges what it asks for, not where they only share a resource. */
export interface Controls {
  /** Microsoft cloud security benchmark v1: `NS-2`. */
  readonly mcsb?: readonly string[];
  /**
   * CIS Microsoft Azure Foundations Benchmark 3.0.0, by recommendation: `7.1`. Later versions number anew and leave the databases to
   * benchmarks of their own.
   */
  readonly cis?: readonly string[];
  /** NIST SP 800-53 revision 5: `SC-7`. */
  readonly nist?: readonly string[];
}

export interface RuleMeta {
  /** What is wrong, in one short sentence without a full stop. */
  readonly title: string;
  readonly levels: {
    readonly recommended: Level;
    readonly strict: Level /** `recommended` when left out. */;
    readonly hybrid?: Level;
  };
  /** Why it matters for isolation. */
  readonly why: string;
  /** What to do about it in general. */
  readonly remedy: string;
  /** Documentation, most useful first. */
  readonly links: readonly string[];
  readonly controls: Controls;
  /** Statements of the source document that it carries, by number. */
  readonly statements?: readonly number[];
  /** JSON Schema of the options object; no options when left out. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** One end of an intent: kinds, addresses, names or resource types, several by commas, `*` for all. */
export interface IntentPair {
  readonly from: string;
  readonly to: string;
}

/** What the user declares should or should not reach what. */
export type Intent = { readonly deny: IntentPair } | { readonly allow: IntentPair };

export interface RuleContext<O> {
  readonly network: Network;
  readonly options: O;
  /** The preset the levels come from: a few rules ask more in `strict`. */
  readonly strict: boolean;
  readonly intent: readonly Intent[];
}

export interface RuleDefinition<S extends Subject = Subject, O = unknown> extends RuleMeta {
  /** Everything that gets a verdict: one for each. What is not listed gets none. */
  readonly judges: (context: RuleContext<O>) => Iterable<S>;
  readonly check: (subject: S, context: RuleContext<O>) => Judgement;
}

/** A rule whatever it judges and whatever its options are. */
export interface AnyRuleDefinition extends RuleMeta {
  readonly judges: (context: never) => Iterable<unknown>;
  readonly check: (subject: never, context: never) => Judgement;
}

/** A rule with its identity, which is the path of its folder: `private-endpoint/no-dns-zone-group`. */
export interface Rule extends AnyRuleDefinition {
  readonly id: string;
}

/** States a rule. Only checks types: what a rule is follows from its folder and this data. */
export function defineRule<S extends Subject, O = Readonly<Record<string, never>>>(
  definition: RuleDefinition<S, O>,
): RuleDefinition<S, O> {
  return definition;
}
