export { repositoryOf } from "./boundary.ts";
export { FileReader } from "./file-reader.ts";
