export type { AddressRange, DedicatedService, Ports, Ranges } from "../azure/index.ts";
export { hasOwnDefaultRoute, isRoutedAway, sendsToAppliance } from "./default-route.ts";
export { listensInPublic } from "./forwarding.ts";
export { type Member, Members, type Reference, type Spot } from "./members.ts";
export { mentions } from "./mentions.ts";
export type { Network } from "./network.ts";
export { hasPublicFrontend, isBehindPublicLoadBalancer } from "./public-frontend.ts";
export type { Reachability } from "./reach/reach.ts";
export { goesStraight } from "./reach/route-choice.ts";
export {
  namesOfSource,
  namesOfTarget,
  type ReachPair,
  type ReachRow,
  type ReachSelection,
  reachPairs,
  reachTable,
} from "./reach/table.ts";
export {
  type ReachAnswer,
  type ReachPath,
  type ReachSource,
  type ReachStep,
  type ReachTarget,
  resourceOfTarget,
} from "./reach/view.ts";
export { Referrers } from "./referrers.ts";
export type * from "./service/view.ts";
export { type Cloud, DEFAULT_NETWORK_SETTINGS, type NetworkSettings } from "./settings.ts";
export { buildNetwork } from "./stack-network.ts";
export type * from "./view.ts";
