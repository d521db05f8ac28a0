export { bicep } from "./frontend.ts";
