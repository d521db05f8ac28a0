export { commentsOf } from "./comments.ts";
export { kindOf, mayBeArm } from "./detect.ts";
export { exportedTemplate } from "./exported.ts";
export { linkedFiles } from "./link-path.ts";
export { JsonLowering } from "./lower.ts";
export { parameterOf } from "./parameter.ts";
export { readParameters } from "./parameters-file.ts";
export { placeholderIn } from "./placeholder.ts";
export {
  type JsonDocument,
  type JsonNode,
  propertiesOf,
  propertyOf,
  readJson,
  spanOf,
  stringOf,
} from "./read.ts";
export { parseTemplate } from "./template.ts";
