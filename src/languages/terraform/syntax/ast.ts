import type { Diagnostic, SourceFile, Span } from "../../../source/index.ts";

/**
 * The syntax tree of HCL. Nodes hold offsets into the text, not spans, so that a large file stays
 * cheap; `spanOf(file, node)` makes a span of any of them. Nothing here is evaluated.
 */
export interface Range {
  /** Offset of the first UTF-16 code unit. */
  readonly start: number;
  /** Offset behind the last one. */
  readonly end: number;
}

export function spanOf(file: SourceFile, range: Range): Span {
  return { file, start: range.start, end: range.end };
}

export function textOf(file: SourceFile, range: Range): string {
  return file.text.slice(range.start, range.end);
}

/** What parsing a file gives. There is always a body, however broken the text. */
export interface ParsedFile {
  readonly file: SourceFile;
  readonly body: Body;
  /** In order of appearance; JSON files have none. */
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What parsing a lone expression or template gives. */
export interface ParsedExpression {
  readonly file: SourceFile;
  readonly expression: Expression;
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `# x` and `// x` (range without the line break), or a block comment. */
export interface Comment extends Range {
  readonly kind: "line" | "block";
}

/** A name as written, with its place. In JSON the range leaves out the quotes. */
export interface Name extends Range {
  readonly text: string;
}

// --- Structure -------------------------------------------------------------------------------------

/** A file's top level, or the inside of a block (its range then excludes the braces). */
export interface Body extends Range {
  /**
   * `json`: the text cannot tell attributes from nested blocks. Below the blocks that Terraform itself
   * defines, everything is an attribute, and an object (or a tuple of objects) in it may stand for blocks.
   */
  readonly syntax: "native" | "json";
  /** In order of appearance. A name that is set twice is reported and kept once, as first written. */
  readonly attributes: readonly Attribute[];
  /** In order of appearance. */
  readonly blocks: readonly Block[];
  /** Some of the text in here could not be read, so what is absent may have been written after all. */
  readonly broken: boolean;
}

/** `name = expression`. */
export interface Attribute extends Range {
  readonly kind: "attribute";
  readonly name: string;
  readonly nameRange: Range;
  readonly expression: Expression;
}

/** `type "label" label { … }`; the range runs from the type to the closing brace. */
export interface Block extends Range {
  readonly kind: "block";
  readonly type: string;
  readonly typeRange: Range;
  readonly labels: readonly Label[];
  readonly body: Body;
  /** Type and labels. */
  readonly header: Range;
  /** Empty range where the brace is missing. */
  readonly openBrace: Range;
  readonly closeBrace: Range;
}

/** The range includes the quotes. */
export interface Label extends Range {
  readonly text: string;
  readonly quoted: boolean;
}

// --- Expressions -----------------------------------------------------------------------------------

export type Expression =
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | StringLiteral
  | Template
  | Variable
  | Relative
  | Call
  | Tuple
  | ObjectConstructor
  | ForExpression
  | Conditional
  | Binary
  | Unary
  | Parentheses
  | Invalid;

export interface NumberLiteral extends Range {
  readonly kind: "number";
  /** As written: Terraform's numbers are decimals of any size. */
  readonly raw: string;
  readonly value: number;
}

export interface BooleanLiteral extends Range {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NullLiteral extends Range {
  readonly kind: "null";
}

/** How a template or string was written: `"…"`, `<<EOT`, `<<-EOT`, or a file or JSON string that is one as a whole. */
export type TemplateForm = "quoted" | "heredoc" | "flush-heredoc" | "bare";

/** A template without sequences. Escapes are resolved, the indentation of a flush heredoc is taken off. */
export interface StringLiteral extends Range {
  readonly kind: "string";
  readonly value: string;
  readonly form: TemplateForm;
}

/**
 * A template with at least one sequence. A lone interpolation without anything around it (`"${x}"`) is
 * the value of its expression, not a string: see `unwrapped`.
 */
export interface Template extends Range {
  readonly kind: "template";
  readonly form: TemplateForm;
  /** Strip markers, indentation and escapes are already applied to the literals, which may be left empty. */
  readonly parts: readonly TemplatePart[];
}

export type TemplatePart = TemplateText | Interpolation | TemplateIf | TemplateFor;

export interface TemplateText extends Range {
  readonly kind: "text";
  readonly value: string;
}

/** `${ … }`. */
export interface Interpolation extends Range {
  readonly kind: "interpolation";
  readonly expression: Expression;
}

/** `%{ if … }…%{ else }…%{ endif }`; the range runs over all of it. */
export interface TemplateIf extends Range {
  readonly kind: "if";
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly otherwise: readonly TemplatePart[];
}

/** `%{ for k, v in … }…%{ endfor }`; the range runs over all of it. */
export interface TemplateFor extends Range {
  readonly kind: "for";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly parts: readonly TemplatePart[];
}

/** `root.step[step]…`: a name in scope and what is read from it; without steps the bare name. */
export interface Variable extends Range {
  readonly kind: "variable";
  readonly root: Name;
  readonly steps: readonly Step[];
}

/** Steps on any other expression: `f(x).y`, `(a)[0]`. */
export interface Relative extends Range {
  readonly kind: "relative";
  readonly source: Expression;
  readonly steps: readonly Step[];
}

export type Step = AttributeStep | IndexStep | SplatStep;

/** `.name`; the range starts at the dot. */
export interface AttributeStep extends Range {
  readonly kind: "attribute";
  readonly name: string;
}

/** `[key]`, or the legacy `.0`; the range includes brackets or dot. */
export interface IndexStep extends Range {
  readonly kind: "index";
  readonly key: Expression;
  readonly legacy: boolean;
}

/**
 * `[*]` (full) or `.*` (attribute-only). `each` are the steps applied to every element: after a full splat all
 * that follow, after the other one the attributes and legacy indices that follow directly. The range
 * runs over the marker and those steps.
 */
export interface SplatStep extends Range {
  readonly kind: "splat";
  readonly full: boolean;
  readonly each: readonly Step[];
}

export interface Call extends Range {
  readonly kind: "call";
  /** With its namespaces: `provider::azurerm::parse_resource_id`. */
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Expression[];
  /** The last argument is followed by `...`. */
  readonly expandFinal: boolean;
}

export interface Tuple extends Range {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
}

export interface ObjectConstructor extends Range {
  readonly kind: "object";
  readonly items: readonly ObjectItem[];
}

export interface ObjectItem extends Range {
  /** Set when the key is a bare word (also `true`, `false` and `null`), which then stands for itself, not for a variable. */
  readonly name: string | undefined;
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for k, v in c : value if condition]` or `{for k, v in c : key => value... if condition}`. */
export interface ForExpression extends Range {
  readonly kind: "for";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  /** Set exactly when the result is an object. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  /** `...`: values of equal keys are collected into lists. */
  readonly grouping: boolean;
}

export interface Conditional extends Range {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export type BinaryOperator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

export interface Binary extends Range {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Unary extends Range {
  readonly kind: "unary";
  readonly operator: "-" | "!";
  readonly operand: Expression;
}

export interface Parentheses extends Range {
  readonly kind: "parentheses";
  readonly inner: Expression;
}

/** Text that could not be read as an expression; a diagnostic says why. Its value is unknown, not absent. */
export interface Invalid extends Range {
  readonly kind: "invalid";
}

// --- Reading ---------------------------------------------------------------------------------------

/** The expression that a template consisting of nothing but one interpolation stands for: `"${x}"` is `x`. */
export function unwrapped(template: Template): Expression | undefined {
  const only = template.parts.length === 1 ? template.parts[0] : undefined;
  return only?.kind === "interpolation" ? only.expression : undefined;
}

export function blocksOf(body: Body, type: string): readonly Block[] {
  return body.blocks.filter((block) => block.type === type);
}
