import type { TemplateResource } from "../stack.ts";
import { asAzurerm, asBlock, identityOf, type Written } from "./azurerm.ts";
import { type Body, Declarations, type Declared, nameOf } from "./declared.ts";
import { type Said, said } from "./expression.ts";
import { Block, quoted, Raw } from "./hcl.ts";

const NETWORK = "Microsoft.Network/virtualNetworks";
const TYPES: Readonly<Record<string, string>> = { string: "string", bool: "bool", int: "number" };
const HEAD = `terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.0"
    }
  }
}

resource "azurerm_resource_group" "rg" {
  name     = "rg"
  location = "westeurope"
}`;

/**
 * A case in Terraform, as a person would write it: azurerm resources where the tables can write the body back, azapi for the rest
 * (or for everything), and references to what the case declares. Subnets stand by themselves.
 */
export function toTerraform(
  resources: readonly TemplateResource[],
  parameters: Readonly<Record<string, { readonly type: string }>>,
  provider: "azurerm" | "azapi",
): string {
  const declarations = new Declarations(resources.flatMap(withSubnetsApart), ["rg"]);
  const written = new Map<Declared, Written | undefined>();
  const folded = new Set<Declared>();

  const expression = (value: Said): string => {
    switch (value.kind) {
      case "plain":
        return typeof value.value === "string" ? quoted(value.value) : String(value.value);
      case "parameter":
        return `var.${value.name}`;
      case "id":
        return idOf(value.type, value.names);
      case "if":
        return `${expression(value.condition)} ? ${expression(value.then)} : ${expression(value.otherwise)}`;
    }
  };
  const addressOf = (one: Declared): string => {
    const address = `${written.get(one)?.name ?? "azapi_resource"}.${one.symbol}`;
    return one.condition ? `${address}[0]` : address;
  };
  const idOf = (type: string, names: readonly string[]): string => {
    const found = declarations.find(type, names);
    if (found) return `${addressOf(found)}.id`;
    const [provider, ...types] = type.split("/");
    const parts = types.map((part, at) => `${part}/${names[at]}`).join("/");
    return `"\${azurerm_resource_group.rg.id}/providers/${provider}/${parts}"`;
  };

  // References need to know what each becomes, so names are settled before anything is written.
  const { all } = declarations;
  if (provider === "azurerm")
    for (const one of all)
      written.set(
        one,
        asAzurerm(one.type, settingsOf(one), () => "null"),
      );
  for (const one of all) {
    const made = written.get(one);
    if (made) written.set(one, asAzurerm(one.type, settingsOf(one), expression));
  }
  for (const one of all) {
    const above = one.parent && written.get(one.parent);
    const alike = JSON.stringify(one.condition) === JSON.stringify(one.parent?.condition);
    if (above && alike && asBlock(above, one.type, nameOf(one), settingsOf(one), expression)) folded.add(one);
  }

  const headed = (one: Declared): Block => {
    const block = new Block();
    if (one.condition) block.set("count", new Raw(countOf(one.condition, expression)));
    return block;
  };
  const azurerm = (one: Declared, { name, block, beside }: Written): readonly string[] => {
    const head = headed(one);
    const { name: nameArgument = "name", parent = [], names } = identityOf(name);
    head.set(nameArgument, nameOf(one));
    const byName = names?.every((above) => !above.startsWith("=")) ? names : undefined;
    const [parentArgument] = parent;
    if (byName) {
      const above = ancestors(one);
      for (const [at, argument] of byName.entries()) {
        const owner = above[at];
        head.set(argument, owner ? new Raw(`${addressOf(owner)}.name`) : one.names[at]);
      }
    } else if (parentArgument) {
      const type = one.type.slice(0, one.type.lastIndexOf("/"));
      head.set(parentArgument, new Raw(idOf(type, one.names.slice(0, -1))));
    }
    if (byName || !parentArgument) head.set("resource_group_name", new Raw("azurerm_resource_group.rg.name"));
    const { location } = one.body;
    if (location !== undefined && location !== "global")
      head.set("location", new Raw(expression(said(location))));
    head.take(block);
    return [
      `resource "${name}" "${one.symbol}" ${head.print()}`,
      ...beside.map((other) => {
        const inner = headed(one).set(other.id, new Raw(`${addressOf(one)}.id`));
        inner.take(other.block);
        return `resource "${other.name}" "${one.symbol}" ${inner.print()}`;
      }),
    ];
  };
  const azapi = (one: Declared): string => {
    const block = headed(one).set("type", `${one.type}@${one.apiVersion}`).set("name", nameOf(one));
    const type = one.type.slice(0, one.type.lastIndexOf("/"));
    const parent = one.names.length > 1 ? idOf(type, one.names.slice(0, -1)) : "azurerm_resource_group.rg.id";
    block.set("parent_id", new Raw(parent));
    if (one.body.location !== undefined) block.set("location", new Raw(expression(said(one.body.location))));
    block.set("body", translated(settingsOf(one), expression));
    return `resource "azapi_resource" "${one.symbol}" ${block.print()}`;
  };

  const variables = Object.entries(parameters).map(
    ([name, { type }]) =>
      `variable "${name}" ${new Block().set("type", new Raw(TYPES[type] ?? "any")).print()}`,
  );
  const texts = all
    .filter((one) => !folded.has(one))
    .flatMap((one) => {
      const made = written.get(one);
      return made ? azurerm(one, made) : [azapi(one)];
    });
  return `${[HEAD, ...variables, ...texts].join("\n\n")}\n`;
}

function settingsOf({ body }: Declared): Body {
  const { location: _, ...settings } = body;
  return settings;
}

function ancestors(one: Declared): readonly Declared[] {
  return one.parent ? [...ancestors(one.parent), one.parent] : [];
}

function countOf(condition: Said, expression: (value: Said) => string): string {
  if (condition.kind === "plain") return condition.value === true ? "1" : "0";
  return `${expression(condition)} ? 1 : 0`;
}

/** A network and its subnets, which templates write inside it. */
function withSubnetsApart(resource: TemplateResource): readonly TemplateResource[] {
  const { subnets, ...properties } = (resource.properties ?? {}) as Record<string, unknown>;
  if (resource.type !== NETWORK || !Array.isArray(subnets)) return [resource];
  const { apiVersion, condition, name } = resource;
  return [
    { ...resource, properties },
    ...subnets.map((subnet) => ({
      type: `${NETWORK}/subnets`,
      apiVersion,
      ...(condition !== undefined && { condition }),
      ...subnet,
      name: `${name}/${subnet.name}`,
    })),
  ];
}

function translated(value: unknown, expression: (value: Said) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => translated(item, expression));
  if (typeof value !== "object" || value === null) return new Raw(expression(said(value)));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, translated(item, expression)]));
}
