import { literal, object, type Value } from "../../../value/index.ts";

type Suffix = "storage" | "keyvaultDns" | "sqlServerHostname" | "acrLoginServer";

/**
 * Suffixes as `environment()` gives them: for the public cloud as in its documentation
 * (learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment#environment), for the others as in the cloud
 * definitions of the Azure command line. What is not listed stays unknown.
 */
const SUFFIXES: Readonly<Record<string, Readonly<Record<Suffix, string>>>> = {
  AzureCloud: {
    storage: "core.windows.net",
    keyvaultDns: ".vault.azure.net",
    sqlServerHostname: ".database.windows.net",
    acrLoginServer: ".azurecr.io",
  },
  AzureUSGovernment: {
    storage: "core.usgovcloudapi.net",
    keyvaultDns: ".vault.usgovcloudapi.net",
    sqlServerHostname: ".database.usgovcloudapi.net",
    acrLoginServer: ".azurecr.us",
  },
  AzureChinaCloud: {
    storage: "core.chinacloudapi.cn",
    keyvaultDns: ".vault.azure.cn",
    sqlServerHostname: ".database.chinacloudapi.cn",
    acrLoginServer: ".azurecr.cn",
  },
};

/** What `environment()` says in a cloud; `rest` stands for all that is not known of it. */
export function environmentOf(cloud: string, rest: Value): Value {
  const suffixes = Object.entries(SUFFIXES[cloud] ?? {}).map(
    ([name, suffix]) => [name, literal(suffix)] as const,
  );
  const open = suffixes.length === 0 ? rest : object(new Map(suffixes), { rest });
  return object({ name: literal(cloud), suffixes: open }, { rest });
}
