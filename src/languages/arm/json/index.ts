export { type JsonKind, kindOf, mayBeArm } from "./detect.ts";
export { exportedTemplate } from "./exported.ts";
export { readParameters } from "./parameters-file.ts";
export { type JsonDocument, type JsonNode, propertyOf, readJson, stringOf } from "./read.ts";
export { parseTemplate, type TemplateContext } from "./template.ts";
