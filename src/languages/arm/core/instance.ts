import { type DeploymentScope, nameKey, type OpaqueModule } from "../../../model/index.ts";
import { type Diagnostics, didYouMean, type Span, spanText } from "../../../source/index.ts";
import {
  ABSENT,
  appliedSymbol,
  asSensitive,
  choose,
  describe,
  errorSymbol,
  isUnset,
  keyOf,
  list,
  listOf,
  mapArms,
  namedSymbol,
  object,
  outcomeOf,
  type ResourceHandle,
  readThrough,
  resourceValue,
  type Shape,
  splitString,
  TRUE,
  truthOf,
  type Value,
} from "../../../value/index.ts";
import type { Budget } from "./budget.ts";
import { type Environment, Evaluator, type LoopTurn, written } from "./evaluate.ts";
import type { CallExpression, Expression } from "./expression.ts";
import { argumentKey, callPlaced } from "./placed.ts";
import { ArmResource, DeploymentHandle } from "./resource.ts";
import {
  type Deployment,
  isOpaque,
  type Parameter,
  type ResourceDeclaration,
  type Template,
  typesIn,
  type UserFunction,
} from "./template.ts";
import type { Turn, Turns } from "./turns.ts";

/** What all templates of one stack share while they are evaluated. */
export interface StackRun {
  readonly diagnostics: Diagnostics;
  readonly budget: Budget;
  readonly resources: ArmResource[];
  readonly opaqueModules: OpaqueModule[];
  /** All deployments, for `reference()` by name or id. */
  readonly deployments: DeploymentHandle[];
  /** All instances, in the order in which they were begun. */
  readonly instances: TemplateInstance[];
  readonly language: "arm" | "bicep";
  /** The cloud that is deployed to; the public one when absent. */
  readonly cloud?: string;
}

/** How a template is deployed: where, with what, from which deployment. */
export interface Placement {
  readonly scope: DeploymentScope;
  /** Given parameters by lower-case name. */
  readonly parameters: ReadonlyMap<string, Value>;
  /** Further parameters may be given that nobody knows; the value they come from. */
  readonly parametersRest?: Value;
  /** Before each address: `Microsoft.Resources/deployments/net::` or `net::`; empty at the top. */
  readonly prefix: string;
  readonly condition: Value;
  readonly depth: number;
  /** With outer expression scope: whose parameters and variables the expressions see. */
  readonly outer?: Evaluator;
}

/** A user function with the instance in which its names mean something. */
export interface CalledFunction {
  readonly function: UserFunction;
  readonly home: TemplateInstance;
}

/** The instances of one declaration: a resource or deployment, or several made by a loop. */
interface Instances {
  readonly declaration: ResourceDeclaration;
  readonly handles: readonly (ArmResource | DeploymentHandle)[];
  readonly value: Value;
}

/** One deployment of one template: its names and their values, its resources and its outputs. */
export class TemplateInstance implements Environment {
  readonly template: Template;
  readonly placement: Placement;
  readonly run: StackRun;
  readonly evaluator: Evaluator;
  readonly #parameters = new Map<string, Value>();
  readonly #variables = new Map<string, Value>();
  readonly #busy = new Set<string>();
  readonly #instances = new Map<ResourceDeclaration, Instances>();
  readonly #making = new Set<ResourceDeclaration>();
  readonly #bySymbolicName = new Map<string, ResourceDeclaration>();
  readonly #imported = new Map<Template, TemplateInstance>();
  readonly #names = new Map<ResourceDeclaration, string>();
  #outputs: ReadonlyMap<string, Value> | undefined;

  constructor(template: Template, placement: Placement, run: StackRun) {
    this.template = template;
    this.placement = placement;
    this.run = run;
    this.evaluator = placement.outer ?? new Evaluator(this, run.diagnostics, run.budget);
    run.instances.push(this);
    for (const declaration of template.resources) {
      if (declaration.symbolicName !== undefined && (!declaration.within || template.syntax === "arm")) {
        this.#bySymbolicName.set(declaration.symbolicName, declaration);
      }
    }
  }

