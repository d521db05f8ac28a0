export {
  DEFAULT_LIMITS,
  type Discovery,
  type Frontend,
  type FrontendOptions,
  type FrontendSession,
  type Limits,
  type StackInputs,
  type StackSource,
} from "./frontend.ts";
export type { Graph, Target } from "./graph.ts";
export {
  formatResourceId,
  idKey,
  nameKey,
  parentId,
  parseResourceId,
  RESOURCE_GROUP,
  type ResourceId,
  SUBSCRIPTION,
  sameType,
} from "./id.ts";
export { type Found, IdentityIndex } from "./identity-index.ts";
export type { Comment, DeploymentScope, EvaluatedStack, Language, OpaqueModule, RawResource } from "./raw.ts";
export type { Resource } from "./resource.ts";
export { type GraphParts, StackGraph } from "./stack-graph.ts";
