import type { SourceFile } from "../../../source/index.ts";
import {
  appliedSymbol,
  describe,
  isUnset,
  itemsOf,
  literal,
  mapArms,
  type ObjectValue,
  type Value,
} from "../../../value/index.ts";
import {
  callFunction,
  type FunctionContext,
  type FunctionResult,
  isFunction,
  readsSurface,
} from "../functions/index.ts";
import { type Call, type Expression, parseTemplateText } from "../syntax/index.ts";
import { NO_NAMES } from "./no-names.ts";
import { callProviderFunction } from "./provider-function.ts";
import { type Names, type Scope, spanIn } from "./scope.ts";

/** A function call. `try` and `can` decide themselves what of their arguments is evaluated. */
export function evaluateCall(call: Call, scope: Scope): Value {
  const { evaluation } = scope.module;
  const name = call.name.replace(/^core::/, "");
  if (name === "try") return evaluateTry(call.arguments, call, scope);
  if (name === "can") return evaluateCan(call, scope);
  const provided = name.startsWith("provider::");
  if (!provided && !isFunction(name)) {
    const none = callFunction(name, [], contextOf(scope, call));
    const message = none.kind === "mistake" ? none.message : `There is no function \`${name}\`.`;
    return evaluation.failAlways("unknown-function", message, spanIn(scope, call.nameRange));
  }
  const given = call.arguments.map((argument) => evaluation.evaluate(argument, scope));
  const args = call.expandFinal ? expanded(given) : given;
  if (!args) {
    const last = given.at(-1);
    if (last?.kind === "literal" || last?.kind === "object") {
      return evaluation.fail(
        "invalid-call",
        "Only a list can be spread into arguments.",
        spanIn(scope, call),
      );
    }
    return appliedSymbol(
      `${name}...`,
      given,
      `${name}(${given.map((one) => describe(one, 1)).join(", ")}...)`,
      { reason: "function" },
    );
  }
  const exceeded = evaluation.spendOn(args, spanIn(scope, call), readsSurface(name, args));
  if (exceeded) return exceeded;
  const result = provided ? callProviderFunction(name, args) : guarded(name, args, call, scope);
  return finished(result, call, scope);
}

/** A string that no engine can hold is the only thing that a function throws at. */
function guarded(name: string, args: readonly Value[], call: Call, scope: Scope): FunctionResult {
  try {
    return callFunction(name, args, contextOf(scope, call));
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    return { kind: "mistake", message: "the result is too large." };
  }
}

function finished(result: FunctionResult, call: Call, scope: Scope): Value {
  const { evaluation } = scope.module;
  if (result.kind === "mistake") {
    const argument =
      result.argument === undefined
        ? undefined
        : call.arguments[Math.min(result.argument, call.arguments.length - 1)];
    return evaluation.fail(
      "invalid-call",
      `\`${call.name}\`: ${result.message}`,
      spanIn(scope, argument ?? call),
    );
  }
  return result;
}

/** The arguments of `f(a, list...)`; undefined when nobody knows how many they are. */
function expanded(given: readonly Value[]): readonly Value[] | undefined {
  const last = given.at(-1);
  if (!last) return given;
  if (last.kind !== "list" && !isUnset(last)) return undefined;
  const { items, rest } = itemsOf(last);
  return rest ? undefined : [...given.slice(0, -1), ...items];
}

/**
 * `try(a, b, …)`: the first that is no mistake. Where one is a mistake in some cases only, the next stands in for those; where it
 * reads a part of something unknown that may be missing, the whole is unknown.
 */
function evaluateTry(args: readonly Expression[], call: Call, scope: Scope): Value {
  const { evaluation } = scope.module;
  const [first, ...others] = args;
  if (!first)
    return evaluation.fail("invalid-call", "No expression of this `try` succeeds.", spanIn(scope, call));
  const { value, failed, doubtful } = evaluation.attempt(() => evaluation.evaluate(first, scope));
  const next = (): Value => evaluateTry(others, call, scope);
  if (failed) return next();
  if (others.length === 0) return value;
  if (doubtful) {
    const other = next();
    return appliedSymbol("try", [value, other], `try(${describe(value, 1)}, ${describe(other, 1)})`);
  }
  return mapArms(value, (leaf) => (leaf.kind === "symbol" && leaf.reason === "error" ? next() : leaf));
}

/** `can(x)`: whether it is no mistake, in each case. */
function evaluateCan(call: Call, scope: Scope): Value {
  const { evaluation } = scope.module;
  const [argument] = call.arguments;
  if (!argument) return evaluation.fail("invalid-call", "`can` needs an argument.", spanIn(scope, call));
  const { value, failed, doubtful } = evaluation.attempt(() => evaluation.evaluate(argument, scope));
  if (failed) return literal(false);
  if (doubtful || isUncertainCall(value))
    return appliedSymbol("can", [value], `can(${describe(value, 1)})`, { type: "bool" });
  return mapArms(value, (leaf) => literal(!(leaf.kind === "symbol" && leaf.reason === "error")));
}

/** A function of something unknown may fail once it is known: `can(regex("…", var.x))`. */
function isUncertainCall(value: Value): boolean {
  if (value.kind === "choice") return isUncertainCall(value.then) || isUncertainCall(value.otherwise);
  return value.kind === "symbol" && (value.reason === "expression" || value.reason === "function");
}

function contextOf(scope: Scope, call: Call): FunctionContext {
  const { evaluation } = scope.module;
  return {
    reader: evaluation.reader,
    folder: scope.module.rootFolder,
    renderTemplate: (template, variables) => render(template, variables, scope),
    entryName: (key) => evaluation.entryName(key),
    hasSymbolicKeys: evaluation.hasSymbolicKeys,
    keyValue: (name) => evaluation.keyValue(name),
    notRead: (path) =>
      evaluation.warn(
        "outside-repository",
        `'${path}' leads out of the repository and is not read: what it holds is unknown.`,
        spanIn(scope, call),
      ),
    representative: (rest) => evaluation.representative(rest),
  };
}

/** A template file sees its variables and functions, and nothing of the module. */
function render(template: SourceFile, variables: ObjectValue, scope: Scope): FunctionResult {
  const { evaluation } = scope.module;
  const parsed = parseTemplateText(template);
  for (const diagnostic of parsed.diagnostics) evaluation.report(diagnostic);
  let names: Names | undefined;
  for (const [name, value] of variables.entries) names = { name, value, outer: names };
  const module = {
    ...NO_NAMES,
    evaluation,
    folder: scope.module.folder,
    rootFolder: scope.module.rootFolder,
  };
  return evaluation.evaluate(parsed.expression, { module, file: template, names });
}
