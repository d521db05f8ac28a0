import { concatenate, partsOf } from "./template.ts";
import { literal, type Template, type Value } from "./value.ts";

const MARK = /\ue000(\d+)\ue001/;
const LONE_MARK = /^\ue000(\d+)\ue001$/;

/**
 * A text in which marks stand for the parts that nobody knows, so that it can be read as JSON or YAML: the parts are taken to be
 * contents, never quotation marks or brackets.
 */
export class MarkedText {
  readonly text: string;
  readonly #parts: readonly Value[];

  private constructor(text: string, parts: readonly Value[]) {
    this.text = text;
    this.#parts = parts;
  }

  /** Undefined when the text has characters of its own that look like marks. */
  static of(value: Template): MarkedText | undefined {
    const parts: Value[] = [];
    let text = "";
    for (const part of partsOf(value)) {
      if (part.kind === "literal") {
        const known = String(part.value ?? "");
        if (/[\ue000\ue001]/.test(known)) return undefined;
        text += known;
      } else {
        text += `\ue000${parts.length}\ue001`;
        parts.push(part);
      }
    }
    return new MarkedText(text, parts);
  }

  /** The value of a piece of the text: the parts are back where their marks are. */
  restored(piece: string): Value {
    if (!MARK.test(piece)) return literal(piece);
    const pieces = piece
      .split(MARK)
      .map((text, at) => (at % 2 === 0 ? literal(text) : this.#part(Number(text))));
    return concatenate(pieces.filter((one) => one.kind !== "literal" || one.value !== ""));
  }

  /** The part that a piece is, when it is nothing but one mark. */
  lone(piece: string): Value | undefined {
    const found = LONE_MARK.exec(piece);
    return found ? this.#part(Number(found[1])) : undefined;
  }

  #part(at: number): Value {
    return this.#parts[at] ?? literal("");
  }
}
