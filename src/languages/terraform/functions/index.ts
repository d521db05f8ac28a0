export { callFunction, isFunction, readsSurface } from "./call.ts";
export type { FunctionContext, FunctionResult } from "./function.ts";
