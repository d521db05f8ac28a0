import type { DeploymentScope, EvaluatedStack, FrontendOptions, OpaqueModule } from "../../../model/index.ts";
import type { Diagnostics, SourceFile } from "../../../source/index.ts";
import { namedSymbol, TRUE, type Value } from "../../../value/index.ts";
import { Budget } from "./budget.ts";
import { type StackRun, TemplateInstance } from "./instance.ts";
import type { Template } from "./template.ts";

export interface TemplateRun {
  readonly language: "arm" | "bicep";
  /** The file that names the stack. */
  readonly path: string;
  readonly inputs: readonly string[];
  readonly parameters: ReadonlyMap<string, Value>;
  /** The cloud that is deployed to; the public one when absent. */
  readonly cloud?: string;
  readonly diagnostics: Diagnostics;
  readonly options: FrontendOptions;
  readonly files: readonly SourceFile[];
  readonly comments: EvaluatedStack["comments"];
}

/** Deploys a template in thought: the whole of one scenario of an ARM or Bicep stack. */
export function runTemplate(template: Template, run: TemplateRun): EvaluatedStack {
  const { diagnostics } = run;
  const opaqueModules: OpaqueModule[] = [];
  const stack: StackRun = {
    diagnostics,
    budget: new Budget(diagnostics, run.options.limits),
    resources: [],
    deployments: [],
    opaqueModules,
    instances: [],
    language: run.language,
    ...(run.cloud !== undefined && { cloud: run.cloud }),
  };
  const placement = {
    scope: initialScope(template, run.path),
    parameters: run.parameters,
    prefix: "",
    condition: TRUE,
    depth: 0,
  };
  const instance = new TemplateInstance(template, placement, stack);
  instance.expand();
  return {
    path: run.path,
    language: run.language,
    inputs: run.inputs,
    resources: stack.resources,
    opaqueModules,
    get diagnostics() {
      return diagnostics.all;
    },
    files: run.files,
    assumptions: [],
    outputs: instance.outputs,
    comments: run.comments,
  };
}

/** Where a stack is deployed to is not in its code: symbols, the same ones for everything in it. */
function initialScope(template: Template, path: string): DeploymentScope {
  const subscription = namedSymbol("computed", "", "subscription().subscriptionId", { segment: true });
  const resourceGroup = namedSymbol("computed", path, "resourceGroup().name", { segment: true });
  switch (template.scope) {
    case "resourceGroup":
      return { subscription, resourceGroup };
    case "subscription":
      return { subscription };
    case "managementGroup":
      return { managementGroup: namedSymbol("computed", path, "managementGroup().name", { segment: true }) };
    case "tenant":
      return {};
  }
}
