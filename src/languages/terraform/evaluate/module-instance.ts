import type { OpaqueModule, RawResource } from "../../../model/index.ts";
import { firstLine, type Span } from "../../../source/index.ts";
import { asSensitive, namedSymbol, type SymbolValue, type Value, withOrigin } from "../../../value/index.ts";
import {
  CALL_META,
  type Configuration,
  type Declaration,
  type Module,
  type ModuleCall,
  placedSpan,
  type ResourceDeclaration,
} from "../load/index.ts";
import { spanOf } from "../syntax/index.ts";
import { evaluateBody, type Shape, shapeOf } from "./body.ts";
import { calleeOf } from "./callee.ts";
import { Cells } from "./cell.ts";
import type { Evaluation } from "./evaluation.ts";
import { collected, type Expansion, expand, type Member } from "./expansion.ts";
import { LazyEntries } from "./lazy-entries.ts";
import { asBoolean } from "./operators.ts";
import { both } from "./pairs.ts";
import { type ProviderVersions, providerName, providerOfType, providersFor } from "./provider.ts";
import { ResourceInstance } from "./resource-instance.ts";
import type { ModuleScope, ResourceMode, Scope } from "./scope.ts";
import { within } from "./scope.ts";
import { evaluateVariable } from "./variable.ts";

/** What all module instances of a stack share. */
export interface Stack {
  readonly evaluation: Evaluation;
  readonly configuration: Configuration;
  readonly versions: ProviderVersions;
  /** Names and expressions of each body, worked out once for all instances. */
  readonly shapes: Map<Declaration, Shape>;
}

/** What a module instance is made with. */
export interface Call {
  readonly module: Module;
  readonly address: string;
  /** Names of the calls that lead here, outermost first; empty for the root. */
  readonly path: readonly string[];
  /** Folders of the modules above, to see a module that calls itself. */
  readonly ancestors: readonly string[];
  readonly condition: Value;
  readonly symbolic: boolean;
  /** The value that is handed in for a variable; undefined when none is. */
  readonly argument: (name: string) => Value | undefined;
  /** Provider configurations by their names here, as the root calls them. */
  readonly providers: ReadonlyMap<string, string>;
}

interface Instances<T> {
  readonly value: Value;
  readonly instances: readonly T[];
}

/** A module as called once: its declarations evaluated with what it was given, each when first needed. */
export class ModuleInstance implements ModuleScope {
  readonly module: Module;
  readonly address: string;
  readonly folder: string;
  readonly rootFolder: string;
  readonly evaluation: Evaluation;
  readonly #stack: Stack;
  readonly #call: Call;
  readonly #variables = new Cells<Value>();
  readonly #locals = new Cells<Value>();
  readonly #outputs = new Cells<Value>();
  readonly #resources = new Cells<Instances<RawResource>>();
  readonly #calls = new Cells<Instances<ModuleInstance | OpaqueModule>>();

  constructor(stack: Stack, call: Call) {
    this.#stack = stack;
    this.#call = call;
    this.module = call.module;
    this.address = call.address;
    this.folder = call.module.folder;
    this.rootFolder = stack.configuration.root.folder;
    this.evaluation = stack.evaluation;
  }

  get isRoot(): boolean {
    return this.#call.path.length === 0;
  }

  variable(name: string): Value | undefined {
    const declaration = this.module.variables.get(name);
    if (!declaration) return undefined;
    const at = spanOf(declaration.file, declaration.block.header);
    const compute = (): Value => {
      const given = this.#call.argument(name);
      return evaluateVariable(declaration, given, this.#scope(declaration), this.isRoot);
    };
    return this.#alone(() => this.#variables.get(name, compute, () => this.#circle(`var.${name}`, at)));
  }

  local(name: string): Value | undefined {
    const placed = this.module.locals.get(name);
    if (!placed) return undefined;
    const scope = { module: this, file: placed.file };
    const compute = (): Value => this.evaluation.evaluate(placed.node, scope);
    return this.#alone(() =>
      this.#locals.get(name, compute, () => this.#circle(`local.${name}`, placedSpan(placed))),
    );
  }

