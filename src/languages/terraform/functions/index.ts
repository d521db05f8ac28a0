export { callFunction, isFunction } from "./call.ts";
export type { FunctionContext, FunctionResult } from "./function.ts";
