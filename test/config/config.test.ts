import { Ajv } from "ajv";
import {
  ConfigLoader,
  type ConfigurableRule,
  publishedSchema,
  resolveSettings,
} from "../../src/config/index.ts";
import { locationOf, MemoryReader } from "../../src/source/index.ts";

const rules: readonly ConfigurableRule[] = [
  { id: "public-access/a", title: "A", levels: { recommended: "error", strict: "error" } },
  {
    id: "public-access/b",
    title: "B",
    levels: { recommended: "off", strict: "warning", hybrid: "info" },
    options: {
      type: "object",
      additionalProperties: false,
      properties: {
        maxAddresses: { type: "integer", default: 65536 },
        allow: { type: "array", items: { type: "string" } },
      },
    },
  },
  { id: "network/c", title: "C", levels: { recommended: "warning", strict: "error" } },
];
const byId = new Map(rules.map((rule) => [rule.id, rule]));

async function load(files: Readonly<Record<string, string>>, folder = ".") {
  const { layers, diagnostics } = await new ConfigLoader(new MemoryReader(files), byId).forFolder(folder);
  return { layers, diagnostics, settings: resolveSettings(layers, rules) };
}

async function complaints(text: string, name = "isolint.config.yaml") {
  const { diagnostics } = await load({ [name]: text });
  return diagnostics.map(({ message, span }) => {
    const at = span && locationOf(span);
    return `${at?.start.line}:${at?.start.column} ${message}`;
  });
}

describe("what a configuration says", () => {
  test("levels come from the preset, and rules change them", async () => {
    const { settings } = await load({ "isolint.config.yaml": "extends: strict\nrules:\n  network/c: off\n" });
    expect(rules.map(({ id }) => settings.rules.at(id, "main.tf").level)).toEqual([
      "error",
      "warning",
      "off",
    ]);
  });

  test("a rule's own entry wins over its family's, whatever their order", async () => {
    const { settings } = await load({
      "isolint.config.yaml": "rules:\n  public-access/a: info\n  public-access/*: off\n",
    });
    expect(settings.rules.at("public-access/a", "x").level).toBe("info");
  });

  test("options are filled with the defaults of the rule's schema", async () => {
    const { settings } = await load({
      "isolint.config.yaml": 'rules:\n  public-access/b: [error, { allow: ["x"] }]\n',
    });
    expect(settings.rules.at("public-access/b", "x")).toEqual({
      level: "error",
      options: { maxAddresses: 65536, allow: ["x"] },
    });
  });

  test("overrides hold for the files that match, relative to the configuration's folder", async () => {
    const { settings } = await load(
      {
        "infra/isolint.config.yaml":
          'overrides:\n  - files: ["sandbox/**"]\n    rules: { "public-access/*": warning }\n',
      },
      "infra",
    );
    expect(settings.rules.at("public-access/a", "infra/sandbox/main.tf").level).toBe("warning");
    expect(settings.rules.at("public-access/a", "infra/prod/main.tf").level).toBe("error");
    expect(settings.rules.at("public-access/a", "sandbox/main.tf").level).toBe("error");
  });

  test("a rule runs once for files with the same options, and once more for other options", async () => {
    const text =
      'rules: { public-access/b: error }\noverrides:\n  - files: ["x/**"]\n    rules: { public-access/b: [error, { maxAddresses: 1 }] }\n  - files: ["y/**"]\n    rules: { public-access/b: warning }\n';
    const { settings } = await load({ "isolint.config.yaml": text });
    expect(settings.rules.variants("public-access/b", ["a.tf", "x/a.tf", "y/a.tf"])).toEqual([
      { maxAddresses: 65536 },
      { maxAddresses: 1 },
    ]);
  });

  test.each([
    ["isolint.config.json", '{ "unknown": "warning" }'],
    ["isolint.config.jsonc", '{ /* why */ "unknown": "warning", }'],
    ["isolint.config.yml", "unknown: warning"],
    ["package.json", '{ "name": "x", "isolint": { "unknown": "warning" } }'],
  ])("%s is read", async (name, text) => {
    expect((await load({ [name]: text })).settings.unknown).toBe("warning");
  });
});

