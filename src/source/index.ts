export { type Diagnostic, type DiagnosticSeverity, Diagnostics } from "./diagnostic.ts";
export { type Position, SourceFile } from "./file.ts";
export { MemoryReader } from "./memory.ts";
export { baseName, folderOf, joinPath } from "./path.ts";
export type { DirectoryEntry, Reader, Unreadable } from "./reader.ts";
export {
  compareSpans,
  contains,
  firstLine,
  type Location,
  locationOf,
  type Span,
  span,
  spanText,
} from "./span.ts";
export { didYouMean, nearestName } from "./spelling.ts";
