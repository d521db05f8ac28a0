import type { Diagnostics, Reader, SourceFile, Span } from "../../../source/index.ts";
import type { Expression, Loop } from "../core/expression.ts";
import type {
  Deployment,
  OpaqueTemplate,
  Output,
  Parameter,
  ResourceDeclaration,
  Template,
  TemplateScope,
  UserFunction,
  Variable,
} from "../core/template.ts";
import { LinkedTemplates } from "./linked.ts";
import { JsonLowering } from "./lower.ts";
import { parameterOf } from "./parameter.ts";
import { itemsOfArray, type JsonNode, propertiesOf, propertyOf, spanOf, stringOf } from "./read.ts";
import { isTemplateSchema, templateScopeOf } from "./schema.ts";

/** Properties of a resource that are not part of what is sent to Azure. */
const NOT_BODY: ReadonlySet<string> = new Set([
  "type",
  "apiversion",
  "name",
  "copy",
  "condition",
  "resources",
  "dependson",
  "scope",
  "existing",
  "comments",
  "metadata",
]);

const NOT_BODY_OF_EXISTING: ReadonlySet<string> = new Set([...NOT_BODY, "subscriptionid", "resourcegroup"]);

export interface TemplateContext {
  readonly reader: Reader;
  readonly diagnostics: Diagnostics;
  /** Files that are being read, outermost first: a template that links itself is refused. */
  readonly opening: readonly string[];
  /** The templates of this file that this one is written inside of, the innermost first. */
  readonly around: readonly JsonNode[];
}

/** Reads the JSON of a template: the whole file, or the `template` of a nested deployment. */
export function parseTemplate(file: SourceFile, root: JsonNode, context: TemplateContext): Template {
  return new TemplateParser(file, root, context).parse();
}

class TemplateParser {
  readonly #file: SourceFile;
  readonly #root: JsonNode;
  readonly #context: TemplateContext;
  readonly #lowering: JsonLowering;
  readonly #linked: LinkedTemplates;

  constructor(file: SourceFile, root: JsonNode, context: TemplateContext) {
    this.#file = file;
    this.#root = root;
    this.#context = context;
    this.#lowering = new JsonLowering(file, context.diagnostics);
    this.#linked = new LinkedTemplates(file, root, context, parseTemplate);
  }

  #scope(): TemplateScope {
    const node = propertyOf(this.#root, "$schema");
    const schema = stringOf(node) ?? "";
    if (node && schema !== "" && !isTemplateSchema(schema))
      this.#context.diagnostics.warning(
        "unknown-schema",
        `'${schema}' is no schema of deployment templates; this is read as the template of a resource group.`,
        spanOf(this.#file, node),
      );
    return templateScopeOf(schema);
  }

