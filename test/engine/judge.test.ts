import { checkStack, type Scenario } from "../../src/engine/index.ts";
import type { EvaluatedStack, Resource } from "../../src/model/index.ts";
import type { Rule } from "../../src/rule/index.ts";
import { SourceFile } from "../../src/source/index.ts";
import {
  all,
  any,
  atomTruth,
  is,
  literal,
  namedSymbol,
  no,
  not,
  renewEffort,
  type Truth,
  unknown,
  yes,
} from "../../src/value/index.ts";
import { allErrors, network, rangeOf, resource, rule } from "./estate.ts";

const main = new SourceFile(
  "main.tf",
  `resource "azurerm_storage_account" "a" {
  public = var.public
}
resource "azurerm_storage_account" "b" {
}
`,
);
const variables = new SourceFile("variables.tf", 'variable "public" {\n  default = true\n}\n');
const A = 'resource "azurerm_storage_account" "a" {\n  public = var.public\n}';
const B = 'resource "azurerm_storage_account" "b" {\n}';

function scenario(resources: readonly Resource[], name = ""): Scenario {
  const stack: EvaluatedStack = {
    path: ".",
    language: "terraform",
    inputs: [],
    resources: [],
    opaqueModules: [],
    diagnostics: [],
    files: [main, variables],
    assumptions: [],
    outputs: new Map(),
    comments: [],
  };
  return { name, stack, network: network(resources), diagnostics: [], assumptions: [] };
}

function check(resources: readonly Resource[], ...rules: readonly Rule[]) {
  return checkStack(
    [scenario(resources)],
    rules,
    { rules: allErrors, unknown: "off", intent: [] },
    { passes: true },
  );
}

const judging = (
  id: string,
  resources: readonly Resource[],
  fails: (it: Resource) => Truth,
  at?: string,
): Rule =>
  rule(id, {
    judges: () => resources,
    check: (subject) => ({
      fails: fails(subject as Resource),
      tell: () => ({
        message: `${(subject as Resource).address} is open.`,
        ...(at && { at: { resource: subject as Resource, path: at } }),
      }),
    }),
  });

const a = resource({ address: "azurerm_storage_account.a", file: main, declaration: A });
const b = resource({ address: "azurerm_storage_account.b", file: main, declaration: B });

describe("the verdict is read off the truth", () => {
  const condition = namedSymbol("input", "root", "var.on", { type: "bool" });
  const cases: readonly [string, Truth, string][] = [
    ["true fails", yes(), "fail"],
    ["false passes", no(), "pass"],
    ["what cannot be decided is unknown", unknown("the moon's phase"), "unknown"],
    ["a condition without value is unknown", is(condition, true), "unknown"],
  ];
  test.each(cases)("%s", (_, truth, verdict) => {
    expect(
      check(
        [a],
        judging("x/y", [a], () => truth),
      ).findings,
    ).toMatchObject([{ verdict }]);
  });

  test("an unknown verdict says what it depends on", () => {
    const [finding] = check(
      [a],
      judging("x/y", [a], () => is(condition, true)),
    ).findings;
    expect(finding?.message).toBe(
      "Not decided, as it depends on var.on. If it applies: azurerm_storage_account.a is open.",
    );
  });
});

test("a condition is told as one that it takes only where nothing else would do", () => {
  const on = (key: string): Truth => atomTruth({ key, text: `var.${key}` });
  const exists = all(any(on("hana"), on("db2")), on("app"), not(on("off")));
  const conditional = resource({ address: "c.c", file: main, declaration: A, exists });
  const [finding] = check(
    [conditional],
    judging("x/y", [conditional], () => yes()),
  ).findings;
  expect(finding?.trace.map(({ message }) => message)).toEqual([
    "deployed only under the condition var.app",
    "deployed only where var.off is false",
    "whether it is deployed depends on var.db2",
    "whether it is deployed depends on var.hana",
  ]);
});

describe("what takes more conditions than are followed", () => {
  afterEach(() => renewEffort());
  const on = (name: string): Truth => is(namedSymbol("input", "root", `var.${name}`, { type: "bool" }), true);

  test("is told once, at the subject that used them up, and is unknown from there", () => {
    renewEffort(2);
    const { diagnostics, findings } = check(
      [a, b],
      judging("x/y", [a, b], ({ address }) =>
        address === a.address
          ? any(on("p"), on("q"))
          : all(any(on("p"), on("q")), not(any(on("q"), on("p")))),
      ),
      judging("x/z", [a, b], () => yes()),
    );
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "limit-exceeded", location: { path: "main.tf", start: { line: 4 } } },
    ]);
    expect(findings.map(({ rule: id, verdict }) => `${id} ${verdict}`)).toEqual([
      "x/y unknown",
      "x/y unknown",
      "x/z fail",
      "x/z fail",
    ]);
  });

  test("is told of the stack where linking used them up", () => {
    renewEffort(0);
    all(on("p"), on("q"));
    const { diagnostics } = check(
      [a],
      judging("x/y", [a], () => yes()),
    );
    expect(diagnostics).toMatchObject([{ code: "limit-exceeded", path: "." }]);
  });
});

