import type { Diagnostics, SourceFile } from "../../../source/index.ts";
import type { Expression, Loop, Property } from "../core/expression.ts";
import { type ExpressionText, parseExpressionText } from "./expression-text.ts";
import {
  escapeOffsets,
  itemsOfArray,
  type JsonNode,
  propertiesOf,
  propertyOf,
  spanOf,
  stringOf,
} from "./read.ts";

/** Turns JSON into the expression core. Strings in brackets are expressions, objects with `copy` are loops. */
export class JsonLowering {
  readonly file: SourceFile;
  readonly #diagnostics: Diagnostics;
  readonly #strings: "expressions" | "literal";

  /** With `literal`, strings in brackets are only strings: in parameter files and exports nothing is computed. */
  constructor(
    file: SourceFile,
    diagnostics: Diagnostics,
    strings: "expressions" | "literal" = "expressions",
  ) {
    this.file = file;
    this.#diagnostics = diagnostics;
    this.#strings = strings;
  }

  expression(node: JsonNode): Expression {
    const span = spanOf(this.file, node);
    switch (node.type) {
      case "string":
        return this.#string(node);
      case "number":
      case "boolean":
        return { kind: "literal", value: node.value as number | boolean, span };
      case "null":
        return { kind: "literal", value: null, span };
      case "array":
        return { kind: "array", items: itemsOfArray(node).map((item) => this.expression(item)), span };
      case "object":
        return this.object(node);
      default:
        return { kind: "error", span };
    }
  }

  /** An object; `except` names properties that are read elsewhere (lower case). */
  object(node: JsonNode, except: ReadonlySet<string> = new Set()): Expression & { readonly kind: "object" } {
    const properties: Property[] = [];
    for (const { key, keyNode, value, node: property } of propertiesOf(node)) {
      if (except.has(key.toLowerCase())) continue;
      if (key === "copy" && value.type === "array") properties.push(...this.propertyLoops(value));
      else {
        const span = spanOf(this.file, property);
        properties.push({
          kind: "property",
          key: this.#string(keyNode),
          value: this.expression(value),
          span,
        });
      }
    }
    return { kind: "object", properties, span: spanOf(this.file, node) };
  }

  /** `"copy": [{ "name": …, "count": …, "input": … }]`: each makes an array under its name. */
  propertyLoops(copies: JsonNode): readonly Property[] {
    return itemsOfArray(copies).flatMap((copy): readonly Property[] => {
      const name = propertyOf(copy, "name");
      const input = propertyOf(copy, "input");
      if (!name || !input) return [];
      const span = spanOf(this.file, copy);
      const value: Expression = { kind: "loop", loop: this.loop(copy), body: this.expression(input), span };
      return [{ kind: "property", key: this.#string(name), value, span }];
    });
  }

  /** A `copy` object of a resource, property, variable or output. */
  loop(copy: JsonNode): Loop {
    const name = stringOf(propertyOf(copy, "name"));
    const count = propertyOf(copy, "count");
    return {
      span: spanOf(this.file, copy),
      ...(name !== undefined && { name }),
      ...(count && { count: this.expression(count) }),
    };
  }

  #string(node: JsonNode): Expression {
    const text = stringOf(node) ?? "";
    if (this.#strings === "literal") return { kind: "literal", value: text, span: spanOf(this.file, node) };
    if (text.startsWith("[["))
      return { kind: "literal", value: text.slice(1), span: spanOf(this.file, node) };
    if (!text.startsWith("[") || !text.trimEnd().endsWith("]")) {
      return { kind: "literal", value: text, span: spanOf(this.file, node) };
    }
    const inner = text.slice(1, text.lastIndexOf("]"));
    const offsets = escapeOffsets(this.file, node);
    const source: ExpressionText = {
      file: this.file,
      text: inner,
      offset: (position) => (offsets ? (offsets[position + 1] ?? node.offset) : node.offset + 2 + position),
    };
    return parseExpressionText(source, this.#diagnostics);
  }
}