  parse(): Template {
    const resources = propertyOf(this.#root, "resources");
    const symbolic = resources?.type === "object";
    return {
      file: this.#file,
      syntax: "arm",
      scope: this.#scope(),
      parameters: this.#parameters(),
      variables: this.#variables(),
      functions: this.#functions(),
      resources: symbolic
        ? propertiesOf(resources).flatMap(({ key, value }) => this.#resource(value, undefined, key))
        : itemsOfArray(resources).flatMap((node) => this.#resource(node, undefined, undefined)),
      outputs: this.#outputs(),
      imports: new Map(),
      symbolicNames: symbolic,
    };
  }

  #parameters(): ReadonlyMap<string, Parameter> {
    const definitions = propertyOf(this.#root, "definitions");
    const parameters = propertiesOf(propertyOf(this.#root, "parameters")).map(({ key, value, node }) =>
      parameterOf(key, value, definitions, spanOf(this.#file, node), this.#lowering),
    );
    return new Map(parameters.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  }

  #variables(): ReadonlyMap<string, Variable> {
    const variables = new Map<string, Variable>();
    for (const { key, value, node } of propertiesOf(propertyOf(this.#root, "variables"))) {
      if (key === "copy" && value.type === "array") {
        for (const copy of this.#lowering.propertyLoops(value)) {
          const name = copy.key.kind === "literal" ? String(copy.key.value) : "";
          variables.set(name.toLowerCase(), { name, span: copy.span, value: copy.value });
        }
      } else {
        const span = spanOf(this.#file, node);
        variables.set(key.toLowerCase(), { name: key, span, value: this.#lowering.expression(value) });
      }
    }
    return variables;
  }

  #functions(): ReadonlyMap<string, UserFunction> {
    const functions = new Map<string, UserFunction>();
    for (const namespace of itemsOfArray(propertyOf(this.#root, "functions"))) {
      const prefix = stringOf(propertyOf(namespace, "namespace")) ?? "";
      for (const { key, value, node } of propertiesOf(propertyOf(namespace, "members"))) {
        const body = propertyOf(propertyOf(value, "output"), "value");
        if (!body) continue;
        functions.set(`${prefix}.${key}`.toLowerCase(), {
          name: `${prefix}.${key}`,
          span: spanOf(this.#file, node),
          parameters: itemsOfArray(propertyOf(value, "parameters")).map(
            (one) => stringOf(propertyOf(one, "name")) ?? "",
          ),
          body: this.#lowering.expression(body),
        });
      }
    }
    return functions;
  }

  #outputs(): ReadonlyMap<string, Output> {
    const outputs = new Map<string, Output>();
    for (const { key, value, node } of propertiesOf(propertyOf(this.#root, "outputs"))) {
      const span = spanOf(this.#file, node);
      const copy = propertyOf(value, "copy");
      const written = propertyOf(copy, "input") ?? propertyOf(value, "value");
      if (!written) continue;
      const body = this.#lowering.expression(written);
      const result: Expression = copy ? { kind: "loop", loop: this.#lowering.loop(copy), body, span } : body;
      const condition = propertyOf(value, "condition");
      outputs.set(key.toLowerCase(), {
        name: key,
        span,
        value: result,
        ...(condition && { condition: this.#lowering.expression(condition) }),
      });
    }
    return outputs;
  }

  #resource(
    node: JsonNode,
    within: ResourceDeclaration | undefined,
    symbolicName: string | undefined,
  ): readonly ResourceDeclaration[] {
    const span = spanOf(this.#file, node);
    const name = propertyOf(node, "name");
    const written = stringOf(propertyOf(node, "type"));
    if (node.type !== "object" || !name || !written) {
      const what = node.type !== "object" ? "a resource" : written ? "a name" : "a type";
      this.#context.diagnostics.error(
        "invalid-template",
        `Expected ${what} here; the resource is left out.`,
        headOf(span),
      );
      return [];
    }
    const existing = propertyOf(node, "existing")?.value === true;
    const declaration: ResourceDeclaration = {
      ...(symbolicName !== undefined && { symbolicName }),
      type: within && !isFullType(written) ? `${within.type}/${written}` : written,
      ...this.#optional("apiVersion", stringOf(propertyOf(node, "apiVersion"))),
      existing,
      span,
      name: this.#lowering.expression(name),
      ...this.#optional("condition", this.#expressionOf(node, "condition")),
      ...this.#optional("loop", this.#loopOf(node)),
      ...this.#optional("within", within),
      ...this.#optional(
        "scope",
        this.#expressionOf(node, "scope") ?? (existing ? this.#placeOf(node) : undefined),
      ),
      body: this.#lowering.object(node, existing ? NOT_BODY_OF_EXISTING : NOT_BODY),
      ...this.#optional("deployment", this.#deployment(node, written)),
    };
    const children = itemsOfArray(propertyOf(node, "resources"));
    return [declaration, ...children.flatMap((child) => this.#resource(child, declaration, undefined))];
  }

  #deployment(node: JsonNode, type: string): Deployment | undefined {
    if (type.toLowerCase() !== "microsoft.resources/deployments") return undefined;
    const properties = propertyOf(node, "properties");
    const inner =
      stringOf(propertyOf(propertyOf(properties, "expressionEvaluationOptions"), "scope"))?.toLowerCase() ===
      "inner";
    const inline = propertyOf(properties, "template");
    const link = propertyOf(properties, "templateLink");
    const span = spanOf(this.#file, link ?? node);
    const parameters = propertyOf(properties, "parameters");
    const template: Template | OpaqueTemplate =
      inline?.type === "object"
        ? parseTemplate(this.#file, inline, {
            ...this.#context,
            around: [this.#root, ...this.#context.around],
          })
        : link
          ? this.#linked.open(link, span)
          : { source: "", reason: "a deployment without a template", span };
    return {
      template,
      parameters: new Map(
        propertiesOf(parameters).flatMap(({ key, value }) => {
          const given = this.#given(value);
          return given ? [[key.toLowerCase(), given] as const] : [];
        }),
      ),
      ...(parameters?.type === "string" && { parametersFrom: this.#lowering.expression(parameters) }),
      expressionScope: inner || !inline ? "inner" : "outer",
      ...this.#optional("subscription", this.#expressionOf(node, "subscriptionId")),
      ...this.#optional("resourceGroup", this.#expressionOf(node, "resourceGroup")),
    };
  }

  /** `{ "value": x }`, or an expression or a loop that makes such an object. */
  #given(node: JsonNode): Expression | undefined {
    const value = propertyOf(node, "value");
    if (value) return this.#lowering.expression(value);
    if (node.type !== "string" && !propertyOf(node, "copy")) return undefined;
    return {
      kind: "member",
      object: this.#lowering.expression(node),
      name: "value",
      span: spanOf(this.#file, node),
    };
  }

  /** Where an existing resource of another group or subscription lies, as the call that Bicep writes for it. */
  #placeOf(node: JsonNode): Expression | undefined {
    const subscription = this.#expressionOf(node, "subscriptionId");
    const group = this.#expressionOf(node, "resourceGroup");
    const args = [subscription, group].filter((one) => one !== undefined);
    if (args.length === 0) return undefined;
    return {
      kind: "call",
      name: group ? "resourceGroup" : "subscription",
      args,
      span: spanOf(this.#file, node),
    };
  }

  #expressionOf(node: JsonNode, name: string): Expression | undefined {
    const value = propertyOf(node, name);
    return value && this.#lowering.expression(value);
  }

  #loopOf(node: JsonNode): Loop | undefined {
    const copy = propertyOf(node, "copy");
    return copy?.type === "object" ? this.#lowering.loop(copy) : undefined;
  }

  #optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
    return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
  }
}

/** A child written inside its parent has a relative type (`subnets`); some write the whole one. */
function isFullType(type: string): boolean {
  return (type.split("/")[0] ?? "").includes(".") && type.includes("/");
}

function headOf(span: Span): Span {
  return { ...span, end: Math.min(span.end, span.start + 1) };
}
