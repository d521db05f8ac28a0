import { didYouMean } from "../../../source/index.ts";
import {
  appliedSymbol,
  asSensitive,
  isNull,
  isWhollyKnown,
  mapArms,
  NULL,
  type Value,
} from "../../../value/index.ts";
import { convert } from "../types/index.ts";
import { overCases } from "./cases.ts";
import {
  type FunctionContext,
  type FunctionResult,
  isMistake,
  mistake,
  type Parameter,
  type TerraformFunction,
} from "./function.ts";
import { FUNCTIONS } from "./registry.ts";
import { unknownCall } from "./unknown.ts";

/** Whether Terraform has a function of that name that works on values: all but `try` and `can`, which work on expressions. */
export function isFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** Whether a function only goes through the items and entries of its arguments, however much lies below them. */
export function readsSurface(name: string, args: readonly Value[]): boolean {
  const reads = FUNCTIONS.get(name)?.reads;
  return (typeof reads === "function" ? reads(args) : reads) === "surface";
}

/**
 * Calls one of Terraform's functions (without `core::`). What can be known of the result is worked out, whatever is unknown in
 * the arguments; the rest is a symbol that is the same wherever the same call is made.
 */
export function callFunction(name: string, args: readonly Value[], context: FunctionContext): FunctionResult {
  const called = FUNCTIONS.get(name);
  if (!called) {
    const instead = REMOVED[name];
    return mistake(
      `There is no function \`${name}\`${instead ? `: Terraform 0.15 took it out. Write \`${instead}\`.` : didYouMean(name, FUNCTIONS.keys())}`,
    );
  }
  const wrong = wrongCount(called, args.length);
  if (wrong !== undefined) return mistake(wrong);
  const given = args.map((arg) => mapArms(arg, (leaf) => (leaf.kind === "absent" ? NULL : leaf)));
  const result =
    called.copes === "everything" ? callOnce(called, given, context) : callForCases(called, given, context);
  return isMistake(result) || !isSecret(called, args) ? result : asSensitive(result);
}

/** Functions that older versions had, and what to write in their place. */
const REMOVED: Readonly<Record<string, string | undefined>> = { list: "tolist([…])", map: "tomap({…})" };

function wrongCount({ parameters, variadic }: TerraformFunction, count: number): string | undefined {
  if (count < parameters.length) {
    const missing = parameters[count]?.name ?? "";
    return `it needs ${variadic ? "at least " : ""}${counted(parameters.length)}, and \`${missing}\` is missing`;
  }
  return count > parameters.length && !variadic
    ? `it takes ${counted(parameters.length)}, and there are ${count}`
    : undefined;
}

function counted(count: number): string {
  return count === 1 ? "1 argument" : `${count} arguments`;
}

function isSecret(called: TerraformFunction, args: readonly Value[]): boolean {
  if (called.secrets === "none") return false;
  return args.some((arg) => (called.secrets === "apart" ? arg.sensitive === true : isSensitiveWithin(arg)));
}

/** What has been looked through: large values are handed to many functions. */
const secretWithin = new WeakMap<object, boolean>();

function isSensitiveWithin(value: Value): boolean {
  if (value.sensitive) return true;
  switch (value.kind) {
    case "list":
      return isAnySensitive(value.items, value.items);
    case "object":
      return isAnySensitive(value.entries, value.entries.values());
    case "choice":
      return isAnySensitive(value, [value.then, value.otherwise]);
    case "template":
      return isAnySensitive(value.parts, value.parts);
    default:
      return false;
  }
}

function isAnySensitive(key: object, parts: Iterable<Value>): boolean {
  const known = secretWithin.get(key);
  if (known !== undefined) return known;
  let found = false;
  for (const part of parts) found ||= isSensitiveWithin(part);
  secretWithin.set(key, found);
  return found;
}

/** The call for every combination of the arguments' cases. */
function callForCases(
  called: TerraformFunction,
  args: readonly Value[],
  context: FunctionContext,
): FunctionResult {
  if (!args.some((arg) => arg.kind === "choice")) return callOnce(called, args, context);
  return (
    overCases(called.name, args, (leaves) => callOnce(called, leaves, context)) ?? unknownCall(called, args)
  );
}

function callOnce(
  called: TerraformFunction,
  args: readonly Value[],
  context: FunctionContext,
): FunctionResult {
  const erroneous = args.find((arg) => arg.kind === "symbol" && arg.reason === "error");
  if (erroneous?.kind === "symbol") {
    const extra = { reason: "error" as const, ...(erroneous.origin && { origin: erroneous.origin }) };
    return appliedSymbol(called.name, args, erroneous.text, extra);
  }
  const converted: Value[] = [];
  for (const [at, arg] of args.entries()) {
    const parameter = called.parameters[at] ?? called.variadic;
    const result = parameter ? argumentFor(parameter, arg) : arg;
    if (isMistake(result)) return mistake(result.message, at);
    converted.push(result);
  }
  if (called.copes === "known" && !converted.every(isWhollyKnown)) return unknownCall(called, converted);
  return called.call(converted, context);
}

function argumentFor(parameter: Parameter, arg: Value): FunctionResult {
  if (isNull(arg) && !parameter.nullable) return mistake(`\`${parameter.name}\` must not be null`);
  const conversion = convert(arg, parameter.type);
  return "error" in conversion
    ? mistake(`\`${parameter.name}\` does not fit: ${conversion.error}`)
    : conversion.value;
}
