import { IdentityIndex, parseResourceId, type Resource, type ResourceId } from "../../src/model/index.ts";
import { literal, namedSymbol, type Value } from "../../src/value/index.ts";

const TYPE = "Microsoft.Storage/storageAccounts";
const unknown = (name: string): Value => namedSymbol("input", "", `var.${name}`);

function id(
  name: Value | string,
  group: Value | string = "rg",
  subscription: Value | string = "s",
): ResourceId {
  const value = (one: Value | string): Value => (typeof one === "string" ? literal(one) : one);
  return { subscription: value(subscription), resourceGroup: value(group), type: TYPE, names: [value(name)] };
}

/** Only what the index looks at. */
function resource(at: ResourceId, mode: "declared" | "existing" = "declared"): Resource {
  return { id: at, mode, type: at.type } as Resource;
}

function indexOf(...resources: readonly Resource[]): IdentityIndex {
  const index = new IdentityIndex();
  for (const one of resources) index.add(one);
  return index;
}

test("a name finds its resource in its own group only", () => {
  const [here, there] = [resource(id("st", "a")), resource(id("st", "b"))];
  const index = indexOf(here, there);
  expect(index.find(id("ST", "A"))).toEqual({ kind: "one", resource: here });
  expect(index.find(id("st", "b"))).toEqual({ kind: "one", resource: there });
  expect(index.find(id("st", "c"))).toEqual({ kind: "none" });
});

test("a scope that one side leaves out is the same scope", () => {
  const one = resource(id("st"));
  expect(indexOf(one).find({ type: TYPE, names: [literal("st")] })).toEqual({ kind: "one", resource: one });
});

test("the same unknown is the same, a different unknown may be", () => {
  const one = resource(id(unknown("a")));
  const index = indexOf(one);
  expect(index.find(id(unknown("a")))).toEqual({ kind: "one", resource: one });
  expect(index.find(id(unknown("b")))).toEqual({ kind: "candidates", resources: [one] });
  expect(index.find(id("st"))).toEqual({ kind: "candidates", resources: [one] });
  expect(index.find(id("st", "elsewhere"))).toEqual({ kind: "none" });
});

test("a text that cannot be the template is another name", () => {
  const template: Value = { kind: "template", parts: [literal("st-"), unknown("env")] };
  const index = indexOf(resource(id(template)));
  expect(index.find(id("kv-prod"))).toEqual({ kind: "none" });
  expect(index.find(id("st-prod")).kind).toBe("candidates");
});

test("of two with the same names the one in the subscription that is named", () => {
  const hub = resource(id("st", "rg", unknown("hub")));
  const spoke = resource(id("st", "rg", unknown("spoke")));
  const index = indexOf(hub, spoke);
  expect(index.find(id("st", "rg", unknown("spoke")))).toEqual({ kind: "one", resource: spoke });
  expect(index.find(id("st", "rg", "0000")).kind).toBe("candidates");
});

test("what only exists is never a mere candidate", () => {
  expect(indexOf(resource(id(unknown("a")), "existing")).find(id("st"))).toEqual({ kind: "none" });
});

test("an extension resource is found on what it lies on", () => {
  const text = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st";
  const extension = (on: string) =>
    parseResourceId(literal(`${on}/providers/Microsoft.Insights/diagnosticSettings/d`)) as ResourceId;
  const one = resource(extension(text));
  expect(indexOf(one).find(extension(text))).toEqual({ kind: "one", resource: one });
  expect(indexOf(one).find(extension(`${text}x`))).toEqual({ kind: "none" });
});