  /** Makes all resource instances, nested deployments included. Bodies stay unevaluated until asked for. */
  expand(): void {
    for (const declaration of this.template.resources) this.#instancesOf(declaration);
  }

  /** Makes what may have this name, and leaves the rest for later. */
  expandNamed(type: string | undefined, name: Value): void {
    const wanted = nameKey(name);
    for (const declaration of this.template.resources) {
      if (type !== undefined && declaration.type.toLowerCase() !== type) continue;
      const own = this.#nameOf(declaration);
      if (own === undefined || own === wanted) this.#instancesOf(declaration);
    }
  }

  /** Makes the deployments in whose templates something of this type is declared. */
  expandHolding(type: string | undefined): void {
    for (const declaration of this.template.resources) {
      const { deployment } = declaration;
      if (!deployment || isOpaque(deployment.template)) continue;
      if (type === undefined || typesIn(deployment.template).has(type)) this.#instancesOf(declaration);
    }
  }

  /** The last part of the name of what has but one, as a key; undefined when it must be made to be known. */
  #nameOf(declaration: ResourceDeclaration): string | undefined {
    if (declaration.loop || declaration.within) return undefined;
    let name = this.#names.get(declaration);
    if (name === undefined) {
      const last = splitString(this.evaluator.evaluate(declaration.name), "/", { wholeSymbols: true })?.at(
        -1,
      );
      name = last ? nameKey(last) : "";
      this.#names.set(declaration, name);
    }
    return name === "" ? undefined : name;
  }

  get outputs(): ReadonlyMap<string, Value> {
    this.#outputs ??= new Map(
      [...this.template.outputs.values()].map((output) => [
        output.name,
        this.evaluator.evaluate(output.value),
      ]),
    );
    return this.#outputs;
  }

  /** The identity of this deployment's names: same names in other deployments are other symbols. */
  get scopeKey(): string {
    return `${this.template.file.path}#${this.placement.prefix}`;
  }

  // Environment

  name(name: string, at: Span): Value | undefined {
    const folded = this.template.syntax === "bicep" ? name : name.toLowerCase();
    if (this.template.parameters.has(folded)) return this.parameter(name, at);
    if (this.template.variables.has(folded)) return this.variable(name, at);
    const declared = this.declared(name, at);
    if (declared) return readThrough(declared, { kind: "reference", span: at, label: name });
    const imported = this.template.imports.get(name);
    if (imported) {
      const home = this.#importedInstance(imported.template);
      return imported.name === "*" ? home.#allVariables(at) : home.name(imported.name, at);
    }
    const known = [
      ...this.template.parameters.keys(),
      ...this.template.variables.keys(),
      ...this.#bySymbolicName.keys(),
    ];
    this.run.diagnostics.error("undeclared-name", `'${name}' is not declared${didYouMean(name, known)}`, at);
    return undefined;
  }

  call(call: CallExpression, evaluator: Evaluator): Value | undefined {
    return callPlaced(this, call, evaluator);
  }

  argument(): undefined {
    return undefined;
  }

  nested(owner: Value, name: string): Value | undefined {
    if (owner.kind !== "resource" || !(owner.resource instanceof ArmResource)) return undefined;
    const parent = owner.resource;
    const declaration = this.template.resources.find(
      (one) => one.symbolicName === name && one.within === parent.declaration,
    );
    const child =
      declaration &&
      this.#instancesOf(declaration)?.handles.filter(
        (one) => one instanceof ArmResource && one.parent === parent,
      );
    if (!declaration || !child) return undefined;
    return declaration.loop ? listOfHandles(child, undefined) : child[0] && resourceValue(child[0]);
  }

  with(bindings: ReadonlyMap<string, Value>, turn?: LoopTurn): Environment {
    return new LocalNames(this, this, bindings, turn ? [turn] : []);
  }

  // Names

  parameter(name: string, at: Span): Value | undefined {
    const parameter = this.template.parameters.get(
      this.template.syntax === "bicep" ? name : name.toLowerCase(),
    );
    if (!parameter) return undefined;
    const label = this.template.syntax === "bicep" ? parameter.name : `parameters('${parameter.name}')`;
    const value = this.#once(
      this.#parameters,
      parameter.name,
      () => this.#parameterValue(parameter, label),
      label,
      at,
    );
    return readThrough(parameter.secure ? asSensitive(value) : value, { kind: "reference", span: at, label });
  }

  #parameterValue(parameter: Parameter, label: string): Value {
    const domain = this.#domainOf(parameter);
    const given = this.placement.parameters.get(parameter.name.toLowerCase());
    if (given?.kind === "symbol" && given.reason !== "error") {
      // With a default nobody knows whether null is given: then it would be the default.
      return { ...(!parameter.defaultValue && shapeOf(parameter)), ...(domain && { domain }), ...given };
    }
    if (given && given.kind !== "absent") {
      // Null stands for nothing given, where there is a default.
      return parameter.defaultValue
        ? mapArms(given, (arm) => (isUnset(arm) ? this.#defaultOf(parameter, label, domain) : arm))
        : given;
    }
    return this.#defaultOf(parameter, label, domain);
  }

  #defaultOf(parameter: Parameter, label: string, domain: readonly Value[] | undefined): Value {
    const symbol = namedSymbol("input", this.scopeKey, label, {
      ...shapeOf(parameter),
      ...(domain && { domain }),
      origin: { kind: "input", span: parameter.span, label: "no value is given" },
    });
    if (this.placement.parametersRest) return symbol;
    if (parameter.defaultValue) {
      const value = this.evaluator.evaluate(parameter.defaultValue);
      const step = {
        kind: "input-default",
        span: parameter.defaultValue.span,
        label: `default of ${label}`,
      } as const;
      return readThrough(
        value.kind === "symbol" && domain && !value.domain ? { ...value, domain } : value,
        step,
      );
    }
    return parameter.nullable ? { kind: "literal", value: null, origin: written(parameter.span) } : symbol;
  }

  #domainOf(parameter: Parameter): readonly Value[] | undefined {
    if (parameter.allowed) {
      const allowed = listOf(this.evaluator.evaluate(parameter.allowed));
      if (allowed && !allowed.rest) return allowed.items;
    }
    const { shape, literals } = parameter.type ?? {};
    return shape?.domain ?? literals?.map((value) => ({ kind: "literal", value }));
  }

  variable(name: string, at: Span): Value | undefined {
    const variable = this.template.variables.get(
      this.template.syntax === "bicep" ? name : name.toLowerCase(),
    );
    if (!variable) return undefined;
    const label = this.template.syntax === "bicep" ? variable.name : `variables('${variable.name}')`;
    const value = this.#once(
      this.#variables,
      variable.name,
      () => this.evaluator.evaluate(variable.value),
      label,
      at,
    );
    return readThrough(value, { kind: "reference", span: at, label });
  }

  #allVariables(at: Span): Value {
    const names = [...this.template.variables.values()].map(({ name }) => name);
    return object(new Map(names.map((name) => [name, this.variable(name, at) ?? ABSENT])));
  }

  #once(store: Map<string, Value>, name: string, make: () => Value, label: string, at: Span): Value {
    const known = store.get(name);
    if (known) return known;
    const key = label.toLowerCase();
    if (this.#busy.has(key)) {
      this.run.diagnostics.error("cycle", `${label} depends on itself.`, at);
      return errorSymbol(label, written(at));
    }
    this.#busy.add(key);
    const value = make();
    this.#busy.delete(key);
    store.set(name, value);
    return value;
  }

  userFunction(name: string): CalledFunction | undefined {
    const own = this.template.functions.get(this.template.syntax === "bicep" ? name : name.toLowerCase());
    if (own) return { function: own, home: own.home ? this.#importedInstance(own.home) : this };
    const imported = this.template.imports.get(name);
    return imported && this.#importedInstance(imported.template).userFunction(imported.name);
  }

  /** A function of a file that is imported as a whole under a name. */
  importedFunction(everything: string, name: string): CalledFunction | undefined {
    const imported = this.template.imports.get(everything);
    if (imported?.name !== "*") return undefined;
    const home = this.#importedInstance(imported.template);
    return home.userFunction(name) ?? home.userFunction(`__bicep.${name}`);
  }

  #importedInstance(template: Template): TemplateInstance {
    const known = this.#imported.get(template);
    if (known) return known;
    const instance = new TemplateInstance(
      template,
      { ...this.placement, parameters: new Map() },
      { ...this.run, instances: [], resources: [] },
    );
    this.#imported.set(template, instance);
    return instance;
  }

  /** What is declared under a symbolic name: a resource or deployment, or a list of them. */
  declared(name: string, at: Span): Value | undefined {
    const declaration = this.#bySymbolicName.get(name);
    if (!declaration) return undefined;
    const instances = this.#instancesOf(declaration);
    if (instances) return instances.value;
    this.run.diagnostics.error("cycle", `'${name}' depends on itself.`, at);
    return errorSymbol(name, written(at));
  }

  // Resources

  /** Made when first asked for, as declarations may refer to later ones. Undefined while it is being made: a ring. */
  #instancesOf(declaration: ResourceDeclaration): Instances | undefined {
    const known = this.#instances.get(declaration);
    if (known || this.#making.has(declaration)) return known;
    this.#making.add(declaration);
    const instances = this.#make(declaration);
    this.#making.delete(declaration);
    this.#instances.set(declaration, instances);
    return instances;
  }

  #make(declaration: ResourceDeclaration): Instances {
    const owner = declaration.within && this.#instancesOf(declaration.within);
    const owners = owner ? owner.handles.filter((handle) => handle instanceof ArmResource) : [undefined];
    const made: (ArmResource | DeploymentHandle)[] = [];
    let value: Value | undefined;
    for (const parent of owners) {
      const turns = this.#turnsOf(declaration);
      const handles = turns.items.map((turn, at) =>
        this.#instance(declaration, parent, turn, declaration.loop ? `[${at}]` : "", false),
      );
      const more = turns.rest && this.#instance(declaration, parent, turns.rest, "[*]", true);
      made.push(...handles, ...(more ? [more] : []));
      value ??= declaration.loop ? listOfHandles(handles, more) : handles[0] && resourceValue(handles[0]);
    }
    return { declaration, handles: made, value: value ?? ABSENT };
  }

  #turnsOf(declaration: ResourceDeclaration): Turns {
    if (!declaration.loop)
      return { items: [{ bindings: new Map(), turn: { name: undefined, index: ABSENT } }] };
    return this.evaluator.turns(declaration.loop, true);
  }

  #instance(
    declaration: ResourceDeclaration,
    parent: ArmResource | undefined,
    turn: Turn,
    suffix: string,
    symbolic: boolean,
  ): ArmResource | DeploymentHandle {
    const around = parent && this.template.syntax === "bicep" ? this.#inside(parent) : this.evaluator;
    const evaluator = declaration.loop ? around.within(turn.bindings, turn.turn) : around;
    const address = `${this.placement.prefix}${this.#addressOf(declaration, parent)}${suffix}`;
    const conditions = [this.placement.condition, parent?.condition ?? TRUE, turn.condition ?? TRUE];
    if (declaration.condition) conditions.push(evaluator.evaluate(declaration.condition));
    const condition = allOf(conditions);
    if (declaration.deployment)
      return this.#deploy(declaration, declaration.deployment, evaluator, address, condition);
    const owner = parent ?? this.#parentOf(declaration, evaluator);
    const resource = new ArmResource({
      language: this.run.language,
      address,
      declaration,
      module: this.placement.prefix.replace(/::$/, ""),
      scope: declaration.scope || !owner ? this.#scopeOf(declaration, evaluator) : owner.scope,
      symbolic: symbolic || parent?.symbolic === true,
      condition,
      parent: owner,
      on: this.#extended(declaration, evaluator),
      name: () => evaluator.evaluate(declaration.name),
      body: () => {
        const body = evaluator.evaluate(declaration.body);
        return body.kind === "object" ? body : object(new Map(), { rest: body });
      },
    });
    if (!(condition.kind === "literal" && condition.value === false)) this.run.resources.push(resource);
    return resource;
  }

  /** Inside of a resource, what is declared in it and in those around it can be named without `::`. */
  #inside(parent: ArmResource): Evaluator {
    const environment = new NestedNames(this, parent);
    return new Evaluator(environment, this.run.diagnostics, this.run.budget);
  }

  /** As its author would type it; see the decisions on addresses in docs/decisions. */
  #addressOf(declaration: ResourceDeclaration, parent: ArmResource | undefined): string {
    const own = declaration.symbolicName;
    if (own !== undefined) {
      const before =
        parent && declaration.within ? parent.address.slice(this.placement.prefix.length) : undefined;
      return before === undefined ? own : `${before}::${own}`;
    }
    const name = nameAsWritten(declaration.name);
    const ancestors: string[] = [];
    for (let at = declaration.within; at; at = at.within) {
      if (!name.includes("/")) ancestors.unshift(nameAsWritten(at.name));
    }
    return [declaration.type, ...ancestors, name].join("/");
  }

  #parentOf(declaration: ResourceDeclaration, evaluator: Evaluator): ArmResource | undefined {
    if (!declaration.parent) return undefined;
    const parent = evaluator.evaluate(declaration.parent);
    return parent.kind === "resource" && parent.resource instanceof ArmResource ? parent.resource : undefined;
  }

  #extended(declaration: ResourceDeclaration, evaluator: Evaluator): ArmResource | undefined {
    if (!declaration.scope) return undefined;
    const scope = evaluator.evaluate(declaration.scope);
    if (scope.kind === "resource" && scope.resource instanceof ArmResource) return scope.resource;
    return scope.via?.resource instanceof ArmResource ? scope.via.resource : undefined;
  }

  #scopeOf(declaration: ResourceDeclaration, evaluator: Evaluator): DeploymentScope {
    const scope = declaration.scope && evaluator.evaluate(declaration.scope);
    return (scope && scopeOfValue(scope, this.placement.scope)) ?? this.placement.scope;
  }

  // Deployments

  #deploy(
    declaration: ResourceDeclaration,
    deployment: Deployment,
    evaluator: Evaluator,
    address: string,
    condition: Value,
  ): DeploymentHandle {
    const name = (): Value => evaluator.evaluate(declaration.name);
    const given = new Map(
      [...deployment.parameters].map(([key, value]) => [key.toLowerCase(), evaluator.evaluate(value)]),
    );
    const from = deployment.parametersFrom && evaluator.evaluate(deployment.parametersFrom);
    const inputs = from ?? object(given);
    if (from?.kind === "object")
      for (const [key, value] of from.entries)
        given.set(key.toLowerCase(), this.template.syntax === "bicep" ? value : parameterContent(value));
    if (isOpaque(deployment.template)) {
      const { source, reason, span } = deployment.template;
      this.run.opaqueModules.push({ address, source, reason, span, inputs, condition });
      return this.#deployed(new DeploymentHandle(address, name, () => undefined));
    }
    const depth = this.placement.depth + 1;
    if (condition.kind === "literal" && condition.value === false)
      return this.#deployed(new DeploymentHandle(address, name, () => new Map()));
    if (depth > DEEPEST_DEPLOYMENT) {
      this.run.diagnostics.error(
        "too-deep",
        `Deployments are nested more than ${DEEPEST_DEPLOYMENT} levels deep here.`,
        declaration.span,
      );
      return new DeploymentHandle(address, name, () => undefined);
    }
    const placement: Placement = {
      scope: this.#deploymentScope(declaration, deployment, evaluator),
      parameters: given,
      ...(from && from.kind !== "object" && !isUnset(from) && { parametersRest: from }),
      prefix: `${address}::`,
      condition,
      depth,
      ...(deployment.expressionScope === "outer" && { outer: evaluator }),
    };
    const instance = new TemplateInstance(deployment.template, placement, this.run);
    instance.expand();
    return this.#deployed(new DeploymentHandle(address, name, () => instance.outputs));
  }

  #deployed(handle: DeploymentHandle): DeploymentHandle {
    this.run.deployments.push(handle);
    return handle;
  }

  #deploymentScope(
    declaration: ResourceDeclaration,
    deployment: Deployment,
    evaluator: Evaluator,
  ): DeploymentScope {
    const scope = this.#scopeOf(declaration, evaluator);
    const subscription = deployment.subscription && evaluator.evaluate(deployment.subscription);
    const resourceGroup = deployment.resourceGroup && evaluator.evaluate(deployment.resourceGroup);
    return { ...scope, ...(subscription && { subscription }), ...(resourceGroup && { resourceGroup }) };
  }
}

