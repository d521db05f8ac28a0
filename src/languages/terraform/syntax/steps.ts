import type { Expression, IndexStep, SplatStep, Step } from "./ast.ts";
import { readNumber } from "./number.ts";
import type { Parser } from "./parser.ts";
import * as t from "./token.ts";

/** Reads the steps behind an expression; the current token is the first one's dot or bracket. */
export function readSteps(parser: Parser, source: Expression): Expression {
  const steps = stepsHere(parser);
  const { start } = source;
  const end = steps.at(-1)?.end ?? source.end;
  if (source.kind === "variable") return { kind: "variable", root: source.root, steps, start, end };
  return { kind: "relative", source, steps, start, end };
}

function stepsHere(parser: Parser): Step[] {
  const steps: Step[] = [];
  for (;;) {
    let step: Step | undefined;
    if (parser.token === t.DOT) step = dotStep(parser);
    else if (parser.token === t.OPEN_BRACKET) step = bracketStep(parser);
    if (step === undefined) return steps;
    steps.push(step);
  }
}

function dotStep(parser: Parser): Step | undefined {
  const dot = parser.start;
  parser.next();
  switch (parser.token) {
    case t.STAR:
      return attributeSplat(parser, dot);
    case t.IDENTIFIER:
    case t.NUMBER:
      return plainStep(parser, dot);
    default:
      parser.unexpected("the name of an attribute behind the dot");
      return undefined;
  }
}

/** `.name` or the legacy `.0`, from behind the dot. */
function plainStep(parser: Parser, dot: number): Step | undefined {
  const { end } = parser;
  const written = parser.text.slice(parser.start, end);
  if (parser.token === t.IDENTIFIER) {
    parser.next();
    return { kind: "attribute", name: written, start: dot, end };
  }
  if (written.includes(".")) {
    const instead = written.split(".").map((part) => `[${part}]`);
    parser.fail(
      `Two indices with dots in a row are read as the number ${written}. Write ${instead.join("")}.`,
    );
    return undefined;
  }
  return { kind: "index", key: readNumber(parser), legacy: true, start: dot, end };
}

function attributeSplat(parser: Parser, dot: number): SplatStep {
  const each: Step[] = [];
  let { end } = parser;
  parser.next();
  while (parser.token === t.DOT) {
    const start = parser.start;
    parser.next();
    if (parser.token === t.STAR) parser.fail("A `.*` inside another one is not allowed; `[*]` is.");
    else if (parser.token !== t.IDENTIFIER && parser.token !== t.NUMBER) {
      parser.unexpected("the name of an attribute behind the dot");
    }
    const step = parser.failed ? undefined : plainStep(parser, start);
    if (step === undefined) break;
    each.push(step);
    end = step.end;
  }
  return { kind: "splat", full: false, each, start: dot, end };
}

function bracketStep(parser: Parser): IndexStep | SplatStep | undefined {
  const { start, newlines } = parser;
  parser.next();
  let key: Expression | undefined;
  if (parser.token === t.STAR) parser.next();
  else {
    parser.newlines = false;
    if (parser.token === t.NEWLINE) parser.next();
    key = parser.expression(parser);
  }
  parser.newlines = newlines;
  if (parser.token !== t.CLOSE_BRACKET) {
    parser.unexpected("`]`");
    return undefined;
  }
  const { end } = parser;
  parser.next();
  if (key) return { kind: "index", key, legacy: false, start, end };
  return fullSplat(parser, start, end);
}

function fullSplat(parser: Parser, start: number, marker: number): SplatStep {
  const each = parser.enter() ? stepsHere(parser) : [];
  parser.leave();
  return { kind: "splat", full: true, each, start, end: each.at(-1)?.end ?? marker };
}
