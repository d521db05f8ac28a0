export * from "./address/index.ts";
export * from "./catalogue/dedicated-services.ts";
export * from "./catalogue/delegations.ts";
export type { Confidence } from "./catalogue/lookup.ts";
export * from "./catalogue/private-link.ts";
export * from "./catalogue/public-access.ts";
export * from "./catalogue/service-endpoints.ts";
export * from "./catalogue/service-tags.ts";
export { MANAGEMENT_PORTS } from "./management-ports.ts";