describe("a subject that exists under a condition", () => {
  const enabled = atomTruth({ key: "enabled", text: "var.enabled" });

  test("is judged as if it existed, and the trace names the condition", () => {
    const conditional = resource({ address: "c.c", file: main, declaration: A, exists: enabled });
    const { findings } = check(
      [conditional],
      judging("x/y", [conditional], () => enabled),
    );
    expect(findings).toMatchObject([
      { verdict: "fail", trace: [{ message: "deployed only under the condition var.enabled" }] },
    ]);
  });

  test("says so where it exists only while the condition does not hold", () => {
    const without = resource({ address: "c.c", file: main, declaration: A, exists: not(enabled) });
    const { findings } = check(
      [without],
      judging("x/y", [without], () => yes()),
    );
    expect(findings).toMatchObject([{ trace: [{ message: "deployed only where var.enabled is false" }] }]);
  });

  test("gets no verdict when it surely does not exist, nor when it lies outside the stack", () => {
    const never = resource({ address: "c.c", file: main, declaration: A, exists: no() });
    const outside = resource({ address: "d.d", file: main, declaration: B, mode: "existing" });
    expect(
      check(
        [never, outside],
        judging("x/y", [never, outside], () => yes()),
      ).findings,
    ).toEqual([]);
  });
});

describe("places", () => {
  test("a finding without a place points at the head of the declaration", () => {
    const [finding] = check(
      [a],
      judging("x/y", [a], () => yes()),
    ).findings;
    expect(finding?.location).toEqual({
      path: "main.tf",
      start: { line: 1, column: 1 },
      end: { line: 1, column: 41 },
    });
  });

  test("a property that is written is the place", () => {
    const origin = { kind: "written", span: rangeOf(main, "var.public"), label: "var.public" } as const;
    const written = resource({
      address: "c.c",
      file: main,
      declaration: A,
      properties: { "properties.public": { value: literal(true, origin), text: "public = var.public" } },
    });
    const [finding] = check(
      [written],
      judging("x/y", [written], () => yes(), "properties.public"),
    ).findings;
    expect(finding?.location.start).toEqual({ line: 2, column: 3 });
  });

  test("a value's place is the step of its chain in the subject's own declaration; the rest is the trace", () => {
    const value = literal(true, {
      kind: "reference",
      span: rangeOf(main, "var.public"),
      label: "var.public",
      from: { kind: "input-default", span: rangeOf(variables, "true"), label: "default of var.public" },
    });
    const byValue = rule("x/y", {
      judges: () => [a],
      check: () => ({ fails: is(value, true), tell: () => ({ at: { value }, message: "Open." }) }),
    });
    const [finding] = check([a], byValue).findings;
    expect(finding?.location.start).toEqual({ line: 2, column: 12 });
    expect(finding?.trace).toMatchObject([
      { message: "true, from var.public", location: { path: "main.tf" } },
      {
        message: "by default of var.public",
        location: { path: "variables.tf", start: { line: 2, column: 13 } },
      },
    ]);
  });

  test("the content of a sensitive value is never told", () => {
    const origin = { kind: "input", span: rangeOf(variables, "true"), label: "secret.tfvars" } as const;
    const secret = { ...literal("hunter2", origin), sensitive: true } as const;
    const telling = rule("x/y", {
      judges: () => [a],
      check: () => ({ fails: yes({ value: secret }), tell: () => ({ message: "Open." }) }),
    });
    expect(JSON.stringify(check([a], telling))).not.toContain("hunter2");
  });
});

describe("faults", () => {
  test("a rule that throws on one subject is reported, and everything else is still judged", () => {
    const faulty = judging("x/faulty", [a, b], (it) => {
      if (it === a) throw new Error("boom");
      return yes();
    });
    const { findings, diagnostics } = check(
      [a, b],
      faulty,
      judging("x/sound", [a], () => yes()),
    );
    expect(findings.map((one) => [one.rule, one.subject.address])).toEqual([
      ["x/faulty", b.address],
      ["x/sound", a.address],
    ]);
    expect(diagnostics).toMatchObject([{ severity: "error", code: "rule-fault" }]);
    expect(diagnostics[0]?.message).toContain("boom");
  });

  test("a message that throws is a fault of the rule, not of the run", () => {
    const faulty = rule("x/y", {
      judges: () => [a],
      check: () => ({
        fails: yes(),
        tell: () => {
          throw new Error("no words");
        },
      }),
    });
    expect(check([a], faulty)).toMatchObject({ findings: [], diagnostics: [{ code: "rule-fault" }] });
  });
});

test("a subject gets one verdict from a rule, the worst, however often it is judged", () => {
  const truths = [no(), yes(), unknown("x")];
  const repeating = rule("x/y", {
    judges: () => [a, a, a],
    check: () => ({ fails: truths.pop() as Truth, tell: () => ({ message: "Open." }) }),
  });
  expect(check([a], repeating)).toMatchObject({ findings: [{ verdict: "fail" }], passes: 0 });
});

describe("scenarios", () => {
  const checkBoth = (first: Truth, second: Truth) => {
    const truths = [first, second];
    const changing = rule("x/y", {
      judges: () => [a],
      check: () => ({ fails: truths.shift() as Truth, tell: () => ({ message: "Open." }) }),
    });
    const scenarios = [scenario([a], "dev.tfvars"), scenario([a], "prod.tfvars")] as [Scenario, Scenario];
    return checkStack(scenarios, [changing], { rules: allErrors, unknown: "off", intent: [] });
  };

  test("what holds in all is one finding that names them", () => {
    expect(checkBoth(yes(), yes()).findings).toMatchObject([{ scenarios: ["dev.tfvars", "prod.tfvars"] }]);
  });

  test("a subject passes only when it passes in all", () => {
    expect(checkBoth(no(), yes())).toMatchObject({ findings: [{ scenarios: ["prod.tfvars"] }], passes: 0 });
    expect(checkBoth(no(), no())).toMatchObject({ findings: [], passes: 1 });
  });
});
