import { forTerminal } from "../reporters/index.ts";
import type { EdgeKind, Picture, PictureNode } from "./picture.ts";

const LABEL: Readonly<Record<EdgeKind, string>> = {
  public: "public",
  peering: "peering",
  gateway: "gateway",
  "private-endpoint": "private endpoint",
  "service-endpoint": "service endpoint",
};

/** Short names for nodes: addresses have characters that neither language takes. */
function names({ nodes }: Picture): ReadonlyMap<string, string> {
  return new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
}

/** The picture as a Mermaid flowchart, as GitHub and GitLab draw it. */
export function toMermaid(picture: Picture): string {
  const short = names(picture);
  const name = (id: string): string => short.get(id) ?? "";
  const box = (node: PictureNode, indent: string): string => {
    const inner = picture.nodes.filter(({ parent }) => parent === node.id);
    const text = `${name(node.id)}["${forMermaid(node.label)}"]`;
    if (node.kind !== "network" && node.kind !== "subnet") return `${indent}${text}\n`;
    return `${indent}subgraph ${text}\n${inner.map((one) => box(one, `${indent}  `)).join("")}${indent}end\n`;
  };
  const nodes = picture.nodes.filter(({ parent }) => parent === undefined).map((node) => box(node, "  "));
  const edges = picture.edges.map(({ from, to, kind, sure }) => {
    const line = kind === "peering" ? "---" : sure ? "-->" : "-.->";
    return `  ${name(from)} ${line}|${LABEL[kind]}| ${name(to)}\n`;
  });
  const open = picture.nodes.filter(({ openness }) => openness === "open").map(({ id }) => name(id));
  const marks =
    open.length > 0
      ? `  classDef open stroke:#c62828,stroke-width:3px\n  class ${open.join(",")} open\n`
      : "";
  return `flowchart LR\n${nodes.join("")}${edges.join("")}${marks}`;
}

/** The picture for Graphviz. */
export function toDot(picture: Picture): string {
  const short = names(picture);
  const name = (id: string): string => short.get(id) ?? "";
  const box = (node: PictureNode, indent: string): string => {
    const attributes = `label=${forDot(node.label)}${node.openness === "open" ? ", color=red" : ""}`;
    if (node.kind !== "network" && node.kind !== "subnet")
      return `${indent}${name(node.id)} [${attributes}];\n`;
    const inner = picture.nodes
      .filter(({ parent }) => parent === node.id)
      .map((one) => box(one, `${indent}  `));
    // Edges end at a node, never at a cluster: a point inside stands for it.
    const anchor = `${indent}  ${name(node.id)} [shape=point, style=invis];\n`;
    return `${indent}subgraph cluster_${name(node.id)} {\n${indent}  ${attributes};\n${anchor}${inner.join("")}${indent}}\n`;
  };
  const nodes = picture.nodes.filter(({ parent }) => parent === undefined).map((node) => box(node, "  "));
  const edges = picture.edges.map(({ from, to, kind, sure }) => {
    const style = `${kind === "peering" ? ", dir=none" : ""}${sure ? "" : ", style=dashed"}`;
    return `  ${name(from)} -> ${name(to)} [label="${LABEL[kind]}"${style}];\n`;
  });
  return `digraph isolint {\n  rankdir=LR;\n  node [shape=box];\n${nodes.join("")}${edges.join("")}}\n`;
}

/** Mermaid reads entities by number inside quotes, and nothing else as text. */
function forMermaid(text: string): string {
  return text.replace(/[^\w .:/-]/gu, (character) => `#${character.codePointAt(0)};`);
}

function forDot(text: string): string {
  return `"${forTerminal(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
