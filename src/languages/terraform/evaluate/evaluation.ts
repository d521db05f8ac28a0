import type { FrontendOptions, Limits } from "../../../model/index.ts";
import { DEFAULT_LIMITS } from "../../../model/index.ts";
import { type Diagnostic, Diagnostics, type Reader, type Span } from "../../../source/index.ts";
import {
  describe,
  errorSymbol,
  isEffortSpent,
  isString,
  keyOf,
  literal,
  MOST_CONDITIONS,
  type SymbolValue,
  type Value,
} from "../../../value/index.ts";
import type { Declaration } from "../load/index.ts";
import type { Expression } from "../syntax/index.ts";
import type { Type } from "../types/index.ts";
import { LazyEntries } from "./lazy-entries.ts";
import { labelOf, type Scope } from "./scope.ts";

/** Parts of one value, and levels of them, that no configuration made by people comes near. */
const MOST_PARTS = 2_000_000;
const DEEPEST_VALUE = 250;
/** Characters of a text that weigh as much as one part. */
const TEXT_PER_PART = 5;

interface Extent {
  readonly size: number;
  readonly depth: number;
}

const SMALLEST: Extent = { size: 1, depth: 0 };

function extentOfText(text: string): Extent {
  return text.length < TEXT_PER_PART ? SMALLEST : { size: 1 + text.length / TEXT_PER_PART, depth: 0 };
}

/** What is counted below an unknown: conditions, which are looked into again, and strings too long to put together. Any other stands for itself. */
const COUNTED = new Set(["&&", "||", "!", "concat"]);

/** What a value is made of: its items, entries or parts, or what an unknown that counts was made from. */
function partsIn(value: Value): readonly Value[] | ReadonlyMap<string, Value> | undefined {
  switch (value.kind) {
    case "list":
      return value.items;
    case "object":
      return value.entries;
    case "template":
      return value.parts;
    case "symbol":
      return value.operator !== undefined && COUNTED.has(value.operator) ? value.operands : undefined;
    default:
      return undefined;
  }
}

/** Mistakes that other values might not lead to. */
const OF_VALUES: ReadonlySet<string> = new Set([
  "invalid-call",
  "invalid-condition",
  "invalid-count",
  "invalid-dynamic",
  "invalid-for",
  "invalid-for-each",
  "invalid-key",
  "invalid-operand",
  "invalid-reference",
  "invalid-template",
  "duplicate-key",
]);

/** What became of an expression that was allowed to fail. */
export interface Trial<T> {
  readonly value: T;
  /** It has a mistake for certain. */
  readonly failed: boolean;
  /** It reads a part of something unknown that may not be there. */
  readonly doubtful: boolean;
}

interface Frame {
  readonly trial: boolean;
  failed: boolean;
  doubtful: boolean;
}

/**
 * What the evaluation of one stack in one scenario shares: diagnostics, bounds, and whether mistakes count at the moment. The only
 * thing here that changes; values, syntax and modules never do.
 */
export class Evaluation {
  readonly reader: Reader;
  readonly limits: Limits;
  readonly idOf: NonNullable<FrontendOptions["idOf"]>;
  /** Evaluates any expression; handed in, because expressions of all kinds hold each other. */
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  /** Values of literals: the same for every instance. */
  readonly constants = new Map<Expression, Value>();
  /** Type constraints of variables, by their declarations. */
  readonly types = new Map<Declaration, Type>();
  readonly #diagnostics = new Diagnostics();
  /** Whether the root module has its variables' defaults alone: what they come to may say nothing of a deployment. */
  readonly #hasInputs: boolean;
  readonly #ofDefaults: Diagnostic[] = [];
  readonly #frames: Frame[] = [];
  readonly #extents = new WeakMap<object, Extent>();
  readonly #declaredNames = new Set<string>();
  readonly #danglingNames = new Set<string>();
  #steps = 0;
  #instances = 0;
  #depth = 0;
  readonly #exceededLimits = new Set<keyof Limits | "conditions">();

  readonly #symbolicKeys = new Map<string, Value>();
  readonly #representatives = new Map<string, Value>();

  constructor(
    reader: Reader,
    evaluate: Evaluation["evaluate"],
    options: FrontendOptions = {},
    hasInputs = true,
  ) {
    this.#hasInputs = hasInputs;
    this.reader = reader;
    this.evaluate = evaluate;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.idOf = options.idOf ?? (() => undefined);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics.all;
  }

  /** Mistakes that the values lead to, where nobody gave any: other values may lead elsewhere. */
  get ofDefaults(): readonly Diagnostic[] {
    return this.#ofDefaults;
  }

