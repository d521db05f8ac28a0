/** What a value of a template says, as far as the cases need expressions; each language has its own words for it. */
export type Said =
  | { readonly kind: "plain"; readonly value: string | number | boolean | null }
  | { readonly kind: "parameter"; readonly name: string }
  | { readonly kind: "id"; readonly type: string; readonly names: readonly string[] }
  | { readonly kind: "if"; readonly condition: Said; readonly then: Said; readonly otherwise: Said };

/** A language cannot say it. */
export class Unsayable extends Error {}

/** Reads a scalar of a template. */
export function said(value: unknown): Said {
  if (typeof value === "string" && /^\[[^[].*\]$/.test(value)) return parse(value.slice(1, -1));
  if (value === null || ["string", "number", "boolean"].includes(typeof value))
    return { kind: "plain", value: value as string };
  throw new Unsayable(`a value of the kind ${typeof value}`);
}

function parse(text: string): Said {
  const tokens = [...text.matchAll(/'((?:[^']|'')*)'|[A-Za-z]\w*|[(),]/g)];
  let at = 0;
  const next = () => tokens[at++];
  const expression = (): Said => {
    const token = next();
    if (token?.[1] !== undefined) return { kind: "plain", value: token[1].replaceAll("''", "'") };
    const args: Said[] = [];
    if (next()?.[0] !== "(") throw new Unsayable(`the expression ${text}`);
    while (tokens[at]?.[0] !== ")") {
      args.push(expression());
      if (tokens[at]?.[0] === ",") at++;
    }
    at++;
    return called(token?.[0] ?? "", args);
  };
  const called = (name: string, args: readonly Said[]): Said => {
    const texts = args.map((arg) => (arg.kind === "plain" ? String(arg.value) : ""));
    const [first, second, third] = args;
    if (name === "parameters") return { kind: "parameter", name: texts[0] ?? "" };
    if (name === "resourceId") return { kind: "id", type: texts[0] ?? "", names: texts.slice(1) };
    if (name === "if" && first && second && third)
      return { kind: "if", condition: first, then: second, otherwise: third };
    throw new Unsayable(`the function ${name}`);
  };
  return expression();
}