const DEEPEST_DEPLOYMENT = 24;

/** Names of loops and lambdas on top of a template's own. */
class LocalNames implements Environment {
  readonly #home: TemplateInstance;
  readonly #around: Environment;
  readonly #bindings: ReadonlyMap<string, Value>;
  readonly #turns: readonly LoopTurn[];

  constructor(
    home: TemplateInstance,
    around: Environment,
    bindings: ReadonlyMap<string, Value>,
    turns: readonly LoopTurn[],
  ) {
    this.#home = home;
    this.#around = around;
    this.#bindings = bindings;
    this.#turns = turns;
  }

  name(name: string, at: Span): Value | undefined {
    const bound = this.#bindings.get(name);
    return bound
      ? readThrough(bound, { kind: "reference", span: at, label: name })
      : this.#around.name(name, at);
  }

  call(call: CallExpression, evaluator: Evaluator): Value | undefined {
    return callPlaced(this.#home, call, evaluator, this.#turns);
  }

  argument(name: string): Value | undefined {
    return this.#bindings.get(argumentKey(name)) ?? this.#around.argument(name);
  }

  nested(owner: Value, name: string): Value | undefined {
    return this.#home.nested(owner, name);
  }

  with(bindings: ReadonlyMap<string, Value>, turn?: LoopTurn): Environment {
    return new LocalNames(this.#home, this, bindings, turn ? [turn, ...this.#turns] : this.#turns);
  }
}

/** The names of a resource's nested resources, then of those around it, then of the template. */
class NestedNames implements Environment {
  readonly #home: TemplateInstance;
  readonly #parent: ArmResource;

  constructor(home: TemplateInstance, parent: ArmResource) {
    this.#home = home;
    this.#parent = parent;
  }

  name(name: string, at: Span): Value | undefined {
    for (
      let around: ResourceHandle | undefined = this.#parent;
      around instanceof ArmResource;
      around = around.parent
    ) {
      const found = this.#home.nested(resourceValue(around), name);
      if (found) return readThrough(found, { kind: "reference", span: at, label: name });
      if (!around.declaration.within) break;
    }
    return this.#home.name(name, at);
  }

  call(call: CallExpression, evaluator: Evaluator): Value | undefined {
    return callPlaced(this.#home, call, evaluator);
  }

  argument(): undefined {
    return undefined;
  }

  nested(owner: Value, name: string): Value | undefined {
    return this.#home.nested(owner, name);
  }

  with(bindings: ReadonlyMap<string, Value>, turn?: LoopTurn): Environment {
    return new LocalNames(this.#home, this, bindings, turn ? [turn] : []);
  }
}

function listOfHandles(handles: readonly ResourceHandle[], more: ResourceHandle | undefined): Value {
  const rest = more && appliedSymbol("each", [resourceValue(more)], more.address);
  return list(
    handles.map((handle) => resourceValue(handle)),
    rest ? { rest } : {},
  );
}

/** `{ "value": x }` as parameter files and deployments write it, or the value itself. */
function parameterContent(value: Value): Value {
  return value.kind === "object" && value.entries.size === 1 ? (value.entries.get("value") ?? value) : value;
}

/** The conjunction of conditions, as far as it is decided. */
function allOf(conditions: readonly Value[]): Value {
  const unsettled = conditions.filter(
    (condition) => !(condition.kind === "literal" && condition.value === true),
  );
  const open = [...new Map(unsettled.map((condition) => [keyOf(condition), condition])).values()];
  if (open.length === 0) return TRUE;
  if (open.some((condition) => outcomeOf(truthOf(condition)) === "false"))
    return { kind: "literal", value: false };
  const [only] = open;
  if (open.length === 1 && only) return only;
  return appliedSymbol("&&", open, open.map((condition) => describe(condition)).join(" && "));
}

function nameAsWritten(name: Expression): string {
  if (name.kind === "literal") return String(name.value);
  const { file, start, end } = name.span;
  return file.text[start - 1] === "[" ? `[${spanText({ file, start, end })}]` : spanText(name.span);
}

const SYMBOL_TYPES = {
  string: "string",
  int: "number",
  bool: "bool",
  array: "list",
  object: "object",
  any: undefined,
} as const;

/** What the declaration of a parameter says of its value. */
function shapeOf({ type, nullable }: Parameter): Shape {
  if (type?.shape) return type.shape;
  const known = type && SYMBOL_TYPES[type.kind];
  return { ...(known && { type: known }), ...(!nullable && known && { notNull: true }) };
}

/** A scope as Bicep's `resourceGroup('x')`, `subscription(…)` and scope ids give it: an object that says which. */
function scopeOfValue(scope: Value, around: DeploymentScope): DeploymentScope | undefined {
  if (scope.kind === "resource") return scopeOfHandle(scope);
  if (scope.kind === "choice") return scopeOfChoice(scope, around);
  if (scope.kind !== "object") return undefined;
  const type = scope.entries.get("type");
  const level = type?.kind === "literal" ? String(type.value) : undefined;
  const name = scope.entries.get("name");
  if (level === "tenant") return {};
  if (level === "managementGroup") return name ? { managementGroup: name } : undefined;
  const subscription = scope.entries.get("subscriptionId");
  const resourceGroup = level !== undefined && subscription ? name : undefined;
  if (!subscription && !resourceGroup) return undefined;
  const { resourceGroup: _, ...rest } = around;
  return { ...rest, ...(subscription && { subscription }), ...(resourceGroup && { resourceGroup }) };
}

/** Deployed to one of two scopes: each part of it is a choice. */
function scopeOfChoice(scope: Value & { kind: "choice" }, around: DeploymentScope): DeploymentScope {
  const then = scopeOfValue(scope.then, around) ?? around;
  const otherwise = scopeOfValue(scope.otherwise, around) ?? around;
  const either = (part: keyof DeploymentScope): Value | undefined => {
    const [a, b] = [then[part], otherwise[part]];
    return a || b ? choose(scope.condition, a ?? ABSENT, b ?? ABSENT) : undefined;
  };
  const subscription = either("subscription");
  const resourceGroup = either("resourceGroup");
  const managementGroup = either("managementGroup");
  return {
    ...(subscription && { subscription }),
    ...(resourceGroup && { resourceGroup }),
    ...(managementGroup && { managementGroup }),
  };
}

/** A symbolic name of a resource group (Bicep): everything scoped to it lies in it. */
function scopeOfHandle(scope: Value & { kind: "resource" }): DeploymentScope | undefined {
  if (!(scope.resource instanceof ArmResource)) return undefined;
  if (scope.resource.type.toLowerCase() !== "microsoft.resources/resourcegroups") return scope.resource.scope;
  const [name] = scope.resource.names;
  return { ...scope.resource.scope, ...(name && { resourceGroup: name }) };
}
