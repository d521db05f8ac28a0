/** What lies outside the code, as the configuration declares it. */
export interface NetworkSettings {
  readonly cloud: Cloud;
  /** `auto`: where a gateway or circuit is seen. */
  readonly onPremises: "auto" | "expected" | "none";
  /** Public ranges under which on-premises appears on the internet, as CIDR blocks. */
  readonly onPremisesEgress: readonly string[];
  /** Addresses of DNS servers known to forward to Azure's DNS. */
  readonly dnsForwarders: readonly string[];
  /** Who makes zones, zone groups and links: this code, a central team, or Azure Policy on deployment. */
  readonly privateDns: "code" | "central" | "policy";
}

export type Cloud = "AzureCloud" | "AzureUSGovernment" | "AzureChinaCloud";

export const DEFAULT_NETWORK_SETTINGS: NetworkSettings = {
  cloud: "AzureCloud",
  onPremises: "auto",
  onPremisesEgress: [],
  dnsForwarders: [],
  privateDns: "code",
};