  get depth(): number {
    return this.#depth;
  }

  report(diagnostic: Diagnostic): void {
    const frame = this.#frames.at(-1);
    if (!frame?.trial) this.#diagnostics.add(diagnostic);
    else if (diagnostic.severity === "error") frame.failed = true;
  }

  /** Reports a mistake that is one whatever the values are, as a name that nobody declares: no `try` makes it good. */
  failAlways(code: string, message: string, span: Span): Value {
    const frame = this.#frames.at(-1);
    if (frame) frame.failed = true;
    this.#diagnostics.add({ severity: "error", code, message, span });
    return mistaken(span);
  }

  /**
   * Reports a mistake at a place and gives the value that stands for what could not be had. `ofValues` is whether other values of the
   * variables might not lead to it.
   */
  fail(
    code: string,
    message: string | (() => string),
    span: Span,
    ofValues: boolean = OF_VALUES.has(code),
  ): Value {
    const frame = this.#frames.at(-1);
    if (frame?.trial) {
      // Nobody reads what went wrong in a trial, and modules that try a lot go wrong a lot.
      frame.failed = true;
      return mistaken(span);
    }
    const text = typeof message === "string" ? message : message();
    const mistake = { severity: "error", code, message: text, span } as const;
    if (this.#hasInputs || !ofValues) this.#diagnostics.add(mistake);
    else this.#ofDefaults.push(mistake);
    return mistaken(span);
  }

  warn(code: string, message: string, span: Span): void {
    this.report({ severity: "warning", code, message, span });
  }

  /** Warns of a value that the validation of its variable refuses. */
  refuse(message: string, span: Span): void {
    const warning = { severity: "warning", code: "invalid-value", message, span } as const;
    if (this.#hasInputs) this.report(warning);
    else this.#ofDefaults.push(warning);
  }

  /** Remembers a name that was referred to in the root module, and whether anything declares it. */
  sawName(name: string, declared: boolean): void {
    (declared ? this.#declaredNames : this.#danglingNames).add(name);
  }

  /** The names in the root module that lead nowhere, where most of them do: it is a part of some other module. */
  get fragment(): readonly string[] | undefined {
    const dangling = this.#danglingNames.size;
    return dangling >= 2 && dangling > this.#declaredNames.size ? [...this.#danglingNames] : undefined;
  }

  /** Tells an enclosing `try` or `can` that a part of something unknown was read. */
  doubt(): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.doubtful = true;
  }

  /** Runs what may fail: its mistakes are no diagnostics. */
  attempt<T>(run: () => T): Trial<T> {
    const frame: Frame = { trial: true, failed: false, doubtful: false };
    this.#frames.push(frame);
    try {
      return { value: run(), failed: frame.failed, doubtful: frame.doubtful };
    } finally {
      this.#frames.pop();
    }
  }

  /** Runs what only counts under a condition: where nobody knows whether it holds, mistakes may rest on that it does not. */
  under<T>(condition: Value, run: () => T): T {
    const certain = condition.kind === "literal" && condition.value === true;
    return certain ? run() : this.attempt(run).value;
  }

  /** Runs what stands on its own (a local, an argument of a resource): its mistakes count, whoever reads it. */
  standalone<T>(run: () => T): T {
    if (this.#frames.at(-1)?.trial !== true) return run();
    this.#frames.push({ trial: false, failed: false, doubtful: false });
    try {
      return run();
    } finally {
      this.#frames.pop();
    }
  }

  /** Uses up part of the budget; when it is used up, everything that remains is unknown. */
  spend(steps: number, span: Span): Value | undefined {
    this.#steps += steps;
    if (this.#steps > this.limits.steps) return this.#exceeded("steps", "evaluation steps", span);
    return isEffortSpent()
      ? this.#exceeded("conditions", "conditions to be put into values", span)
      : undefined;
  }

  /**
   * Uses up what it takes to look through the arguments of a function: all that lies in them, or their own items alone where the
   * function looks no further. What lies below has to be read once all the same, to know what is the same and what is secret.
   */
  spendOn(args: readonly Value[], span: Span, surface = false): Value | undefined {
    const cost = (arg: Value): number =>
      surface ? (this.#surfaceOf(arg) ?? this.#extentOf(arg).size) : this.#extentOf(arg).size;
    return this.spend(
      args.reduce((sum, arg) => sum + cost(arg), 0),
      span,
    );
  }

  /** How many items a collection has that was read before; undefined for anything else. */
  #surfaceOf(value: Value): number | undefined {
    if (value.kind === "list") return this.#extents.has(value.items) ? value.items.length : undefined;
    if (value.kind !== "object") return undefined;
    return this.#extents.has(value.entries) ? value.entries.size : undefined;
  }

  /** Counts instances before they are made; a value when they are too many. */
  expand(instances: number, span: Span): Value | undefined {
    if (this.#instances + instances > this.limits.instances)
      return this.#exceeded("instances", "instances", span);
    this.#instances += instances;
    return undefined;
  }

  /**
   * Refuses a value that has too many parts below it, shared ones counted as often as they are reached (`[a, a]` of `[b, b]` and so on
   * grows beyond all bounds in a few lines), or that is nested so deep that walking it would exhaust the stack.
   */
  measure(value: Value, span: Span): Value | undefined {
    const { size, depth } = this.#extentOf(value);
    return size > MOST_PARTS || depth > DEEPEST_VALUE ? this.#tooLarge(span) : undefined;
  }

  #extentOf(value: Value): Extent {
    if (value.kind === "literal")
      return typeof value.value === "string" ? extentOfText(value.value) : SMALLEST;
    if (value.kind === "choice")
      return this.#extentOfParts(value, [value.condition, value.then, value.otherwise]);
    const parts = partsIn(value);
    return !parts || parts instanceof LazyEntries ? SMALLEST : this.#extentOfParts(parts, parts.values());
  }

  #extentOfParts(key: object, parts: Iterable<Value>): Extent {
    const before = this.#extents.get(key);
    if (before) return before;
    let size = 1;
    let depth = 0;
    for (const part of parts) {
      const inner = this.#extentOf(part);
      size += inner.size;
      depth = Math.max(depth, inner.depth);
    }
    const extent = { size, depth: depth + 1 };
    this.#extents.set(key, extent);
    return extent;
  }

  #tooLarge(span: Span): Value {
    return this.fail(
      "limit-exceeded",
      "The value of this is larger than isolint evaluates. What depends on it stays unknown.",
      span,
    );
  }

  /** Runs one level deeper, unless that is too deep. */
  nested(span: Span, run: () => Value): Value {
    if (this.#depth >= this.limits.depth)
      return this.#exceeded("depth", "levels of nested expressions and references", span);
    this.#depth++;
    try {
      return run();
    } catch (thrown) {
      // The engine's stack is shorter on some machines: that is the same limit, reached earlier.
      if (!(thrown instanceof RangeError)) throw thrown;
      return this.#exceeded("depth", "levels of nested expressions and references", span);
    } finally {
      this.#depth--;
    }
  }

  /**
   * The name under which an entry is kept whose key is a string that nobody knows. It reads like the key was written
   * (`${var.prefix}-app`), and `keyValue` gives the unknown back.
   */
  entryName(key: Value): string {
    if (isString(key)) return key.value;
    const text = key.kind === "template" ? describe(key).slice(1, -1) : `\${${describe(key)}}`;
    for (let name = text; ; name += "'") {
      const taken = this.#symbolicKeys.get(name);
      if (taken && keyOf(taken) !== keyOf(key)) continue;
      if (!taken) this.#symbolicKeys.set(name, key);
      return name;
    }
  }

  /** States which value stands for all members of a collection of unknown size, given as the `rest` of the collection's value. */
  represent(rest: SymbolValue, member: Value): void {
    this.#representatives.set(rest.key, member);
  }

  representative(rest: Value): Value | undefined {
    return rest.kind === "symbol" ? this.#representatives.get(rest.key) : undefined;
  }

  /** The key that an entry's name stands for. */
  keyValue(name: string): Value {
    return this.#symbolicKeys.get(name) ?? literal(name);
  }

  get hasSymbolicKeys(): boolean {
    return this.#symbolicKeys.size > 0;
  }

  /** Each limit is reported once, where it was reached first: everything after it would be the same again. */
  #exceeded(limit: keyof Limits | "conditions", what: string, span: Span): Value {
    const most = limit === "conditions" ? MOST_CONDITIONS : this.limits[limit];
    const message = `This needs more than ${most} ${what}, which is where isolint stops. What depends on it stays unknown.`;
    if (!this.#exceededLimits.has(limit))
      this.#diagnostics.add({ severity: "error", code: "limit-exceeded", message, span });
    this.#exceededLimits.add(limit);
    return mistaken(span);
  }
}

/** What stands for a value that could not be had: called as it is written. */
function mistaken(span: Span): Value {
  const label = labelOf(span.file, span);
  return errorSymbol(label, { kind: "written", span, label });
}
