/**
 * The public API: all that a rule or a plug-in may import, by the package's own name.
 *
 * @example
 * import { defineRule, is } from "isolint";
 * export default defineRule({ … });
 */
export {
  correctedServiceEndpoint,
  type DedicatedService,
  type DocumentedRule,
  dedicatedService,
  delegation,
  isKnownRegion,
  knownZones,
  MANAGEMENT_PORTS,
  Ports,
  parseServiceTag,
  privateLinkGroup,
  privateLinkService,
  type Ranges,
  regionNames,
  regionOfZone,
  serviceEndpoint,
  serviceEndpoints,
  serviceTags,
  zoneMatches,
  zonesLike,
} from "./azure/index.ts";
export type { Graph, Language, Resource, ResourceId, Target } from "./model/index.ts";
export { nameKey, parseResourceId, sameType } from "./model/index.ts";
export * from "./network/index.ts";
export {
  type Controls,
  called,
  defineRule,
  type Intent,
  type IntentPair,
  type Judgement,
  type Level,
  listed,
  type Part,
  type Place,
  type Preset,
  type Related,
  type RuleContext,
  type RuleDefinition,
  type RuleMeta,
  type Severity,
  type Subject,
  shown,
  shownName,
  waysText,
} from "./rule/index.ts";
export { didYouMean, type Location, nearestName, type Span } from "./source/index.ts";
export {
  all,
  any,
  because,
  type Case,
  casesOf,
  decided,
  describe,
  type Evidence,
  equal,
  follow,
  is,
  isBetween,
  isBoolean,
  isFalse,
  isNumber,
  isOneOf,
  isSet,
  isString,
  isTrue,
  isUnset,
  itemsOf,
  judge,
  keyOf,
  no,
  not,
  outcomeOf,
  type Truth,
  truthOf,
  unknown,
  type Value,
  when,
  yes,
} from "./value/index.ts";
