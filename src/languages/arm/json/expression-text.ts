import type { Diagnostics, SourceFile, Span } from "../../../source/index.ts";
import type { Expression } from "../core/expression.ts";

/** An expression as it stands in a JSON string: its text without the brackets, and where each character lies in the file. */
export interface ExpressionText {
  readonly file: SourceFile;
  readonly text: string;
  /** File offset of a position in the text. */
  readonly offset: (position: number) => number;
}

const DEEPEST = 200;

/** Parses what stands between `[` and `]`. Mistakes are diagnosed and give an error expression in their place. */
export function parseExpressionText(source: ExpressionText, diagnostics: Diagnostics): Expression {
  return new ExpressionParser(source, diagnostics).parse();
}

class ExpressionParser {
  readonly #source: ExpressionText;
  readonly #text: string;
  readonly #diagnostics: Diagnostics;
  #at = 0;
  #depth = 0;
  #failed = false;

  constructor(source: ExpressionText, diagnostics: Diagnostics) {
    this.#source = source;
    this.#text = source.text;
    this.#diagnostics = diagnostics;
  }

  parse(): Expression {
    const expression = this.#expression();
    this.#blanks();
    if (!this.#failed && this.#at < this.#text.length) this.#fail("the end of the expression");
    return this.#failed ? { kind: "error", span: this.#span(0, this.#text.length) } : expression;
  }

  #expression(): Expression {
    this.#blanks();
    const start = this.#at;
    if (this.#failed || ++this.#depth > DEEPEST) {
      if (!this.#failed)
        this.#report(`This expression is nested more than ${DEEPEST} levels deep.`, "too-deep");
      return this.#error(start);
    }
    let expression = this.#primary();
    for (;;) {
      this.#blanks();
      const next = this.#text[this.#at];
      if (this.#failed) break;
      if (next === "." || (next === "?" && this.#text[this.#at + 1] === "."))
        expression = this.#member(expression, start);
      else if (next === "[") expression = this.#index(expression, start);
      else break;
    }
    this.#depth--;
    return expression;
  }

  #member(object: Expression, start: number): Expression {
    const safe = this.#text[this.#at] === "?";
    this.#at += safe ? 2 : 1;
    this.#blanks();
    const name = this.#word();
    if (name === "") {
      this.#fail("a property name after '.'");
      return this.#error(start);
    }
    return { kind: "member", object, name, ...(safe && { safe }), span: this.#span(start, this.#at) };
  }

  #index(object: Expression, start: number): Expression {
    this.#at++;
    const index = this.#expression();
    this.#blanks();
    if (!this.#take("]")) {
      this.#fail("']'");
      return this.#error(start);
    }
    return { kind: "index", object, index, span: this.#span(start, this.#at) };
  }

  #primary(): Expression {
    const start = this.#at;
    const character = this.#text[this.#at] ?? "";
    if (character === "'") return this.#string(start);
    if (/[0-9+-]/.test(character)) return this.#number(start);
    const name = this.#word();
    if (name !== "") return this.#call(name, start);
    this.#fail("a function, a string or a number");
    return this.#error(start);
  }

  #string(start: number): Expression {
    let value = "";
    let from = start + 1;
    for (;;) {
      const quote = this.#text.indexOf("'", from);
      if (quote === -1) {
        this.#at = this.#text.length;
        this.#fail("a closing quote (')", start);
        return this.#error(start);
      }
      value += this.#text.slice(from, quote);
      from = quote + 1;
      if (this.#text[from] !== "'") break;
      value += "'";
      from++;
    }
    this.#at = from;
    return { kind: "literal", value, span: this.#span(start, from) };
  }

  #number(start: number): Expression {
    const written = /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?/.exec(
      this.#text.slice(start, start + 64),
    )?.[0];
    if (!written) {
      this.#fail("a number");
      return this.#error(start);
    }
    this.#at = start + written.length;
    return { kind: "literal", value: Number(written), span: this.#span(start, this.#at) };
  }

  /** `name(...)`, `namespace.name(...)`; a bare name is a lambda's variable in no known version, so it is an error. */
  #call(first: string, start: number): Expression {
    let name = first;
    let namespace: string | undefined;
    this.#blanks();
    if (this.#text[this.#at] === ".") {
      this.#at++;
      this.#blanks();
      namespace = first;
      name = this.#word();
      this.#blanks();
    }
    if (!this.#take("(")) {
      this.#fail(`'(' after '${name}'`);
      return this.#error(start);
    }
    const args: Expression[] = [];
    this.#blanks();
    if (!this.#take(")")) {
      for (;;) {
        args.push(this.#expression());
        this.#blanks();
        if (this.#take(")")) break;
        if (!this.#take(",")) {
          this.#fail("',' or ')'");
          return this.#error(start);
        }
      }
    }
    const span = this.#span(start, this.#at);
    return (
      constant(name, args, span) ?? {
        kind: "call",
        name,
        ...(namespace !== undefined && { namespace }),
        args,
        span,
      }
    );
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && /[\w$]/.test(this.#text[this.#at] ?? "")) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #blanks(): void {
    while (this.#at < this.#text.length && /\s/.test(this.#text[this.#at] ?? "")) this.#at++;
  }

  #fail(expected: string, at = this.#at): void {
    if (this.#failed) return;
    const found = this.#at < this.#text.length ? `found '${this.#text[this.#at]}'` : "the expression ends";
    this.#report(`Expected ${expected}, but ${found}.`, "parse-error", at);
  }

  #report(message: string, code: string, at = this.#at): void {
    this.#failed = true;
    this.#diagnostics.error(code, message, this.#span(at, Math.min(at + 1, this.#text.length)));
  }

  #error(start: number): Expression {
    return { kind: "error", span: this.#span(start, this.#at) };
  }

  #span(start: number, end: number): Span {
    return { file: this.#source.file, start: this.#source.offset(start), end: this.#source.offset(end) };
  }
}

/** ARM has no literals for these: they are functions without arguments. */
function constant(name: string, args: readonly Expression[], span: Span): Expression | undefined {
  if (args.length > 0) return undefined;
  switch (name.toLowerCase()) {
    case "true":
      return { kind: "literal", value: true, span };
    case "false":
      return { kind: "literal", value: false, span };
    case "null":
      return { kind: "literal", value: null, span };
    default:
      return undefined;
  }
}
