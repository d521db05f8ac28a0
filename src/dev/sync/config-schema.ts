import { builtInRules } from "../../../rules/index.ts";
import { publishedSchema } from "../../config/index.ts";
import { suppressionRules } from "../../engine/index.ts";
import { declarativeSchema } from "../../plugin/index.ts";
import type { Generated } from "./generated.ts";

/** The JSON Schema of configurations, for editors, with every rule and its options. */
export function configSchema(): readonly Generated[] {
  const rules = [...builtInRules, ...Object.values(suppressionRules)].sort((a, b) => (a.id < b.id ? -1 : 1));
  const text = `${JSON.stringify(publishedSchema(rules), undefined, 2)}\n`;
  return [
    { path: "src/config/generated/config.schema.json", text },
    {
      path: "src/plugin/generated/rules.schema.json",
      text: `${JSON.stringify(declarativeSchema, undefined, 2)}\n`,
    },
  ];
}
