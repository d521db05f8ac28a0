import type {
  Body,
  Expression,
  ObjectItem,
  ParsedFile,
  Range,
  TemplatePart,
} from "../../../../src/languages/terraform/syntax/ast.ts";
import { unwrapped } from "../../../../src/languages/terraform/syntax/ast.ts";

/**
 * Renders a tree the way `@cdktf/hcl2json` renders the same text, so that the two can be compared: expressions as
 * their source in `${}`, blocks as lists below their labels.
 */
export function toHcl2Json(file: ParsedFile): Record<string, unknown> {
  const { text } = file.file;
  const written: Source = ({ start, end }) => text.slice(start, end);
  const inJson: Source = (range) => JSON.parse(`"${written(range)}"`);
  return renderBody(file.body.syntax === "json" ? inJson : written, file.body);
}

/** How an expression is written. */
type Source = (range: Range) => string;

type Rendered = Record<string, unknown>;

/** Without a prototype, for names such as `__proto__`. */
function empty(): Rendered {
  return Object.create(null);
}

function renderBody(source: Source, body: Body): Rendered {
  const out = empty();
  for (const block of body.blocks) {
    let holder = out;
    let key = block.type;
    for (const label of block.labels) {
      holder[key] ??= empty();
      holder = holder[key] as Rendered;
      key = label.text;
    }
    holder[key] ??= [];
    (holder[key] as unknown[]).push(renderBody(source, block.body));
  }
  for (const attribute of body.attributes) out[attribute.name] = render(source, attribute.expression);
  return out;
}

function render(source: Source, expression: Expression): unknown {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return expression.value;
    case "null":
      return null;
    case "string":
      return escaped(expression.value);
    case "template": {
      const inner = unwrapped(expression);
      return inner ? render(source, inner) : renderParts(source, expression.parts);
    }
    case "tuple":
      return expression.items.map((item) => render(source, item));
    case "object": {
      const out = empty();
      for (const item of expression.items) out[renderKey(source, item)] = render(source, item.value);
      return out;
    }
    case "unary":
      if (expression.operand.kind === "number") return -expression.operand.value;
      if (expression.operand.kind === "boolean") return !expression.operand.value;
      return wrapped(source, expression);
    default:
      return wrapped(source, expression);
  }
}

function wrapped(source: Source, expression: Expression): string {
  return `\${${source(expression)}}`;
}

function escaped(value: string): string {
  return value.replace(/[$%](?=\{)/g, "$&$&");
}

function renderKey(source: Source, item: ObjectItem): string {
  if (item.key.kind === "variable") return source(item.key);
  return renderString(source, item.key);
}

function renderParts(source: Source, parts: readonly TemplatePart[]): string {
  return parts.map((part) => renderPart(source, part)).join("");
}

function renderPart(source: Source, part: TemplatePart): string {
  switch (part.kind) {
    case "text":
      return escaped(part.value);
    case "interpolation":
      return renderString(source, part.expression);
    case "if": {
      const condition = source(part.condition);
      const then = renderParts(source, part.then);
      return ifDirective(condition, then, renderParts(source, part.otherwise));
    }
    case "for": {
      const names = part.keyName ? `${part.keyName.text}, ${part.valueName.text}` : part.valueName.text;
      const collection = source(part.collection);
      return `%{for ${names} in ${collection}}${renderParts(source, part.parts)}%{endfor}`;
    }
  }
}

function ifDirective(condition: string, then: string, otherwise: string): string {
  return `%{if ${condition}}${then}${otherwise && `%{else}${otherwise}`}%{endif}`;
}

/** An expression inside a string. */
function renderString(source: Source, expression: Expression): string {
  switch (expression.kind) {
    case "number":
    case "boolean":
      return String(expression.value);
    case "null":
      return "null";
    case "string":
      return escaped(expression.value);
    case "template":
      return renderParts(source, expression.parts);
    case "conditional": {
      const condition = source(expression.condition);
      return ifDirective(
        condition,
        renderString(source, expression.then),
        renderString(source, expression.otherwise),
      );
    }
    default:
      return wrapped(source, expression);
  }
}
