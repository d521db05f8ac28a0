import type { Expression, Interpolation, TemplateForm, TemplatePart, TemplateText } from "./ast.ts";
import { leadingSpaces } from "./characters.ts";
import type { Parser } from "./parser.ts";
import type { OpenFor, OpenIf, Piece, TextPiece } from "./template-piece.ts";

/** Makes the expression of a template from its pieces: indentation off, literals melded, directives paired. */
export function assemble(
  parser: Parser,
  pieces: readonly Piece[],
  form: TemplateForm,
  start: number,
  end: number,
): Expression {
  if (form === "flush-heredoc") takeOffIndentation(pieces);
  if (arePlain(pieces)) return { kind: "template", form, parts: pieces, start, end };
  const melded = meld(pieces);
  const only = melded[0];
  if (only === undefined) return { kind: "string", value: "", form, start, end };
  if (melded.length === 1 && only.kind === "text") {
    return { kind: "string", value: only.value, form, start, end };
  }
  const pairing: Pairing = { parser, pieces: melded, at: 0 };
  const parts = partsUntil(pairing, undefined);
  return { kind: "template", form, parts, start, end };
}

/** Whether pieces are the parts as they are: no directives, no literals in a row, and not a literal alone. So are most. */
function arePlain(pieces: readonly Piece[]): pieces is readonly (TemplateText | Interpolation)[] {
  let before: Piece["kind"] | undefined;
  for (const { kind } of pieces) {
    if (kind !== "interpolation" && (kind !== "text" || before === "text")) return false;
    before = kind;
  }
  return pieces.length > 1 || before === "interpolation";
}

/**
 * Takes off what all lines have in common, counted on the literals as the strip markers left them. Blank lines count for
 * nothing and stay as they are; a line that starts with a sequence is not indented.
 */
function takeOffIndentation(pieces: readonly Piece[]): void {
  let least = Number.POSITIVE_INFINITY;
  let lineStarts = true;
  const first: TextPiece[] = [];
  for (const piece of pieces) {
    const ends = piece.kind === "text" && piece.value.endsWith("\n");
    if (lineStarts) {
      const spaces = piece.kind === "text" ? leadingSpaces(piece.value) : 0;
      const blank = ends && spaces === piece.value.length;
      if (!blank) least = Math.min(least, spaces);
      if (!blank && piece.kind === "text") first.push(piece);
    }
    lineStarts = ends;
  }
  for (const piece of first) piece.value = piece.value.slice(least);
}

function meld(pieces: readonly Piece[]): Piece[] {
  const melded: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at++] as Piece;
    if (piece.kind !== "text") {
      melded.push(piece);
      continue;
    }
    let { value, end } = piece;
    for (let next = pieces[at]; next?.kind === "text"; next = pieces[++at]) {
      value += next.value;
      end = next.end;
    }
    melded.push({ kind: "text", value, start: piece.start, end });
  }
  return melded;
}

interface Pairing {
  readonly parser: Parser;
  readonly pieces: readonly Piece[];
  at: number;
}

/** The parts up to (not including) what closes `open`; all of them without one. */
function partsUntil(pairing: Pairing, open: OpenIf | OpenFor | undefined): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (let piece = pairing.pieces[pairing.at]; piece; piece = pairing.pieces[pairing.at]) {
    switch (piece.kind) {
      case "text":
      case "interpolation":
        pairing.at++;
        parts.push(piece);
        break;
      case "if":
      case "for":
        pairing.at++;
        parts.push(directive(pairing, piece));
        break;
      default: {
        const closes = open?.kind === "if" ? piece.kind !== "endfor" : open && piece.kind === "endfor";
        if (closes) return parts;
        pairing.at++;
        const instead = open === undefined ? "no directive is open here" : `\`${open.kind}\` is open here`;
        pairing.parser.report(`\`%{ ${piece.kind} }\` closes nothing: ${instead}.`, piece.start, piece.end);
      }
    }
  }
  return parts;
}

function directive(pairing: Pairing, open: OpenIf | OpenFor): TemplatePart {
  const { parser } = pairing;
  let part: TemplatePart;
  if (!parser.enter())
    part = {
      kind: "interpolation",
      expression: parser.invalid(open.start),
      start: open.start,
      end: open.end,
    };
  else if (open.kind === "if") part = ifDirective(pairing, open);
  else part = forDirective(pairing, open);
  parser.leave();
  return part;
}

function ifDirective(pairing: Pairing, open: OpenIf): TemplatePart {
  const then = partsUntil(pairing, open);
  let otherwise: TemplatePart[] = [];
  if (pairing.pieces[pairing.at]?.kind === "else") {
    pairing.at++;
    otherwise = partsUntil(pairing, open);
    const second = pairing.pieces[pairing.at];
    if (second?.kind === "else") {
      pairing.parser.report("This `if` has an `else` already.", second.start, second.end);
      pairing.at++;
      otherwise = [...otherwise, ...partsUntil(pairing, open)];
    }
  }
  const end = close(pairing, open, "endif");
  return { kind: "if", condition: open.condition, then, otherwise, start: open.start, end };
}

function forDirective(pairing: Pairing, open: OpenFor): TemplatePart {
  const parts = partsUntil(pairing, open);
  const end = close(pairing, open, "endfor");
  const { keyName, valueName, collection, start } = open;
  return { kind: "for", keyName, valueName, collection, parts, start, end };
}

/** Reads the closing directive; gives where it ends. */
function close(pairing: Pairing, open: OpenIf | OpenFor, closing: "endif" | "endfor"): number {
  const piece = pairing.pieces[pairing.at];
  if (piece?.kind === closing) {
    pairing.at++;
    return piece.end;
  }
  pairing.parser.report(
    `This \`${open.kind}\` is not closed: \`%{ ${closing} }\` is missing.`,
    open.start,
    open.end,
  );
  return open.end;
}
