import type { Declaration, Decorator, ImportDeclaration } from "./ast.ts";
import { parseBody, parseResource } from "./bodies.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression } from "./expressions.ts";
import { parseObject, parseSeparator } from "./objects.ts";
import { parsePlainString } from "./strings.ts";
import { parseDeclaredType, parseType } from "./types.ts";

type DeclarationParser = (cursor: Cursor, decorators: readonly Decorator[]) => Declaration;

/** Declarations of `.bicep` files by keyword. The cursor stands at the keyword. */
export const TEMPLATE_DECLARATIONS: ReadonlyMap<string, DeclarationParser> = new Map([
  ["targetScope", parseTargetScope],
  ["metadata", parseNamedValue],
  ["assert", parseNamedValue],
  ["param", parseParameter],
  ["var", parseVariable],
  ["type", parseTypeDeclaration],
  ["func", parseFunction],
  ["resource", parseResource],
  ["module", parseModule],
  ["test", parseTest],
  ["output", parseOutput],
  ["import", parseImport],
  ["extension", parseExtension],
  ["provider", parseExtension],
]);

/** Declarations of `.bicepparam` files by keyword. */
export const PARAMETERS_DECLARATIONS: ReadonlyMap<string, DeclarationParser> = new Map<
  string,
  DeclarationParser
>([
  ["using", parseUsing],
  ["extends", parseExtends],
  ["param", parseParameterValue],
  ["var", parseVariable],
  ["type", parseTypeDeclaration],
  ["func", parseFunction],
  ["import", parseImport],
  ["extension", parseExtension],
  ["extensionConfig", parseExtensionConfig],
]);

function nameOf(cursor: Cursor, what: string): Pick<Declaration & { kind: "param" }, "name" | "nameSpan"> {
  const { start } = cursor;
  const name = cursor.identifier(what);
  return { name, nameSpan: cursor.spanFrom(start) };
}

function parseTargetScope(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  cursor.expect("=");
  const value = parseExpression(cursor);
  return { kind: "targetScope", decorators, value, span: cursor.spanFrom(start) };
}

/** `metadata name = value`, `assert name = value`. */
function parseNamedValue(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  nameOf(cursor, "a name");
  cursor.expect("=");
  parseExpression(cursor);
  return { kind: "ignored", decorators, span: cursor.spanFrom(start) };
}

function parseParameter(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const name = nameOf(cursor, "the name of the parameter");
  const type = parseDeclaredType(cursor);
  const value = cursor.take("=") ? parseExpression(cursor) : undefined;
  return { kind: "param", decorators, ...name, type, ...(value && { value }), span: cursor.spanFrom(start) };
}

function parseParameterValue(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const name = nameOf(cursor, "the name of the parameter");
  cursor.expect("=");
  const value = parseExpression(cursor);
  return { kind: "param", decorators, ...name, value, span: cursor.spanFrom(start) };
}

function parseVariable(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const name = nameOf(cursor, "the name of the variable");
  if (!cursor.is("=")) parseDeclaredType(cursor);
  cursor.expect("=");
  const value = parseExpression(cursor);
  return { kind: "var", decorators, ...name, value, span: cursor.spanFrom(start) };
}

function parseTypeDeclaration(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const name = nameOf(cursor, "the name of the type");
  cursor.expect("=");
  const type = parseType(cursor);
  return { kind: "type", decorators, ...name, type, span: cursor.spanFrom(start) };
}

/** `func name(a string, b int) bool => body`. */
function parseFunction(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const name = nameOf(cursor, "the name of the function");
  const parameters: string[] = [];
  cursor.expect("(");
  cursor.skipNewlines();
  while (!cursor.failed && !cursor.is(")")) {
    parameters.push(cursor.identifier("the name of a parameter"));
    parseDeclaredType(cursor);
    cursor.skipNewlines();
    if (!cursor.is(")")) {
      cursor.expect(",", "',' or ')'");
      cursor.skipNewlines();
    }
  }
  cursor.expect(")");
  parseDeclaredType(cursor);
  cursor.expect("=>");
  cursor.skipNewlines();
  const body = parseExpression(cursor);
  return { kind: "func", decorators, ...name, parameters, body, span: cursor.spanFrom(start) };
}

