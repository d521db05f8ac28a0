// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform interpolates with the same braces.
import { callFunction, type FunctionContext } from "../../../../src/languages/terraform/functions/index.ts";
import { MemoryReader } from "../../../../src/source/index.ts";
import { concatenate, literal, namedSymbol, type Value } from "../../../../src/value/index.ts";
import { plain } from "../stack.ts";

const CONTEXT: FunctionContext = {
  reader: new MemoryReader({}),
  folder: ".",
  renderTemplate: () => literal(""),
  entryName: String,
  hasSymbolicKeys: false,
  keyValue: (name) => literal(name),
  representative: () => undefined,
  notRead: () => undefined,
};

const segment = (text: string): Value => namedSymbol("input", "", text, { type: "string", segment: true });
const ID = concatenate([
  literal("/subscriptions/"),
  segment("subscription"),
  literal("/resourceGroups/"),
  segment("group"),
  literal("/providers/Microsoft.Network/virtualNetworks/hub"),
]);

function call(name: string, ...args: readonly Value[]): unknown {
  const result = callFunction(name, args, CONTEXT);
  return result.kind === "mistake" ? result.message : plain(result);
}

describe("the id of a resource, of which some segments are not known", () => {
  it("is taken apart at its slashes", () => {
    expect(call("element", callFunction("split", [literal("/"), ID], CONTEXT) as Value, literal(4))).toBe(
      "«group»",
    );
    expect(call("length", callFunction("split", [literal("/"), ID], CONTEXT) as Value)).toBe(9);
  });

  it.each([
    ["resourceGroups/([^/]+)/", ["«group»"]],
    ["(?i)^/subscriptions/([^/]+)/resourcegroups/([^/]+)/", ["«subscription»", "«group»"]],
    [
      "(?P<type>Microsoft\\.Network/virtualNetworks)/(?P<name>[^/]+)$",
      { type: "Microsoft.Network/virtualNetworks", name: "hub" },
    ],
    ["/subscriptions/[^/]+", '«"/subscriptions/${subscription}"»'],
  ])("answers %s", (pattern, expected) => {
    expect(call("regex", literal(pattern), ID)).toEqual(expected);
  });

  it.each(["[a-z]+-prod", "resourceGroups/([a-z]+)/", "/nowhere/([^/]+)", "\\w+/\\d", "resourceGroups/."])(
    "leaves %s open",
    (pattern) => {
      expect(call("regex", literal(pattern), ID)).toMatch(/^«regex\(/);
    },
  );

  it("has sure ends", () => {
    expect(call("endswith", ID, literal("/virtualNetworks/hub"))).toBe(true);
    expect(call("startswith", ID, literal("/subscriptions/0"))).toMatch(/^«startswith/);
    expect(call("strcontains", ID, literal("/virtualNetworks/"))).toBe(true);
  });
});
