export { arm } from "./frontend.ts";
