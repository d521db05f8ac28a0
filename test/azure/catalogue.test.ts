import { Ajv } from "ajv";
import dedicated from "../../src/azure/data/dedicated-services.json" with { type: "json" };
import delegationData from "../../src/azure/data/delegations.json" with { type: "json" };
import privateLink from "../../src/azure/data/private-link.json" with { type: "json" };
import publicAccess from "../../src/azure/data/public-access.json" with { type: "json" };
import serviceEndpointData from "../../src/azure/data/service-endpoints.json" with { type: "json" };
import tagData from "../../src/azure/data/service-tags.json" with { type: "json" };
import {
  correctedServiceEndpoint,
  dedicatedService,
  dedicatedServices,
  delegation,
  knownZones,
  parseServiceTag,
  primaryGroups,
  privateLinkGroup,
  privateLinkService,
  privateLinkServices,
  publicAccessType,
  requiredZones,
  serviceEndpointsOf,
  zoneMatches,
} from "../../src/azure/index.ts";

const text = { type: "string", minLength: 1 };
const texts = { type: "array", items: text };
const zones = { type: "object", additionalProperties: texts };
const confidence = { enum: ["verified", "known"] };

const SCHEMAS: readonly (readonly [name: string, data: unknown, list: string, entry: object])[] = [
  [
    "private link",
    privateLink,
    "services",
    {
      required: ["type", "name", "groups", "confidence"],
      properties: {
        type: text,
        name: text,
        confidence,
        groups: {
          type: "array",
          minItems: 1,
          items: {
            required: ["id", "zones"],
            properties: {
              id: { type: "string" },
              zones,
              mode: { enum: ["all", "oneOf", "byKind", "none", "undocumented"] },
              acceptAlso: zones,
              alsoNeeds: texts,
            },
          },
        },
      },
    },
  ],
  [
    "service endpoints",
    serviceEndpointData,
    "endpoints",
    {
      required: ["name", "serviceTag", "secures", "confidence"],
      properties: { name: text, secures: texts, confidence },
    },
  ],
  [
    "service tags",
    tagData,
    "tags",
    {
      required: ["name", "direction", "regional", "confidence"],
      properties: {
        name: text,
        direction: { enum: ["inbound", "outbound", "both"] },
        regional: { type: "boolean" },
        confidence,
      },
    },
  ],
  [
    "delegations",
    delegationData,
    "delegations",
    { required: ["name", "serves", "confidence"], properties: { name: text, serves: texts, confidence } },
  ],
  [
    "dedicated services",
    dedicated,
    "services",
    {
      required: ["id", "type", "subnets", "delegation", "subnet", "confidence"],
      properties: {
        id: text,
        type: text,
        confidence,
        delegation: {
          properties: { requirement: { enum: ["required", "optional", "forbidden", "none", "platform"] } },
        },
        rules: {
          type: "array",
          items: {
            required: ["direction", "source", "destination", "ports", "protocol", "required"],
            properties: {
              direction: { enum: ["Inbound", "Outbound"] },
              ports: texts,
              required: { type: "boolean" },
            },
          },
        },
      },
    },
  ],
  [
    "public access",
    publicAccess,
    "types",
    {
      required: ["type", "name", "withoutRules"],
      properties: {
        type: text,
        withoutRules: { enum: ["everyone", "nobody"] },
        switch: {
          required: ["path", "on", "off"],
          properties: {
            default: {
              required: ["confidence", "basis"],
              properties: { confidence: { enum: ["high", "medium", "low"] } },
            },
          },
        },
      },
    },
  ],
];

describe("the catalogues", () => {
  test.each(SCHEMAS)("%s fit their schema and name their sources", (_, data, list, entry) => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile({
      type: "object",
      required: ["source", "retrieved", list],
      properties: { [list]: { type: "array", minItems: 1, items: { type: "object", ...entry } } },
    });
    expect([validate(data), validate.errors]).toEqual([true, null]);
  });

  test.each(SCHEMAS)("%s refer only to documents that they list", (_, data, list) => {
    const { source } = data as { source: Record<string, string> | string[] };
    const entries = (data as Record<string, { ref?: string }[]>)[list] ?? [];
    const refs = entries.flatMap(({ ref }) => ref?.split("+") ?? []);
    const unknownRefs = refs.filter(
      (ref) => ref !== "" && !Array.isArray(source) && !Object.hasOwn(source, ref),
    );
    expect(unknownRefs).toEqual([]);
  });

  test("types stand once in each", () => {
    for (const types of [
      privateLinkServices().map(({ type }) => type),
      publicAccess.types.map(({ type }) => type),
    ]) {
      expect(new Set(types.map((type) => type.toLowerCase())).size).toBe(types.length);
    }
  });

  test("every delegation that a dedicated service asks for is a delegation", () => {
    const asked = dedicatedServices().flatMap((service) => service.delegation.services ?? []);
    expect(asked.filter((name) => !delegation(name))).toEqual([]);
  });
});

