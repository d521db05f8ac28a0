export { callFunction, isFunction } from "./call.ts";
export { type FunctionContext, type FunctionError, type FunctionResult, isMistake } from "./function.ts";
