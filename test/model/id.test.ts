import { formatResourceId, idKey, parentId, parseResourceId } from "../../src/model/index.ts";
import { concatenate, literal, namedSymbol, describe as show, toPlain } from "../../src/value/index.ts";

const VNET = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub";
const unknown = namedSymbol("input", "", "var.x");

const parsed = (text: string) => parseResourceId(literal(text));

test("an id is taken apart into scope, type and names, whatever its case", () => {
  const id = parsed(`${VNET.replace("resourceGroups", "resourcegroups")}/subnets/app/`);
  expect(id?.type).toBe("Microsoft.Network/virtualNetworks/subnets");
  expect(id?.names.map(toPlain)).toEqual(["hub", "app"]);
  expect(id?.resourceGroup && toPlain(id.resourceGroup)).toBe("rg");
});

test("an id and its parts lead to each other", () => {
  for (const text of [
    VNET,
    "/subscriptions/s",
    "/subscriptions/s/resourceGroups/rg",
    "/providers/Microsoft.Management/managementGroups/m",
    `${VNET}/providers/Microsoft.Insights/diagnosticSettings/d`,
    "/subscriptions/s/providers/Microsoft.Authorization/policyAssignments/p",
  ]) {
    const id = parsed(text);
    expect(id && toPlain(formatResourceId(id))).toBe(text);
  }
});

test("an unknown name keeps its place", () => {
  const id = parseResourceId(concatenate([literal(VNET), literal("/subnets/"), unknown]));
  expect(id?.names.map((name) => show(name))).toEqual(['"hub"', "var.x"]);
  expect(id && show(formatResourceId(id))).toBe(`"${VNET}/subnets/\${var.x}"`);
});

test("what is no id is none", () => {
  for (const text of [
    "",
    "/",
    "hub",
    "/subscriptions/s/resourceGroups/rg/hub",
    `${VNET}/subnets`,
    "https://a/b/c/d",
  ]) {
    expect(parsed(text)).toBeUndefined();
  }
  expect(parseResourceId(unknown)).toBeUndefined();
});

test("keys compare without case, parents have one name less", () => {
  const id = parsed(`${VNET}/subnets/App`);
  const same = parsed(`${VNET.toUpperCase()}/SUBNETS/app`);
  expect(id && idKey(id)).toBe(same && idKey(same));
  const above = id && parentId(id);
  expect(above && toPlain(formatResourceId(above))).toBe(VNET);
  expect(above && parentId(above)).toBeUndefined();
});
