import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/commands/index.ts";
import type { Terminal } from "../../src/cli/output.ts";
import { type Picture, toSvg } from "../../src/picture/index.ts";

let cwd: string;

beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), "isolint-")));
  mkdirSync(join(cwd, ".git"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (path: string, text: string | Buffer) => {
  mkdirSync(join(cwd, path, ".."), { recursive: true });
  writeFileSync(join(cwd, path), text);
};

/** A machine with a public address: `public-access/public-ip-on-compute` fails at error. */
const OPEN = `resource "azurerm_public_ip" "a" {
  name = "pip"
}
resource "azurerm_network_interface" "a" {
  name = "nic"
  ip_configuration {
    name                 = "x"
    public_ip_address_id = azurerm_public_ip.a.id
  }
}
`;
const ONLY = ["--only", "public-access/public-ip-on-compute"];

async function isolint(args: readonly string[], { input = "", environment = {} as NodeJS.ProcessEnv } = {}) {
  let out = "";
  let error = "";
  const terminal: Terminal = {
    cwd,
    packageFolder: process.cwd(),
    environment,
    isTerminal: false,
    width: 80,
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    input: async () => input,
  };
  const code = await run(args, terminal);
  return { code, out, error };
}

describe("exit codes", () => {
  test("0 when nothing is found, 1 when something is", async () => {
    write("main.tf", 'resource "azurerm_resource_group" "a" {\n  name = "rg"\n}\n');
    expect((await isolint(ONLY)).code).toBe(0);
    write("main.tf", OPEN);
    expect((await isolint(ONLY)).code).toBe(1);
    expect((await isolint(["--only", "network,public-access/public-ip-on-compute"])).code).toBe(1);
    expect((await isolint(["--only", "network,private-dns"])).code).toBe(0);
    expect((await isolint([...ONLY, "--fail-on", "none"])).code).toBe(0);
    expect((await isolint([...ONLY, "--rule", "public-access/*=warning"])).code).toBe(0);
    expect((await isolint([...ONLY, "--rule", "public-access/*=warning", "--fail-on", "warning"])).code).toBe(
      1,
    );
  });

  test("--stats tells what each step took", async () => {
    write("main.tf", OPEN);
    const { error } = await isolint([...ONLY, "--stats"]);
    const steps = error.split("\n").map((line) => line.replace(/ +\d+ ms$/, ""));
    expect(steps).toEqual(["discover", "check", "  evaluate", "  link", "  rules", "report", ""]);
  });

  test("2 when a file cannot be parsed, and what can be checked still is", async () => {
    write("good/main.tf", OPEN);
    write("bad/main.tf", 'resource "x" {');
    const { code, out } = await isolint([...ONLY, "-f", "json"]);
    expect(code).toBe(2);
    expect(JSON.parse(out).findings).toMatchObject([{ rule: ONLY[1], location: { path: "good/main.tf" } }]);
  });

  test.each([
    ["an unknown flag", ["--fromat", "json"], "There is no flag '--fromat'. Did you mean '--format'?"],
    ["a path that is not there", ["nowhere"], "There is no file or folder 'nowhere'."],
    ["a mistyped command", ["explian"], "Did you mean the command 'explain'?"],
    [
      "a mistyped rule",
      ["--rule", "public-access/public-ip-on-computer=off"],
      "Did you mean 'public-access/public-ip-on-compute'?",
    ],
    ["a mistyped family", ["--only", "public-acces"], "Did you mean 'public-access'?"],
    ["a mistyped family among others", ["--only", "network,public-acces"], "Did you mean 'public-access'?"],
    ["a mistyped preset", ["--preset", "strikt"], "Did you mean 'strict'?"],
    ["a variable file that is not there", ["--var-file", "x.tfvars"], "There is no file 'x.tfvars'."],
    ["a shard that is none", ["--shard", "3/2"], "--shard takes i/n"],
    [
      "explaining what does not exist",
      ["explain", "private-endpoint/no-dns-zone-grup"],
      "Did you mean 'private-endpoint/no-dns-zone-group'?",
    ],
  ])("2 for %s, with a message and nothing else", async (_, args, message) => {
    write("main.tf", OPEN);
    const { code, out, error } = await isolint(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toContain(message);
    expect(error.split("\n")).toHaveLength(2);
  });

  test("2 when there is nothing to lint; 0 when the configuration leaves everything out", async () => {
    expect(await isolint([])).toMatchObject({
      code: 2,
      out: expect.stringContaining("There is nothing to lint"),
    });
    write("examples/main.tf", OPEN);
    write("isolint.config.yaml", 'ignore: ["examples/**"]\n');
    expect(await isolint([])).toMatchObject({
      code: 0,
      out: expect.stringContaining("leaves out everything"),
    });
  });

  test("2 for a binary file and for a mistake in the configuration, each with its place", async () => {
    write("main.tf", Buffer.from([0, 1, 2]));
    expect(await isolint(["-f", "compact"])).toMatchObject({
      code: 2,
      out: expect.stringContaining("main.tf: error:"),
    });
    write("main.tf", OPEN);
    write("isolint.config.yaml", "rulez: {}\n");
    const { code, out } = await isolint([...ONLY, "-f", "compact"]);
    expect(code).toBe(2);
    expect(out).toContain("isolint.config.yaml:1:1: error: Unknown key 'rulez'. Did you mean 'rules'?");
    expect(out).toContain("[public-access/public-ip-on-compute]");
  });
});

describe("what is read", () => {
  test("standard input stands for a file, on disk or not, beside its neighbours on disk", async () => {
    write("infra/pip.tf", 'resource "azurerm_public_ip" "a" {\n  name = "pip"\n}\n');
    const nic = OPEN.slice(OPEN.indexOf('resource "azurerm_network_interface"'));
    const { out } = await isolint([...ONLY, "-f", "json", "-", "--stdin-filename", "infra/nic.tf"], {
      input: nic,
    });
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ location: { path: "infra/nic.tf" } }],
      diagnostics: [],
    });
    const alone = await isolint([...ONLY, "-f", "compact", "-", "--stdin-filename", "new/main.tf"], {
      input: OPEN,
    });
    expect(alone.out).toMatch(/^new\/main\.tf:8:/);
    expect((await isolint(["-"])).error).toContain("--stdin-filename");
  });

  test("variables by flag win over those in files", async () => {
    write(
      "main.tf",
      `variable "n" {\n  default = 1\n}\n${OPEN.replaceAll(/(azurerm_\w+" "a" \{\n)/g, "$1  count = var.n\n").replace(".a.id", ".a[0].id")}`,
    );
    expect((await isolint([...ONLY])).code).toBe(1);
    expect((await isolint([...ONLY, "--var", "n=0"])).code).toBe(0);
  });

  test("stacks of the configuration are evaluated with each of their inputs, and findings name them", async () => {
    write(
      "infra/main.tf",
      `variable "n" {\n  type = number\n}\n${OPEN.replaceAll(/(azurerm_\w+" "a" \{\n)/g, "$1  count = var.n\n").replace(".a.id", ".a[0].id")}`,
    );
    write("infra/prod.tfvars", "n = 1\n");
    write("infra/dev.tfvars", "n = 0\n");
    write(
      "isolint.config.yaml",
      "stacks:\n  - { path: infra, varFiles: [prod.tfvars] }\n  - { path: infra, varFiles: [dev.tfvars] }\n",
    );
    write("elsewhere/main.tf", OPEN);
    const { out } = await isolint([...ONLY, "-f", "json"]);
    const { stacks, findings } = JSON.parse(out);
    expect(stacks).toMatchObject([{ path: "infra", scenarios: ["prod.tfvars", "dev.tfvars"] }]);
    expect(findings).toMatchObject([{ scenarios: ["prod.tfvars"] }]);
  });
});

