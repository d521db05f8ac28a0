/** What every expression can name: declared in Terraform's configuration and in isolint's alike. */
export const PREAMBLE = `
locals {
  env     = "prod"
  name    = "app-Müller"
  count   = 3
  enabled = true
  nothing = null
  cidr    = "10.20.0.0/16"
  zones   = ["1", "2", "3"]
  mixed   = ["a", 1, true, null]
  nested  = [["a", "b"], [], ["c"]]
  tags    = { env = "prod", owner = "net", "cost-center" = "42" }
  subnets = {
    app  = { cidr = "10.20.1.0/24", delegated = false, endpoints = ["Microsoft.Storage", "Microsoft.Sql"] }
    data = { cidr = "10.20.2.0/24", delegated = true, endpoints = [] }
    edge = { cidr = "10.20.3.0/26", delegated = false, endpoints = ["Microsoft.KeyVault"] }
  }
  users  = [{ name = "ann", age = 31, admin = true }, { name = "bob", age = 27, admin = false }, { name = "cid", age = 45, admin = false }]
  names  = toset(["web", "api", "db"])
  labels = tomap({ a = "x", b = "y" })
  ports  = tolist([80, 443, 8080])
  greet  = "Hello, $\${name}!%%{ if loud }!!%%{ endif }"
}
`;
