export { type PageStack, reportPage } from "./page.ts";