describe("private link", () => {
  const group = (type: string, id: string) => {
    const service = privateLinkService(type);
    return service && privateLinkGroup(service, id);
  };

  test("group ids compare without case, and aliases count", () => {
    expect(group("microsoft.storage/storageaccounts", "BLOB")?.id).toBe("blob");
    expect(group("Microsoft.KeyVault/managedHSMs", "HSM")?.id).toBe("managedhsm");
    expect(group("Microsoft.Storage/storageAccounts", "vault")).toBeUndefined();
  });

  test("a slot's group follows the pattern of its site's", () => {
    expect(group("Microsoft.Web/sites", "sites-staging")?.id).toBe("sites");
  });

  test("secondary groups are left out", () => {
    const storage = privateLinkService("Microsoft.Storage/storageAccounts");
    expect(storage && primaryGroups(storage)).toEqual(
      expect.arrayContaining(["blob", "file", "queue", "table", "web", "dfs"]),
    );
    expect(storage && primaryGroups(storage)).not.toContain("blob_secondary");
  });

  test("an AI account needs the zones of its kind", () => {
    const account = group("Microsoft.CognitiveServices/accounts", "account");
    expect(account && requiredZones(account, "AzureCloud", "OpenAI")).toEqual([
      ["privatelink.openai.azure.com"],
    ]);
    expect(account && requiredZones(account, "AzureCloud", "AIServices")?.[0]).toHaveLength(3);
  });

  test("zones with a region fit that region alone", () => {
    const backup = "privatelink.{regionCode}.backup.windowsazure.com";
    expect(zoneMatches("privatelink.we.backup.windowsazure.com", backup, "West Europe")).toBe(true);
    expect(zoneMatches("privatelink.ne.backup.windowsazure.com", backup, "westeurope")).toBe(false);
    expect(zoneMatches("privatelink.ne.backup.windowsazure.com", backup)).toBe(true);
  });

  test("each cloud has zones of its own", () => {
    expect(knownZones("AzureCloud").has("privatelink.vaultcore.azure.net")).toBe(true);
    expect(knownZones("AzureChinaCloud").has("privatelink.vaultcore.azure.net")).toBe(false);
  });
});

describe("names", () => {
  test.each([
    ["Storage.WestEurope", "Storage", "westeurope"],
    ["INTERNET", "Internet", undefined],
    ["virtual_network", "VirtualNetwork", undefined],
    ["AzureFrontDoor.Backend", "AzureFrontDoor.Backend", undefined],
  ])("the tag %s is %s", (tag, name, region) => {
    expect(parseServiceTag(tag)).toMatchObject({ name, region });
    expect(parseServiceTag(tag)?.entry).toBeDefined();
  });

  test("a name that is no tag has no entry, and an address is no name", () => {
    expect(parseServiceTag("AzureStorrage")?.entry).toBeUndefined();
    expect(parseServiceTag("10.0.0.0/8")).toBeUndefined();
  });

  test("a service endpoint that is misspelt in the wild is put right", () => {
    expect(correctedServiceEndpoint("Microsoft.DocumentDB")).toBe("Microsoft.AzureCosmosDB");
    expect(correctedServiceEndpoint("Microsoft.Storage")).toBeUndefined();
  });

  test("storage can be secured by two service endpoints", () => {
    expect(serviceEndpointsOf("Microsoft.Storage/storageAccounts")).toEqual([
      "Microsoft.Storage",
      "Microsoft.Storage.Global",
    ]);
  });

  test("a database without rules admits nobody, a vault everyone", () => {
    expect(publicAccessType("Microsoft.Sql/servers")?.withoutRules).toBe("nobody");
    expect(publicAccessType("Microsoft.KeyVault/vaults")?.withoutRules).toBe("everyone");
    expect(dedicatedService("sql-mi")?.delegation.services).toEqual(["Microsoft.Sql/managedInstances"]);
  });
});
