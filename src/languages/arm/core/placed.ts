import { formatResourceId, idKey, nameKey, parseResourceId, type ResourceId } from "../../../model/index.ts";
import {
  appliedSymbol,
  concatenate,
  describe,
  isNumber,
  isString,
  literal,
  namedSymbol,
  object,
  type ResourceHandle,
  resourceValue,
  splitString,
  type Value,
  withOrigin,
} from "../../../value/index.ts";
import { environmentOf } from "./environment.ts";
import { type Evaluator, type LoopTurn, written } from "./evaluate.ts";
import type { CallExpression } from "./expression.ts";
import type { CalledFunction, TemplateInstance } from "./instance.ts";
import { DEPLOYMENTS } from "./template.ts";

/** A function whose meaning depends on the place it is called in: on the deployment, its scope, its resources. */
type Placed = (
  instance: TemplateInstance,
  args: readonly Value[],
  call: CallExpression,
  turns: readonly LoopTurn[],
) => Value | undefined;

/** Calls a function that means something only in a template; undefined when `call` is none of them. */
export function callPlaced(
  instance: TemplateInstance,
  call: CallExpression,
  evaluator: Evaluator,
  turns: readonly LoopTurn[] = [],
): Value | undefined {
  const evaluated = (): readonly Value[] => call.args.map((arg) => evaluator.evaluate(arg));
  const user = userFunctionOf(instance, call);
  if (user) return callUser(user, evaluated());
  if (call.on) return callOn(evaluator.evaluate(call.on), call, evaluated());
  const name = call.name.toLowerCase();
  const fromFile = instance.template.fileFunctions?.(call, evaluated, evaluator);
  if (fromFile) return fromFile;
  const [only] = call.args;
  const argument =
    name === "parameters" && only?.kind === "literal" && evaluator.environment.argument(String(only.value));
  if (argument) return argument;
  const placed = PLACED.get(name);
  if (placed) return placed(instance, evaluated(), call, turns);
  if (!/^list[a-z]*$/.test(name) || name === "lists") return undefined;
  return known(call, evaluated());
}

/** The user function that a call means: of the template, imported, or of a file imported as a whole (`all.f()`). */
function userFunctionOf(instance: TemplateInstance, call: CallExpression): CalledFunction | undefined {
  if (call.on)
    return call.on.kind === "name" ? instance.importedFunction(call.on.name, call.name) : undefined;
  if (isBuiltInNamespace(call.namespace)) return undefined;
  return instance.userFunction(call.namespace === undefined ? call.name : `${call.namespace}.${call.name}`);
}

/** Evaluates a user function's body where it is declared. */
function callUser(user: CalledFunction, args: readonly Value[]): Value {
  const bindings = new Map<string, Value>();
  const keyed = user.home.template.syntax === "arm" ? argumentKey : (parameter: string): string => parameter;
  for (const [at, parameter] of user.function.parameters.entries()) {
    bindings.set(keyed(parameter), args[at] ?? literal(null));
  }
  return user.home.evaluator.within(bindings).evaluate(user.function.body);
}

/** Arguments of ARM's user functions are bound apart from the variables of lambdas, which have names of their own. */
export function argumentKey(name: string): string {
  return `parameters('${name.toLowerCase()}')`;
}

function isBuiltInNamespace(namespace: string | undefined): boolean {
  return namespace === "sys" || namespace === "az";
}

/** `storage.listKeys()`, `vault.getSecret('x')`: only the cloud knows. */
function callOn(owner: Value, call: CallExpression, args: readonly Value[]): Value {
  const origin = written(call.span);
  return appliedSymbol(call.name.toLowerCase(), [owner, ...args], `${describe(owner)}.${call.name}()`, {
    reason: "function",
    origin,
  });
}

/** A call that only the cloud can answer; the same call is the same symbol. */
function known(call: CallExpression, args: readonly Value[], apart: readonly Value[] = []): Value {
  const text = `${call.name}(${args.map((arg) => describe(arg, 1)).join(", ")})`;
  return appliedSymbol(call.name.toLowerCase(), [...args, ...apart], text, {
    reason: "function",
    origin: written(call.span),
  });
}

