export { repositoryOf } from "./boundary.ts";
export { FileReader, type FileReaderOptions } from "./file-reader.ts";
export { GitReader } from "./git-reader.ts";
export { OpenDocuments } from "./open-documents.ts";
