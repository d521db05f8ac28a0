export * from "./address/index.ts";