const PLACED: ReadonlyMap<string, Placed> = new Map<string, Placed>([
  ["parameters", (instance, args, call) => lookUp(instance, "parameter", args, call)],
  ["variables", (instance, args, call) => lookUp(instance, "variable", args, call)],
  ["copyindex", (_instance, args, call, turns) => copyIndex(args, call, turns)],
  ["reference", (instance, args, call) => reference(instance, args, call)],
  ["references", (_instance, args, call) => known(call, args)],
  ["resourceid", (instance, args, call) => resourceId(instance, args, call, "resourceGroup")],
  ["subscriptionresourceid", (instance, args, call) => resourceId(instance, args, call, "subscription")],
  ["tenantresourceid", (instance, args, call) => resourceId(instance, args, call, "tenant")],
  [
    "managementgroupresourceid",
    (instance, args, call) => resourceId(instance, args, call, "managementGroup"),
  ],
  ["extensionresourceid", (_instance, args, call) => extensionResourceId(args, call)],
  ["subscription", (instance, args) => subscription(instance, args)],
  ["resourcegroup", (instance, args) => resourceGroup(instance, args)],
  [
    "managementgroup",
    (instance, [name]) =>
      object({
        name: name ?? namedSymbol("computed", instance.scopeKey, "managementGroup().name"),
        type: literal("managementGroup"),
      }),
  ],
  [
    "tenant",
    () =>
      object({ tenantId: namedSymbol("computed", "tenant", "tenant().tenantId"), type: literal("tenant") }),
  ],
  ["deployer", (_instance, args, call) => known(call, args)],
  [
    "deployment",
    (instance, args, call) =>
      object(
        { name: namedSymbol("computed", instance.scopeKey, "deployment().name") },
        { rest: known(call, args) },
      ),
  ],
  [
    "environment",
    (instance, args, call) => environmentOf(instance.run.cloud ?? "AzureCloud", known(call, args)),
  ],
  // Each deployment asks the clock for itself, and no two GUIDs are alike.
  ["utcnow", (instance, args, call) => known(call, args, [literal(instance.scopeKey)])],
  [
    "newguid",
    (instance, args, call) =>
      known(call, args, [literal(instance.scopeKey), literal(`${call.span.file.path}:${call.span.start}`)]),
  ],
  ["any", (_instance, [value]) => value],
]);

/** A parameter or variable by name; a name that is itself computed from unknowns stays a symbol. */
function lookUp(
  instance: TemplateInstance,
  what: "parameter" | "variable",
  args: readonly Value[],
  call: CallExpression,
): Value {
  const [name] = args;
  if (!name || !isString(name)) return known(call, args);
  const value = instance[what](name.value, call.span);
  if (value) return value;
  instance.run.diagnostics.error(
    "undeclared-name",
    `There is no ${what} '${name.value}' in this template.`,
    call.span,
  );
  return known(call, args);
}

function copyIndex(
  args: readonly Value[],
  call: CallExpression,
  turns: readonly LoopTurn[],
): Value | undefined {
  const name = args.find((arg) => isString(arg));
  const offset = args.find((arg) => !isString(arg));
  const wanted = name && isString(name) ? name.value.toLowerCase() : undefined;
  const running = turns.filter((one) => one.index.kind !== "absent");
  const turn =
    wanted === undefined
      ? (running.find((one) => one.ofResource) ?? running[0])
      : running.find((one) => one.name?.toLowerCase() === wanted);
  if (!turn) return known(call, args);
  if (!offset) return withOrigin(turn.index, written(call.span));
  if (isNumber(turn.index) && isNumber(offset))
    return literal(turn.index.value + offset.value, written(call.span));
  return appliedSymbol("add", [turn.index, offset], `${describe(turn.index)} + ${describe(offset)}`, {
    type: "number",
  });
}

/** Ids in Azure: the type says how many names come last; what comes before them says the scope. */
function resourceId(
  instance: TemplateInstance,
  args: readonly Value[],
  call: CallExpression,
  level: "resourceGroup" | "subscription" | "managementGroup" | "tenant",
): Value {
  const at = args.findIndex((arg) => isString(arg) && /^[\w.]+\.[\w.]+\/[\w./-]+$/.test(arg.value));
  const type = args[at];
  if (!type || !isString(type)) return known(call, args);
  const wanted = type.value.split("/").length - 1;
  const names = args
    .slice(at + 1)
    .flatMap((name) => splitString(name, "/", { wholeSymbols: true }) ?? [name]);
  if (names.length !== wanted) return known(call, args);
  const before = args.slice(0, at);
  const { scope } = instance.placement;
  const [first, second] = before;
  if (level === "tenant") return idValue({ type: type.value, names }, call);
  if (level === "managementGroup") {
    const managementGroup = first ?? scope.managementGroup;
    return idValue({ ...(managementGroup && { managementGroup }), type: type.value, names }, call);
  }
  const subscriptionOf = (value: Value | undefined): { subscription?: Value } =>
    value ? { subscription: value } : {};
  if (
    level === "subscription" ||
    (instance.template.scope === "subscription" && !scope.resourceGroup && before.length < 2)
  ) {
    return idValue({ ...subscriptionOf(first ?? scope.subscription), type: type.value, names }, call);
  }
  const resourceGroup = second ?? first ?? scope.resourceGroup;
  return idValue(
    {
      ...subscriptionOf(second ? first : scope.subscription),
      ...(resourceGroup && { resourceGroup }),
      type: type.value,
      names,
    },
    call,
  );
}

