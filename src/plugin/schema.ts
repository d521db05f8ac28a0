type Schema = Readonly<Record<string, unknown>>;

const level: Schema = { enum: ["off", "info", "warning", "error"] };
const texts: Schema = { type: "array", items: { type: "string" } };
const scalar: Schema = { type: ["string", "number", "boolean"] };

/** The shape of a file of declarative rules; published for editors. */
export const declarativeSchema: Schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "isolint rules",
  type: "object",
  required: ["rules"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    rules: {
      type: "object",
      description: "Rules by id, <family>/<name>",
      propertyNames: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$" },
      additionalProperties: {
        type: "object",
        required: ["title", "judges", "fails"],
        additionalProperties: false,
        properties: {
          title: { type: "string", minLength: 1, description: "What is wrong, in one short sentence" },
          level: { ...level, description: "In every preset; warning when left out" },
          why: { type: "string" },
          remedy: { type: "string" },
          links: texts,
          judges: { type: "string", minLength: 1, description: "The ARM type whose resources are judged" },
          fails: { $ref: "#/definitions/condition" },
          message: { type: "string", description: "{name} and {address} stand for the resource's" },
        },
      },
    },
  },
  definitions: {
    condition: {
      type: "object",
      additionalProperties: false,
      minProperties: 1,
      properties: {
        path: {
          type: "string",
          minLength: 1,
          description: "A property in ARM's terms: properties.publicNetworkAccess",
        },
        is: scalar,
        isOneOf: { type: "array", items: scalar, minItems: 1 },
        isSet: { type: "boolean" },
        all: { type: "array", items: { $ref: "#/definitions/condition" }, minItems: 1 },
        any: { type: "array", items: { $ref: "#/definitions/condition" }, minItems: 1 },
        not: { $ref: "#/definitions/condition" },
      },
      oneOf: [
        { required: ["path", "is"] },
        { required: ["path", "isOneOf"] },
        { required: ["path", "isSet"] },
        { required: ["all"], not: { required: ["path"] } },
        { required: ["any"], not: { required: ["path"] } },
        { required: ["not"], not: { required: ["path"] } },
      ],
    },
  },
};