describe("variable files", () => {
  const counted = `variable "n" {\n  type = number\n}\n${OPEN.replaceAll(/(azurerm_\w+" "a" \{\n)/g, "$1  count = var.n\n").replace(".a.id", ".a[0].id")}`;
  const scenariosWith = async (...flags: readonly string[]): Promise<readonly (readonly string[])[]> => {
    write("main.tf", counted);
    write("one.tfvars", "n = 1\n");
    write("none.tfvars", "n = 0\n");
    const { out } = await isolint([...ONLY, ...flags, "-f", "json"]);
    return JSON.parse(out).findings.map((finding: { scenarios: string[] }) => finding.scenarios);
  };

  test("each flag is a scenario of its own", async () => {
    expect(await scenariosWith("--var-file", "one.tfvars", "--var-file", "none.tfvars")).toEqual([
      ["one.tfvars"],
    ]);
  });

  test("files of one flag go together, and the later one wins", async () => {
    expect(await scenariosWith("--var-file", "one.tfvars,none.tfvars")).toEqual([]);
    expect(await scenariosWith("--var-file", "none.tfvars,one.tfvars")).toHaveLength(1);
  });
});

describe("reports", () => {
  test("go into files beside standard output, and follow the CI system", async () => {
    write("main.tf", OPEN);
    const { out } = await isolint([...ONLY, "-f", "compact", "-f", "sarif:out.sarif"]);
    expect(out).toMatch(/^main\.tf:8:\d+: error: .* \[public-access\/public-ip-on-compute\]\n$/);
    expect(JSON.parse(readFileSync(join(cwd, "out.sarif"), "utf8")).runs[0].results).toHaveLength(1);
    expect((await isolint(ONLY, { environment: { GITHUB_ACTIONS: "true" } })).out).toMatch(
      /^::error file=main\.tf,line=8/,
    );
    expect((await isolint([...ONLY, "-o", "no/such/folder/x"])).error).toContain(
      "The report cannot be written",
    );
  });

  test("the same input gives the same bytes", async () => {
    write("a/main.tf", OPEN);
    write("b/main.tf", OPEN);
    expect((await isolint(["-f", "json"])).out).toBe((await isolint(["-f", "json"])).out);
  });

  test("shards together are the whole", async () => {
    for (const name of ["a", "b", "c"]) write(`${name}/main.tf`, OPEN);
    for (const index of [1, 2]) await isolint([...ONLY, "-f", `json:${index}.json`, "--shard", `${index}/2`]);
    const whole = JSON.parse((await isolint([...ONLY, "-f", "json"])).out);
    const merged = await isolint(["merge", "-f", "json", "1.json", "2.json"]);
    expect(JSON.parse(merged.out).findings).toEqual(whole.findings);
    expect(JSON.parse(merged.out).summary).toEqual(whole.summary);
    expect(merged.code).toBe(1);
  });

  test("a baseline leaves alone what it lists and nothing else", async () => {
    write("a/main.tf", OPEN);
    const baseline = ["--baseline", "known.json"];
    expect((await isolint([...ONLY, ...baseline, "--update-baseline"])).code).toBe(0);
    expect((await isolint([...ONLY, ...baseline])).code).toBe(0);
    write("a/main.tf", `\n\n${OPEN}`);
    expect((await isolint([...ONLY, ...baseline])).code).toBe(0);
    write("b/main.tf", OPEN);
    const { code, out } = await isolint([...ONLY, ...baseline, "-f", "json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ findings: [{ stack: "b" }], summary: { baselined: 1 } });
    expect((await isolint([...ONLY, "--baseline", "none.json"])).code).toBe(2);
  });
});

describe("other commands", () => {
  test("init writes a configuration that is valid, and never over one that is there", async () => {
    write("main.tf", OPEN);
    expect((await isolint(["init", "--pre-commit", "--github"])).code).toBe(0);
    expect(existsSync(join(cwd, ".github/workflows/isolint.yml"))).toBe(true);
    expect((await isolint([...ONLY, "-f", "json"])).out).toContain('"diagnostics": []');
    expect(await isolint(["init"])).toMatchObject({ code: 2, error: expect.stringContaining("already") });
  });

  test("rules and explain", async () => {
    const rules = JSON.parse((await isolint(["rules", "--format", "json"])).out).rules;
    expect(rules.map(({ id }: { id: string }) => id)).toContain("suppression/unused");
    expect((await isolint(["rules", "--format", "markdown"])).out).toContain(
      "| [`private-endpoint/no-dns-zone-group`]",
    );
    expect((await isolint(["explain", "suppression/unused"])).out).toMatch(/^# suppression\/unused\n/);
  });

  test("inspect prints the model, and never a sensitive value", async () => {
    write(
      "main.tf",
      `variable "s" {\n  default   = "hunter2"\n  sensitive = true\n}\nresource "azurerm_public_ip" "a" {\n  name = "pip"\n  tags = { a = var.s }\n}\n`,
    );
    const { code, out } = await isolint(["inspect"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).stacks[0].resources).toMatchObject([
      { address: "azurerm_public_ip.a", type: "Microsoft.Network/publicIPAddresses" },
    ]);
    expect(out).not.toContain("hunter2");
  });

  test("reach prints who reaches what, and takes names", async () => {
    write("main.tf", 'resource "azurerm_storage_account" "a" {\n  name = "sta"\n}\n');
    const { out } = await isolint(["reach", "-f", "json", "--from", "internet", "--to", "sta"]);
    expect(JSON.parse(out).paths[0]).toMatchObject({
      verdict: "allowed",
      path: "public",
      source: { kind: "internet" },
    });
    expect((await isolint(["reach", "--from", "internet"])).out).toMatch(
      /^azurerm_storage_account\.a \(blob\)\n {2}allowed {2}public/,
    );
  });

  test("every command has a help", async () => {
    const { out } = await isolint(["--help"]);
    const commands = [...out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name as string);
    expect(commands).toContain("reach");
    for (const command of commands) {
      const help = await isolint([command, "--help"]);
      expect(help).toMatchObject({ code: 0, out: expect.stringMatching(/^(Usage: )?isolint/) });
    }
  });
});

/** A picture with an edge from each node to the next, and from the first to itself. */
function drawn(nodes: Picture["nodes"]): Promise<string> {
  const edges = nodes.map(({ id }, at) => ({
    from: nodes[0]?.id ?? id,
    to: nodes[at]?.id ?? id,
    kind: "service-endpoint" as const,
    sure: false,
  }));
  return toSvg({ nodes, edges });
}

describe("pictures and pages", () => {
  const ESTATE = `resource "azurerm_virtual_network" "a" {
  name          = "vnet <b>"
  address_space = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "a" {
  name                 = "app"
  virtual_network_name = azurerm_virtual_network.a.name
  address_prefixes     = ["10.0.0.0/24"]
}
resource "azurerm_storage_account" "a" {
  name = "sta"
}
resource "azurerm_private_endpoint" "a" {
  name      = "pe"
  subnet_id = azurerm_subnet.a.id
  private_service_connection {
    name                           = "c"
    private_connection_resource_id = azurerm_storage_account.a.id
    subresource_names              = ["blob"]
    is_manual_connection           = false
  }
}
`;

  test("the picture has networks, what lies in them, and what is connected", async () => {
    write("main.tf", ESTATE);
    const { out } = await isolint(["graph", "-f", "json"]);
    const [picture] = JSON.parse(out).pictures;
    expect(picture.nodes).toMatchObject([
      { kind: "internet" },
      { kind: "service", label: "sta", openness: "open" },
      { kind: "network", label: "vnet <b>" },
      { kind: "subnet", parent: "azurerm_virtual_network.a" },
      { kind: "endpoint", parent: "azurerm_subnet.a" },
    ]);
    expect(picture.edges).toEqual([
      {
        from: "azurerm_private_endpoint.a",
        to: "azurerm_storage_account.a",
        kind: "private-endpoint",
        sure: true,
      },
      { from: "internet", to: "azurerm_storage_account.a", kind: "public", sure: true },
    ]);
  });

  test.each([
    ["svg", "vnet &lt;b&gt;"],
    ["mermaid", "vnet #60;b#62;"],
    ["dot", 'label="vnet <b>"'],
  ])("names stay text in %s", async (format, text) => {
    write("main.tf", ESTATE);
    expect((await isolint(["graph", "-f", format])).out).toContain(text);
  });

  test("the drawing is the same each time, and has everything in its frame", async () => {
    write("main.tf", ESTATE);
    const { out } = await isolint(["graph"]);
    expect((await isolint(["graph"])).out).toBe(out);
    const boxes = new Map(
      [...out.matchAll(/<title>([^<]*)<\/title><rect x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"/g)].map(
        ([, name, x, y, width, height]) => [
          name,
          {
            left: Number(x),
            top: Number(y),
            right: Number(x) + Number(width),
            bottom: Number(y) + Number(height),
          },
        ],
      ),
    );
    const chain = ["azurerm_virtual_network.a", "azurerm_subnet.a", "azurerm_private_endpoint.a"];
    for (const [at, name] of chain.slice(1).entries()) {
      const [outer, inner] = [boxes.get(chain[at]), boxes.get(name)];
      expect(inner?.left).toBeGreaterThan(outer?.left ?? Number.NaN);
      expect(inner?.right).toBeLessThan(outer?.right ?? Number.NaN);
      expect(inner?.top).toBeGreaterThan((outer?.top ?? Number.NaN) + 20);
      expect(inner?.bottom).toBeLessThan(outer?.bottom ?? Number.NaN);
    }
    const network = boxes.get("azurerm_virtual_network.a");
    expect(boxes.get("azurerm_storage_account.a")?.left).toBeGreaterThan(network?.right ?? Number.NaN);
    expect(out).toContain("private endpoint: pe → sta");
    expect(out).toContain("prefers-color-scheme: dark");
  });

  test("what lies in a network that does not exist, or connects to itself, is drawn all the same", async () => {
    const drawing = await drawn([
      { id: "s", kind: "subnet", label: "s", address: "s", parent: "gone" },
      { id: "i", kind: "dedicated", label: "i", address: "i", parent: "s" },
    ]);
    expect(drawing).toContain("<title>i</title>");
  });

  test("a drawing shows one stack", async () => {
    write("a/main.tf", ESTATE);
    write("b/main.tf", ESTATE);
    expect(await isolint(["graph"])).toMatchObject({ code: 2, error: expect.stringContaining("2 stacks") });
    expect((await isolint(["graph", "a"])).code).toBe(0);
  });

  test("the page says how each service is isolated, and who reaches it", async () => {
    write("main.tf", ESTATE);
    const { code, out } = await isolint(["report"]);
    expect(code).toBe(0);
    expect(out).not.toContain("vnet <b>");
    expect(out).toMatch(
      /sta<br><small>Azure Storage account<\/small><\/td><td>private endpoint<\/td><td><span class="open">open/,
    );
    expect(out).toContain("1 endpoint(s) by the hour");
  });
});

describe("plug-ins", () => {
  const RULES = `rules:
  acme/weak-tls:
    title: Old TLS is accepted
    level: error
    judges: Microsoft.Storage/storageAccounts
    fails: { not: { path: properties.minimumTlsVersion, is: TLS1_2 } }
    message: "{name} accepts old TLS."
`;
  const account = (tls: string) => `variable "tls" {
  type = string
}
resource "azurerm_storage_account" "a" {
  name            = "sta"
  min_tls_version = ${tls}
}
`;

  test("declarative rules run like the built-in ones, unknown stays unknown, and configurations can set them", async () => {
    write("policies/rules.yaml", RULES);
    write("isolint.config.yaml", "plugins: [./policies/rules.yaml]\nrules: { acme/weak-tls: warning }\n");
    const verdict = async (tls: string) => {
      write("main.tf", account(tls));
      const { out } = await isolint(["-f", "json", "--only", "acme", "--show-unknown"]);
      const { findings, diagnostics } = JSON.parse(out);
      expect(diagnostics).toEqual([]);
      return findings.map(
        (one: { verdict: string; severity: string; location: { start: { line: number } } }) =>
          `${one.verdict} ${one.severity} ${one.location.start.line}`,
      );
    };
    expect(await verdict('"TLS1_0"')).toEqual(["fail warning 6"]);
    expect(await verdict('"TLS1_2"')).toEqual([]);
    expect(await verdict("var.tls")).toEqual(["unknown info 6"]);
  });

  test("mistakes in a file of rules are told with their place", async () => {
    write("main.tf", account('"TLS1_2"'));
    write("rules.yaml", RULES.replace("judges:", "judge:"));
    write("isolint.config.yaml", "plugins: [./rules.yaml]\n");
    expect(await isolint(["-f", "compact"])).toMatchObject({
      code: 2,
      out: expect.stringMatching(/^rules\.yaml:3:5: error: /),
    });
  });

  test("code is only loaded from a configuration that the command line names", async () => {
    write("main.tf", account('"TLS1_2"'));
    write("plugin.cjs", "globalThis.isolintPluginRan = true;\nmodule.exports = { rules: {} };\n");
    write("isolint.config.yaml", "plugins: [./plugin.cjs]\n");
    const { code, out } = await isolint(["-f", "compact"]);
    expect({ code, ran: "isolintPluginRan" in globalThis }).toEqual({ code: 2, ran: false });
    expect(out).toContain("name this configuration with --config");
  });
});