function idValue(id: Parameters<typeof formatResourceId>[0], call: CallExpression): Value {
  return withOrigin(formatResourceId(id), written(call.span));
}

function extensionResourceId(args: readonly Value[], call: CallExpression): Value {
  const [base, type, ...names] = args;
  if (!base || !type || !isString(type) || names.length !== type.value.split("/").length - 1)
    return known(call, args);
  const tail = formatResourceId({ type: type.value, names });
  return withOrigin(concatenate([base, tail]), written(call.span));
}

/** `reference('x')`: what the stack itself sets for a resource or says as a deployment's output, else a symbol. */
function reference(instance: TemplateInstance, args: readonly Value[], call: CallExpression): Value {
  const [target, , full] = args;
  const found = target && handleOf(instance, target, call);
  if (!found) return known(call, args);
  const whole = full && isString(full) && full.value.toLowerCase() === "full";
  return whole ? resourceValue(found) : withOrigin(found.attribute("properties"), written(call.span));
}

function handleOf(
  instance: TemplateInstance,
  target: Value,
  call: CallExpression,
): ResourceHandle | undefined {
  if (target.via && target.via.attribute === "id") return target.via.resource;
  if (isString(target)) {
    const declared = instance.template.symbolicNames ? instance.declared(target.value, call.span) : undefined;
    if (declared?.kind === "resource") return declared.resource;
  }
  const id = parseResourceId(target);
  const type = id?.type.toLowerCase();
  const name = id?.names.at(-1) ?? target;
  const found = (): ResourceHandle | undefined =>
    id ? handleOfId(instance, id, target) : named(instance, name);
  // What is not needed stays unmade: it may refer to what is being made right now.
  instance.expandNamed(type, name);
  const here = found();
  if (here) return here;
  instance.expandHolding(type);
  return found();
}

function handleOfId(instance: TemplateInstance, id: ResourceId, target: Value): ResourceHandle | undefined {
  const { deployments, resources } = instance.run;
  const type = id.type.toLowerCase();
  if (type === DEPLOYMENTS) {
    const wanted = nameKey(id.names.at(-1) ?? target);
    return deployments.findLast((one) => nameKey(one.attribute("name")) === wanted);
  }
  const wanted = idKey(id);
  return resources.findLast(
    (one) => one.type.toLowerCase() === type && idKey({ type: one.type, names: one.names }) === wanted,
  );
}

function named(instance: TemplateInstance, name: Value): ResourceHandle | undefined {
  const { deployments, resources } = instance.run;
  const wanted = nameKey(name);
  return (
    deployments.findLast((one) => nameKey(one.attribute("name")) === wanted) ??
    resources.findLast((one) => nameKey(one.names.at(-1) ?? name) === wanted && one.names.length === 1)
  );
}

/** `subscription()` of this deployment, or with an id (Bicep) as a scope. */
function subscription(instance: TemplateInstance, [id]: readonly Value[]): Value {
  const subscriptionId =
    id ??
    instance.placement.scope.subscription ??
    namedSymbol("computed", "", "subscription().subscriptionId");
  return object(
    {
      subscriptionId,
      id: concatenate([
        literal("/subscriptions/"),
        subscriptionId.kind === "symbol" ? { ...subscriptionId, segment: true } : subscriptionId,
      ]),
      type: literal("subscription"),
    },
    { rest: namedSymbol("computed", "", "subscription()") },
  );
}

/** `resourceGroup()` of this deployment, or with a name, or a subscription and a name (Bicep), as a scope. */
function resourceGroup(instance: TemplateInstance, args: readonly Value[]): Value {
  const { scope } = instance.placement;
  const [first, second] = args;
  const name =
    second ??
    first ??
    scope.resourceGroup ??
    namedSymbol("computed", instance.scopeKey, "resourceGroup().name", { segment: true });
  const subscriptionId =
    (second ? first : undefined) ??
    scope.subscription ??
    namedSymbol("computed", "", "subscription().subscriptionId");
  const id = concatenate([
    literal("/subscriptions/"),
    subscriptionId,
    literal("/resourceGroups/"),
    name.kind === "symbol" ? { ...name, segment: true } : name,
  ]);
  return object(
    { name, id, ...(args.length > 0 && { subscriptionId, type: literal("resourceGroup") }) },
    // What a group is does not depend on who asks.
    { rest: namedSymbol("computed", nameKey(id), "resourceGroup()") },
  );
}
