import { findingsOf, lintText } from "isolint/testing";

const RULE = "public-access/public-network-access";

/** What the finding of the rule says about where its value comes from. */
async function traceOf(files: Readonly<Record<string, string>>): Promise<readonly string[] | undefined> {
  const report = await lintText(files, { only: [RULE] });
  const [finding] = findingsOf(report, RULE, "fail");
  return finding?.trace.map(({ message, location }) => `${message} @ ${location?.start.line}`);
}

const account = (isPublic: string, inputs: string): string => `
${inputs}
resource "azurerm_cosmosdb_account" "this" {
  name                          = "cosmos-this"
  public_network_access_enabled = ${isPublic}
}
`;

describe("a finding names the input whose default decided a condition", () => {
  const flag = 'variable "private" { default = false }\n';

  test.each([
    ["by itself", "var.private ? false : true"],
    ["negated", "!var.private ? true : false"],
    ["compared", "var.private == true ? false : true"],
    ["joined with what is given anyway", "true && !var.private ? true : false"],
  ])("in Terraform, %s", async (_, expression) => {
    expect(await traceOf({ "main.tf": account(expression, flag) })).toEqual([
      "true, by default of var.private @ 2".replace("true", '"Enabled"'),
    ]);
  });

  test("not where the input is given", async () => {
    const files = {
      "main.tf": account("var.private ? false : true", flag),
      "terraform.tfvars": "private = false\n",
    };
    expect(await traceOf(files)).toEqual([]);
  });

  test("not where another side decided", async () => {
    const inputs = `${flag}variable "open" { type = bool }\n`;
    const files = {
      "main.tf": account("var.private || var.open ? true : false", inputs),
      "terraform.tfvars": "open = true\n",
    };
    expect(await traceOf(files)).toEqual([]);
  });

  test("through a local in another place", async () => {
    const local = `${flag}locals { isPublic = var.private ? false : true }\n`;
    expect(await traceOf({ "main.tf": account("local.isPublic", local) })).toEqual([
      '"Enabled", from local.isPublic @ 7',
      "written here @ 3",
      "by default of var.private @ 2",
    ]);
  });

  const template = (expression: string): string =>
    JSON.stringify(
      {
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        parameters: { endpoint: { type: "string", defaultValue: "" } },
        resources: [
          {
            type: "Microsoft.DocumentDB/databaseAccounts",
            apiVersion: "2024-05-15",
            name: "cosmos-this",
            location: "westeurope",
            properties: { databaseAccountOfferType: "Standard", publicNetworkAccess: expression },
          },
        ],
      },
      undefined,
      2,
    );

  test.each([
    ["[if(empty(parameters('endpoint')), 'Enabled', 'Disabled')]"],
    ["[if(and(true(), not(equals(parameters('endpoint'), 'x'))), 'Enabled', 'Disabled')]"],
  ])("in ARM: %s", async (expression) => {
    expect(await traceOf({ "main.json": template(expression) })).toEqual([
      "\"Enabled\", by default of parameters('endpoint') @ 7",
    ]);
  });

  test("in Bicep", async () => {
    const text = `param endpoint string = ''

resource this 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: 'cosmos-this'
  location: 'westeurope'
  properties: {
    databaseAccountOfferType: 'Standard'
    publicNetworkAccess: empty(endpoint) ? 'Enabled' : 'Disabled'
  }
}
`;
    expect(await traceOf({ "main.bicep": text })).toEqual(['"Enabled", by default of endpoint @ 1']);
  });
});