  /** The value of an output; undefined when there is none of that name. */
  output(name: string): Value | undefined {
    const declaration = this.module.outputs.get(name);
    if (!declaration) return undefined;
    const at = spanOf(declaration.file, declaration.block.header);
    const compute = (): Value => {
      const value = declaration.body.attributes.get("value");
      if (!value) return this.evaluation.fail("missing-argument", `Output \`${name}\` has no \`value\`.`, at);
      const scope = within(this.#scope(declaration), value.file);
      const result = this.evaluation.evaluate(value.node.expression, scope);
      return this.#flag(declaration, "sensitive") ? asSensitive(result) : result;
    };
    return this.#alone(() => this.#outputs.get(name, compute, () => this.#circle(`output ${name}`, at)));
  }

  resource(mode: ResourceMode, type: string, name: string): Value | undefined {
    const declaration = (mode === "existing" ? this.module.data : this.module.resources).get(
      `${type}.${name}`,
    );
    return declaration && this.#instancesOf(declaration).value;
  }

  call(name: string): Value | undefined {
    const call = this.module.calls.get(name);
    return call && this.#childrenOf(call).value;
  }

  isEphemeral(type: string, name: string): boolean {
    return this.module.ephemeral.has(`${type}.${name}`);
  }

  declared(kind: "variable" | "local" | "module" | "resource" | "data"): Iterable<string> {
    const { variables, locals, calls, resources, data } = this.module;
    return { variable: variables, local: locals, module: calls, resource: resources, data }[kind].keys();
  }

  /** All instances of the resources and data sources that this module declares itself, in the order of their declaration. */
  *resources(): Iterable<RawResource> {
    for (const declaration of this.module.resources.values()) yield* this.#instancesOf(declaration).instances;
    for (const declaration of this.module.data.values()) yield* this.#instancesOf(declaration).instances;
  }

  /** What this module calls, instance by instance. */
  *children(): Iterable<ModuleInstance | OpaqueModule> {
    for (const call of this.module.calls.values()) yield* this.#childrenOf(call).instances;
  }

  #instancesOf(declaration: ResourceDeclaration): Instances<RawResource> {
    const key = `${declaration.mode}.${declaration.type}.${declaration.name}`;
    const address = this.#addressOf(declaration);
    const compute = (): Instances<RawResource> => {
      const expansion = expand(declaration.body, this.#scope(declaration), declaration.block.header);
      const shape = this.#shapeOf(declaration);
      const provider = this.#providerOf(declaration);
      const instances = expansion.members.map((member) =>
        this.#instance(declaration, member, shape, provider),
      );
      const values = instances.map((resource): Value => ({ kind: "resource", resource }));
      return { instances, value: this.#whole(expansion, values, namedSymbol("computed", "", address)) };
    };
    const circle = (): Instances<RawResource> => ({
      instances: [],
      value: this.#circle(address, spanOf(declaration.file, declaration.block.header)),
    });
    return this.#alone(() => this.#resources.get(key, compute, circle));
  }

  #instance(
    declaration: ResourceDeclaration,
    member: Member,
    shape: Shape,
    provider: NonNullable<RawResource["provider"]>,
  ): RawResource {
    const { file, block, type, mode } = declaration;
    const scope = { ...this.#scope(declaration), each: member.each, count: member.count };
    const condition = both(this.#call.condition, member.condition);
    return new ResourceInstance({
      address: `${this.#addressOf(declaration)}${member.suffix}`,
      type,
      mode,
      module: this.address,
      span: spanOf(file, block),
      condition,
      symbolic: this.#call.symbolic || member.symbolic,
      provider,
      body: evaluateBody(declaration.body, shape, scope, condition),
      blocks: shape.blocks,
      computed: (name, instance) => this.#computed(name, instance),
    });
  }

  /** An attribute that is not written: the id where its shape is known, else what only the cloud knows. */
  #computed(name: string, instance: RawResource): Value {
    const span = firstLine(instance.span);
    const origin = { kind: "computed", span, label: `${instance.address}.${name}` } as const;
    const id = name === "id" ? this.evaluation.idOf(instance) : undefined;
    return withOrigin(id ?? namedSymbol("computed", "", `${instance.address}.${name}`), origin);
  }

  #childrenOf(call: ModuleCall): Instances<ModuleInstance | OpaqueModule> {
    const address = this.#prefixed(`module.${call.name}`);
    const compute = (): Instances<ModuleInstance | OpaqueModule> => {
      const expansion = expand(call.body, this.#scope(call), call.block.header);
      const target = this.#resolve(call);
      const made = expansion.members.map((member) =>
        this.#child(call, `${address}${member.suffix}`, member, target),
      );
      const rest = namedSymbol("computed", "", address);
      const value = this.#whole(
        expansion,
        made.map((one) => one.value),
        rest,
      );
      return { instances: made.map((one) => one.instance), value };
    };
    const circle = (): Instances<ModuleInstance | OpaqueModule> => ({
      instances: [],
      value: this.#circle(address, spanOf(call.file, call.block.header)),
    });
    return this.#alone(() => this.#calls.get(call.name, compute, circle));
  }

  #child(
    call: ModuleCall,
    address: string,
    member: Member,
    target: Module | string,
  ): { readonly value: Value; readonly instance: ModuleInstance | OpaqueModule } {
    const scope = { ...this.#scope(call), each: member.each, count: member.count };
    const condition = both(this.#call.condition, member.condition);
    const span = spanOf(call.file, call.block);
    const argument = (name: string): Value | undefined => {
      const placed = call.body.attributes.get(name);
      if (!placed || CALL_META.has(name)) return undefined;
      const evaluate = (): Value =>
        this.evaluation.evaluate(placed.node.expression, within(scope, placed.file));
      return this.evaluation.standalone(() => this.evaluation.under(condition, evaluate));
    };
    if (typeof target === "string") {
      const names = [...call.body.attributes.keys()].filter((name) => !CALL_META.has(name));
      const inputs: Value = {
        kind: "object",
        entries: new LazyEntries(names, (name) => argument(name) as Value),
      };
      const source = call.source ?? "";
      const origin = { kind: "computed", span: firstLine(span), label: address } as const;
      return {
        value: namedSymbol("opaque", "", address, { origin }),
        instance: { address, source, reason: target, span, inputs, condition },
      };
    }
    const instance = new ModuleInstance(this.#stack, {
      module: target,
      address,
      path: [...this.#call.path, call.name],
      ancestors: [...this.#call.ancestors, this.folder],
      condition,
      symbolic: this.#call.symbolic || member.symbolic,
      argument,
      providers: providersFor(call, this.#call.providers),
    });
    const names = [...target.outputs.keys()];
    const entries = new LazyEntries(names, (name) => instance.output(name) as Value);
    return { value: { kind: "object", entries }, instance };
  }

  /** The module that a call leads to; undefined when it cannot be looked into. */
  targetModule(call: ModuleCall): Module | undefined {
    const target = this.#resolve(call);
    return typeof target === "string" ? undefined : target;
  }

  /** The same, or why it cannot be looked into. */
  #resolve(call: ModuleCall): Module | string {
    const { path, ancestors } = this.#call;
    return calleeOf(
      call,
      { path, above: [...ancestors, this.folder] },
      this.#stack.configuration,
      this.evaluation,
    );
  }

  #whole(expansion: Expansion, values: readonly Value[], rest: SymbolValue): Value {
    return collected(expansion, values, rest, this.evaluation);
  }

  #shapeOf(declaration: Declaration): Shape {
    let shape = this.#stack.shapes.get(declaration);
    if (!shape) {
      shape = shapeOf(declaration.body);
      this.#stack.shapes.set(declaration, shape);
    }
    return shape;
  }

  #providerOf(declaration: ResourceDeclaration): NonNullable<RawResource["provider"]> {
    const written = declaration.body.attributes.get("provider")?.node.expression;
    const local = written ? providerName(written) : undefined;
    const name = local ?? providerOfType(declaration.type);
    const base = name.split(".")[0] ?? name;
    return {
      name: this.#call.providers.get(name) ?? name,
      major: this.#stack.versions.major(this.module, base),
    };
  }

  #flag(declaration: Declaration, name: string): boolean {
    const placed = declaration.body.attributes.get(name);
    return (
      placed !== undefined &&
      asBoolean(this.evaluation.evaluate(placed.node.expression, this.#scope(declaration))) === true
    );
  }

  #scope(declaration: Declaration): Scope {
    return { module: this, file: declaration.file };
  }

  #addressOf({ mode, type, name }: ResourceDeclaration): string {
    return this.#prefixed(`${mode === "existing" ? "data." : ""}${type}.${name}`);
  }

  #prefixed(address: string): string {
    return this.address === "" ? address : `${this.address}.${address}`;
  }

  #alone<T>(run: () => T): T {
    return this.evaluation.standalone(() => this.evaluation.under(this.#call.condition, run));
  }

  #circle(name: string, span: Span): Value {
    return this.evaluation.failAlways("reference-cycle", `\`${name}\` depends on itself.`, span);
  }
}
