import type { Comment } from "../../../model/index.ts";
import { didYouMean, type SourceFile } from "../../../source/index.ts";
import type { BicepFile, Declaration } from "./ast.ts";
import { Cursor } from "./cursor.ts";
import { PARAMETERS_DECLARATIONS, TEMPLATE_DECLARATIONS } from "./declarations.ts";
import { parseDecorators } from "./decorators.ts";
import { beginsDeclaration } from "./keywords.ts";

/** Parses a `.bicep` file; by its name, a `.bicepparam` file. Never throws: mistakes are diagnostics, and cost the declaration they are in. */
export function parseBicep(file: SourceFile): BicepFile {
  const cursor = new Cursor(file);
  const parsers = file.path.toLowerCase().endsWith(".bicepparam")
    ? PARAMETERS_DECLARATIONS
    : TEMPLATE_DECLARATIONS;
  const declarations: Declaration[] = [];
  for (;;) {
    cursor.skipNewlines();
    if (cursor.is("end")) break;
    declarations.push(parseDeclaration(cursor, parsers));
  }
  if (cursor.openComment !== undefined) {
    cursor.complain("The comment is not closed: */ is missing.", cursor.openComment, cursor.openComment + 2);
  }
  return { file, declarations, comments: commentsOf(cursor, declarations), diagnostics: cursor.diagnostics };
}

function parseDeclaration(cursor: Cursor, parsers: typeof TEMPLATE_DECLARATIONS): Declaration {
  const from = cursor.start;
  const decorators = parseDecorators(cursor);
  const { start } = cursor;
  const keyword = cursor.is("identifier") ? cursor.word : "";
  const parse = parsers.get(keyword);
  let declaration: Declaration | undefined;
  if (parse) declaration = parse(cursor, decorators);
  else if (keyword !== "")
    cursor.fail(`'${keyword}' begins no declaration${didYouMean(keyword, parsers.keys())}`);
  else cursor.failExpecting(decorators.length > 0 ? "a declaration behind the decorators" : "a declaration");
  if (!cursor.failed && !cursor.is("newline") && !cursor.is("end"))
    cursor.failExpecting("a new line behind the declaration");
  if (!cursor.failed && declaration) return declaration;
  const name = declaration && "name" in declaration ? declaration.name : "";
  cursor.recover(from, (offset) => beginsDeclaration(cursor.text, offset));
  const span = { file: cursor.file, start, end: Math.max(start, cursor.start) };
  return { kind: "broken", decorators: [], keyword, ...(name && { name }), span };
}

/** The comments with the block at whose head they stand: for a resource or module the whole declaration. */
function commentsOf(cursor: Cursor, declarations: readonly Declaration[]): readonly Comment[] {
  const owners = new Map<number, Declaration["span"]>();
  const collect = (declaration: Declaration): void => {
    if (declaration.kind !== "resource" && declaration.kind !== "module") return;
    owners.set(declaration.object.span.start, declaration.span);
    if (declaration.kind === "resource") declaration.nested.forEach(collect);
  };
  if (cursor.blocks.size > 0) declarations.forEach(collect);
  return cursor.comments.map(({ start, end }, at) => {
    const closed =
      cursor.text.startsWith("/*", start) && cursor.text.startsWith("*/", end - 2) && end - start >= 4;
    const text = cursor.text.slice(start + 2, closed ? end - 2 : end).trim();
    const block = cursor.blocks.get(at);
    const onOwnLine = block && cursor.text.slice(block.start, start).includes("\n");
    return {
      span: cursor.spanOf(start, end),
      text,
      ...(block && onOwnLine && { block: owners.get(block.start) ?? block }),
    };
  });
}
