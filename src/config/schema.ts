import type { RuleMeta } from "../rule/index.ts";
import { LEVELS, PRESETS } from "./data.ts";

/** A rule as far as the configuration has to know it. */
export type ConfigurableRule = Pick<RuleMeta, "title" | "levels" | "options"> & { readonly id: string };

type Schema = Readonly<Record<string, unknown>>;

const level: Schema = { enum: LEVELS };
const texts: Schema = { type: "array", items: { type: "string", minLength: 1 } };

const pair: Schema = {
  type: "object",
  required: ["from", "to"],
  additionalProperties: false,
  properties: {
    from: {
      type: "string",
      minLength: 1,
      description:
        "internet, onPremises, anyAzure, trustedServices, or subnets by address or name; several by commas, * for all",
    },
    to: {
      type: "string",
      minLength: 1,
      description: "Resources by type, address or name; several by commas, * for all",
    },
  },
};

function object(description: string, properties: Schema, required: readonly string[] = []): Schema {
  return {
    type: "object",
    description,
    additionalProperties: false,
    properties,
    ...(required.length > 0 && { required }),
  };
}

/** The shape of a configuration. `rules` is the shape of a `rules` object: open for validation, closed for editors. */
function configSchema(rules: Schema): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "isolint configuration",
    ...object("Configuration of isolint, the linter for Azure network isolation", {
      $schema: { type: "string" },
      root: { type: "boolean", description: "Configurations of folders above are not looked at" },
      extends: {
        description:
          "A preset (recommended, strict, hybrid) or the path of another configuration; later ones win",
        type: ["string", "array"],
        items: { type: "string" },
        minLength: 1,
      },
      rules,
      ignore: {
        ...texts,
        description: "Globs of files and folders that are not linted, relative to this file",
      },
      stacks: {
        type: "array",
        description:
          "What is deployed, with which inputs. A path that is listed several times is linted once with each",
        items: object(
          "A stack with the inputs of one scenario",
          {
            path: {
              type: "string",
              minLength: 1,
              description: "Folder (Terraform) or file (ARM, Bicep), relative to this file",
            },
            varFiles: { ...texts, description: "Terraform variable files, relative to the stack" },
            vars: {
              type: "object",
              description: "Terraform variables",
              additionalProperties: { type: ["string", "number", "boolean"] },
            },
            parameters: {
              ...texts,
              description: "ARM parameter files and .bicepparam files, relative to the stack's folder",
            },
          },
          ["path"],
        ),
      },
      cloud: {
        enum: ["AzureCloud", "AzureUSGovernment", "AzureChinaCloud"],
        description: "The cloud that is deployed to",
      },
      network: object("What lies outside the code", {
        onPremises: {
          enum: ["auto", "expected", "none"],
          description: "auto: when a gateway or circuit is seen",
        },
        onPremisesEgress: {
          ...texts,
          description: "Public address ranges behind which on-premises reaches the internet",
        },
        dnsForwarders: { ...texts, description: "Addresses of DNS servers known to forward to Azure DNS" },
        privateDns: {
          enum: ["code", "central", "policy"],
          description:
            "Who makes zones, zone groups and links: code (this repository), central (zones and links elsewhere, zone groups here), policy (Azure Policy attaches zone groups on deployment)",
        },
      }),
      unknown: { ...level, description: "What an unknown verdict counts as" },
      intent: {
        type: "array",
        description: "What should and should not reach what; proven by reachability",
        items: {
          type: "object",
          additionalProperties: false,
          minProperties: 1,
          maxProperties: 1,
          properties: { deny: pair, allow: pair },
        },
      },
      plugins: {
        ...texts,
        description:
          "Files of declarative rules (.yaml, .json), and modules, which are only loaded with --config",
      },
      overrides: {
        type: "array",
        description: "Other rule settings for some files; later ones win",
        items: object("Rule settings for the files that match", { files: { ...texts, minItems: 1 }, rules }, [
          "files",
          "rules",
        ]),
      },
    }),
  };
}

/** For validation: names of rules and their options are checked by name, so that the schema compiles fast. */
export const validationSchema: Schema = configSchema({ type: "object" });

/** For editors: every rule with its title and options. */
export function publishedSchema(rules: readonly ConfigurableRule[]): Schema {
  const entry = (options: Schema | undefined): Schema => ({
    anyOf: [
      { enum: LEVELS },
      ...(options ? [{ type: "array", items: [{ enum: LEVELS }, options], minItems: 2, maxItems: 2 }] : []),
    ],
  });
  const families = [...new Set(rules.map((rule) => rule.id.slice(0, rule.id.indexOf("/"))))];
  const properties = Object.fromEntries([
    ...families.map((family) => [
      `${family}/*`,
      { description: `All rules of ${family}`, ...entry(undefined) },
    ]),
    ...rules.map((rule) => [rule.id, { description: rule.title, ...entry(rule.options) }]),
  ]);
  const schema = configSchema(object("Levels of rules, with options where a rule has some", properties));
  return { ...schema, $comment: `Presets: ${PRESETS.join(", ")}` };
}
