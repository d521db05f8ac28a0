export { CALL_META } from "./call-arguments.ts";
export { type CallTarget, type Configuration, targetOf } from "./configuration.ts";
export { discoverStacks } from "./discovery.ts";
export { ModuleLoader, REASONS } from "./loader.ts";
export { type LockedVersions, readLockFile } from "./lock-file.ts";
export { bodyOf } from "./merge.ts";
export {
  type Declaration,
  type MergedBody,
  type Module,
  type ModuleCall,
  type Placed,
  placedSpan,
  type ResourceDeclaration,
} from "./module.ts";
export { automaticVarFiles, moduleFiles } from "./module-files.ts";
export { highestMajor, majorOf } from "./provider-version.ts";