function parseModule(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const name = nameOf(cursor, "the symbolic name of the module");
  const pathStart = cursor.start;
  const path = parsePlainString(cursor, "the path of the module as a string");
  const pathSpan = cursor.spanFrom(pathStart);
  cursor.expect("=");
  const body = parseBody(cursor);
  return {
    kind: "module",
    decorators,
    ...name,
    path: path ?? "",
    pathSpan,
    ...body,
    span: cursor.spanFrom(start),
  };
}

function parseTest(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  nameOf(cursor, "the name of the test");
  parsePlainString(cursor, "the path of the tested file as a string");
  cursor.expect("=");
  parseObject(cursor, parseExpression);
  return { kind: "ignored", decorators, span: cursor.spanFrom(start) };
}

function parseOutput(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const name = nameOf(cursor, "the name of the output");
  parseDeclaredType(cursor);
  cursor.expect("=");
  const value = parseExpression(cursor);
  return { kind: "output", decorators, ...name, value, span: cursor.spanFrom(start) };
}

function parseImport(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  // Before `extension` there was `import 'kubernetes@1.0.0' with { … } as k8s`.
  if (cursor.is("quote")) return parseExtensionFrom(cursor, decorators, start);
  const names = cursor.is("{") ? parseImportedNames(cursor) : undefined;
  let all: string | undefined;
  if (!names) {
    cursor.expect("*", "'{' and the names to import, or '*'");
    if (!cursor.takeWord("as")) cursor.failExpecting("'as'");
    all = cursor.identifier("a name for what is imported");
  }
  if (!cursor.takeWord("from")) cursor.failExpecting("'from'");
  const pathStart = cursor.start;
  const path = parsePlainString(cursor, "the path of a file as a string") ?? "";
  const pathSpan = cursor.spanFrom(pathStart);
  const span = cursor.spanFrom(start);
  return {
    kind: "import",
    decorators,
    ...(names && { names }),
    ...(all !== undefined && { all }),
    path,
    pathSpan,
    span,
  };
}

function parseImportedNames(cursor: Cursor): ImportDeclaration["names"] {
  const names: { from: string; as: string; span: ImportDeclaration["span"] }[] = [];
  cursor.next();
  cursor.skipNewlines();
  while (!cursor.failed && !cursor.is("}")) {
    const { start } = cursor;
    const quoted = cursor.is("quote");
    const from = quoted ? (parsePlainString(cursor, "a name") ?? "") : cursor.identifier("a name to import");
    const renamed = cursor.takeWord("as");
    if (quoted && !renamed) cursor.failExpecting("'as' and a name");
    const as = renamed ? cursor.identifier("a name") : from;
    names.push({ from, as, span: cursor.spanFrom(start) });
    parseSeparator(cursor, "}");
  }
  cursor.expect("}");
  return names;
}

function parseExtension(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  return parseExtensionFrom(cursor, decorators, start);
}

function parseExtensionFrom(cursor: Cursor, decorators: readonly Decorator[], start: number): Declaration {
  let alias: string | undefined;
  if (cursor.is("identifier")) alias = cursor.identifier("a name");
  else alias = parsePlainString(cursor, "the name of an extension")?.split("@")[0];
  if (cursor.takeWord("with")) parseObject(cursor, parseExpression);
  if (cursor.takeWord("as")) alias = cursor.identifier("a name for the extension");
  return { kind: "extension", decorators, ...(alias && { alias }), span: cursor.spanFrom(start) };
}

function parseUsing(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const pathStart = cursor.start;
  const none = cursor.takeWord("none");
  const path = none ? undefined : parsePlainString(cursor, "the path of a template as a string, or none");
  const pathSpan = cursor.spanFrom(pathStart);
  if (cursor.takeWord("with")) parseObject(cursor, parseExpression);
  return {
    kind: "using",
    decorators,
    ...(path !== undefined && { path }),
    pathSpan,
    span: cursor.spanFrom(start),
  };
}

function parseExtends(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  const pathStart = cursor.start;
  const path = parsePlainString(cursor, "the path of a .bicepparam file as a string") ?? "";
  return {
    kind: "extends",
    decorators,
    path,
    pathSpan: cursor.spanFrom(pathStart),
    span: cursor.spanFrom(start),
  };
}

function parseExtensionConfig(cursor: Cursor, decorators: readonly Decorator[]): Declaration {
  const { start } = cursor;
  cursor.next();
  nameOf(cursor, "the name of an extension");
  if (!cursor.takeWord("with")) cursor.failExpecting("'with'");
  parseObject(cursor, parseExpression);
  return { kind: "ignored", decorators, span: cursor.spanFrom(start) };
}
