import type { Expression, Invalid } from "./ast.ts";
import { Scanner } from "./scanner.ts";

/**
 * How high a tree may grow. Far above anything written by hand, far below what would exhaust the
 * stack of the parser, or of those who walk the tree.
 */
export const MAX_DEPTH = 500;
export const TOO_DEEP = `This is nested more than ${MAX_DEPTH} levels deep, which isolint does not follow.`;

/**
 * The state that the parsing functions share. After `fail` the current token is `FAILED`, which fits
 * nowhere: every function comes to its end without reading on or reporting more, and the body that is being read sorts it out.
 */
export class Parser extends Scanner {
  /** Reads an expression. Held here because templates and expressions contain each other. */
  readonly expression: (parser: Parser) => Expression;
  /** A name of Terraform's in the first column ends all open blocks: for a second try, when a brace was found to be missing. */
  readonly columnEndsBlocks: boolean;
  /** The end of the file came inside a block. */
  unclosed = false;
  /** After a mistake the reading goes on at the top level, whatever blocks were open. */
  outside = false;
  #depth = 0;

  constructor(text: string, expression: (parser: Parser) => Expression, columnEndsBlocks = false) {
    super(text);
    this.expression = expression;
    this.columnEndsBlocks = columnEndsBlocks;
  }

  /** One level down; false, with a report, when that is too deep. Every call is paired with `leave`, whatever it gives. */
  enter(): boolean {
    if (++this.#depth <= MAX_DEPTH) return true;
    this.tooDeep();
    return false;
  }

  leave(): void {
    this.#depth--;
  }

  /** Whether so many levels on top of the current ones are too many; reports it then. */
  tooHigh(levels: number): boolean {
    if (this.#depth + levels <= MAX_DEPTH) return false;
    this.tooDeep();
    return true;
  }

  /** What stands for an expression that could not be read. */
  invalid(start: number = this.start): Invalid {
    return { kind: "invalid", start, end: Math.max(start, this.before) };
  }

  private tooDeep(): void {
    this.fail(TOO_DEEP);
  }
}