describe("where configurations are found", () => {
  const files = {
    "isolint.config.yaml": "rules: { network/c: off, public-access/a: off }",
    "infra/isolint.config.yaml": "rules: { network/c: error }",
  };

  test("the nearest wins over the one above it", async () => {
    const outer = await load(files);
    expect(outer.settings.rules.at("network/c", "x").level).toBe("off");
    const inner = await load({ ...files, "infra/prod/main.tf": "" }, "infra/prod");
    expect(inner.settings.rules.at("network/c", "x").level).toBe("error");
    expect(inner.settings.rules.at("public-access/a", "x").level).toBe("off");
  });

  test("`root: true` stops the search", async () => {
    const { settings } = await load({ ...files, "infra/isolint.config.yaml": "root: true" }, "infra");
    expect(settings.rules.at("public-access/a", "x").level).toBe("error");
  });

  test("another file can be extended, and extending in a circle is told", async () => {
    const { settings } = await load({
      "isolint.config.yaml": "extends: [strict, ./base.yaml]",
      "base.yaml": "unknown: info",
    });
    expect([settings.rules.preset, settings.unknown]).toEqual(["strict", "info"]);
    const circular = await load({
      "isolint.config.yaml": "extends: ./b.yaml",
      "b.yaml": "extends: ./isolint.config.yaml",
    });
    expect(circular.diagnostics).toMatchObject([{ code: "config-circular" }]);
  });
});

describe("mistakes are told with their place and the nearest right name", () => {
  test.each([
    ["an unknown key", "extneds: strict", "1:1 Unknown key 'extneds'. Did you mean 'extends'?"],
    [
      "an unknown rule",
      "rules:\n  public-acces/a: off",
      "2:3 There is no rule 'public-acces/a'. Did you mean 'public-access/a'?",
    ],
    [
      "an unknown family",
      "rules:\n  public-acess/*: off",
      "2:3 There is no rule 'public-acess/*'. Did you mean 'public-access/*'?",
    ],
    [
      "an unknown level",
      "rules:\n  network/c: warn",
      "2:14 The setting of 'network/c' must be one of off, info, warning, error, or a list of one of these and an object of options.",
    ],
    [
      "an unknown value",
      "network:\n  privateDns: cod",
      "2:15 'privateDns' must be one of code, central, policy. Did you mean 'code'?",
    ],
    ["a wrong type", "ignore: examples", "1:9 'ignore' must be array."],
    [
      "an unknown option",
      "rules:\n  public-access/b: [error, { maxAdresses: 1 }]",
      "2:30 Unknown key 'maxAdresses'. Did you mean 'maxAddresses'?",
    ],
    ["options for a rule without", "rules:\n  network/c: [error, {}]", "2:22 'network/c' has no options."],
    [
      "an unknown preset",
      "extends: stric",
      "1:10 There is no preset 'stric'. Presets are recommended, strict, hybrid; the path of another configuration starts with './' or '../'.",
    ],
  ])("%s", async (_, text, message) => {
    expect(await complaints(text)).toEqual([message]);
  });

  test("JSON too", async () => {
    expect(await complaints('{\n  "rules": { "network/d": "off" }\n}', "isolint.config.json")).toEqual([
      "2:14 There is no rule 'network/d'. Did you mean 'network/c'?",
    ]);
  });

  test("what is right beside a mistake still holds", async () => {
    const { settings } = await load({
      "isolint.config.yaml": "unknown: info\nrules: { network/x: off, network/c: off }",
    });
    expect([settings.unknown, settings.rules.at("network/c", "x").level]).toEqual(["info", "off"]);
  });

  test("a key that would reach the prototype is only an unknown key", async () => {
    expect(await complaints('{ "__proto__": { "unknown": "error" } }', "isolint.config.json")).toEqual([
      "1:3 Unknown key '__proto__'.",
    ]);
    expect(({} as { unknown?: string }).unknown).toBeUndefined();
  });

  test("a document of nested aliases is refused, not expanded", async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
      .split("")
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[at]}`).join(",")}]`)
      .join("\n")}\n`;
    expect((await complaints(bomb)).join()).toContain("cannot be read");
  });
});

test("the published schema accepts what is documented and refuses unknown rules", () => {
  const validate = new Ajv({ strict: false }).compile(publishedSchema(rules));
  expect(
    validate({
      extends: "recommended",
      rules: { "public-access/*": "off", "public-access/b": ["error", { maxAddresses: 3 }] },
    }),
  ).toBe(true);
  expect(validate({ rules: { "public-access/z": "off" } })).toBe(false);
  expect(validate({ intent: [{ deny: { from: "internet", to: "*" } }] })).toBe(true);
});
