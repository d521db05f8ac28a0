import type { Expression, Name, TemplateText } from "./ast.ts";

/**
 * A template as a flat list, before directives are paired. A literal is cut at line breaks, because
 * strip markers reach no further than the piece next to them, and indentation is counted by line.
 */
export type Piece = TextPiece | InterpolationPiece | DirectivePiece;

export interface TextPiece extends TemplateText {
  value: string;
}

export interface InterpolationPiece {
  readonly kind: "interpolation";
  readonly start: number;
  readonly end: number;
  readonly expression: Expression;
}

export type DirectivePiece = OpenIf | OpenFor | Closing;

export interface OpenIf {
  readonly kind: "if";
  readonly start: number;
  readonly end: number;
  readonly condition: Expression;
}

export interface OpenFor {
  readonly kind: "for";
  readonly start: number;
  readonly end: number;
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
}

export interface Closing {
  readonly kind: "else" | "endif" | "endfor";
  readonly start: number;
  readonly end: number;
}
