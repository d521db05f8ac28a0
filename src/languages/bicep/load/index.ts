export { BicepLoader, closure, type Loaded } from "./loader.ts";
