import type { TemplateResource } from "../stack.ts";
import { Declarations, type Declared, nameOf } from "./declared.ts";
import { type Said, said } from "./expression.ts";

/**
 * A case in Bicep, as a person would write it: symbolic names, references to what the case declares, children below their `parent`.
 * A subnet that is declared inside its network is referred to as `existing`.
 */
export function toBicep(
  resources: readonly TemplateResource[],
  parameters: Readonly<Record<string, { readonly type: string }>>,
): string {
  const declarations = new Declarations(resources, Object.keys(parameters));
  const existing = new Map<string, string>();

  const idOf = (type: string, names: readonly string[]): string => {
    const found = declarations.find(type, names);
    if (found) return `${found.symbol}.id`;
    const parent = declarations.find(type.slice(0, type.lastIndexOf("/")), names.slice(0, -1));
    if (!parent) return `resourceId(${[type, ...names].map(quoted).join(", ")})`;
    const name = names.at(-1) ?? "";
    const symbol = `${parent.symbol}_${name.replace(/\W/g, "_")}`;
    const head = `resource ${symbol} '${type}@${parent.apiVersion}' existing = `;
    existing.set(symbol, `${head}{\n  parent: ${parent.symbol}\n  name: ${quoted(name)}\n}`);
    return `${symbol}.id`;
  };

  const expression = (value: Said): string => {
    switch (value.kind) {
      case "plain":
        return typeof value.value === "string" ? quoted(value.value) : String(value.value);
      case "parameter":
        return value.name;
      case "id":
        return idOf(value.type, value.names);
      case "if":
        return `${expression(value.condition)} ? ${expression(value.then)} : ${expression(value.otherwise)}`;
    }
  };

  const printed = (value: unknown, indent: string): string => {
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
      if (value.length === 0) return "[]";
      return `[\n${value.map((item) => `${inner}${printed(item, inner)}\n`).join("")}${indent}]`;
    }
    if (typeof value !== "object" || value === null) return expression(said(value));
    const entries = Object.entries(value).map(
      ([key, item]) => `${inner}${/^[A-Za-z_]\w*$/.test(key) ? key : quoted(key)}: ${printed(item, inner)}\n`,
    );
    return entries.length === 0 ? "{}" : `{\n${entries.join("")}${indent}}`;
  };

  const declaration = (one: Declared): string => {
    const { symbol, type, apiVersion, names, parent, condition, body } = one;
    const head = `resource ${symbol} '${type}@${apiVersion}' = ${condition ? `if (${expression(condition)}) ` : ""}`;
    const lines = [
      ...(parent ? [`  parent: ${parent.symbol}\n`] : []),
      `  name: ${quoted(parent ? nameOf(one) : names.join("/"))}\n`,
      ...Object.entries(body).map(([key, value]) => `  ${key}: ${printed(value, "  ")}\n`),
    ];
    return `${head}{\n${lines.join("")}}`;
  };

  const params = Object.entries(parameters).map(([name, { type }]) => `param ${name} ${type}`);
  const declared = declarations.all.map(declaration);
  return `${[...params, ...declared, ...existing.values()].join("\n\n")}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("${", "\\${")}'`;
}
