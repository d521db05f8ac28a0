/** Everything but the first two keys is commented out: a configuration says only what differs. */
export const configTemplate = `# yaml-language-server: $schema=https://unpkg.com/isolint/dist/config.schema.json
# All keys: https://www.npmjs.com/package/isolint

# Configurations of folders above are not looked at.
root: true

# recommended: what is wrong in any estate. strict: everything private.
# hybrid: recommended, and what on-premises needs counts as an error.
extends: recommended

# rules:
#   private-endpoint/no-dns-zone-group: off
#   public-access/*: warning

# Globs of what is not linted.
# ignore: ["**/examples/**"]

# What is deployed, with which inputs; each entry is evaluated for itself.
# stacks:
#   - path: infra/prod
#     varFiles: [prod.tfvars]

# What lies outside the code.
# network:
#   onPremises: expected          # auto (a gateway or circuit is seen), expected, none
#   onPremisesEgress: ["203.0.113.0/24"]
#   dnsForwarders: ["10.0.0.4"]   # DNS servers known to forward to Azure DNS
#   privateDns: code              # code (here), central (elsewhere), policy (Azure Policy)

# What a verdict that cannot be decided from the code counts as.
# unknown: off

# overrides:
#   - files: ["sandbox/**"]
#     rules: { "public-access/*": warning }
`;

export const preCommitTemplate = `repos:
  - repo: local
    hooks:
      - id: isolint
        name: isolint
        entry: npx --no-install isolint
        language: system
        files: \\.(tf|tofu|tfvars|bicep|bicepparam|json|jsonc)$
        # Whole stacks are analysed, so that a change in a module is judged through its callers.
        pass_filenames: false
`;

export const workflowTemplate = `name: isolint
on: pull_request
permissions:
  contents: read
jobs:
  isolint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # Findings appear on the lines of the pull request.
      - run: npx --yes isolint
`;
