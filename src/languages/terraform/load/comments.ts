import type { Comment } from "../../../model/index.ts";
import { type Body, type ParsedFile, spanOf } from "../syntax/index.ts";

/**
 * The comments of a file with the block that each one speaks for: the innermost that holds it, when nothing but comments stands between
 * the block's opening brace and it.
 */
export function commentsOf(parsed: ParsedFile): readonly Comment[] {
  return parsed.comments.map((comment) => {
    const span = spanOf(parsed.file, comment);
    const text = parsed.file.text
      .slice(comment.start, comment.end)
      .replace(/^(?:#+|\/\/|\/\*)/, "")
      .replace(/\*\/$/, "")
      .trim();
    const block = blockAround(parsed.body, comment.start);
    return block ? { span, text, block: spanOf(parsed.file, block) } : { span, text };
  });
}

function blockAround(body: Body, at: number): { readonly start: number; readonly end: number } | undefined {
  const block = body.blocks.find((one) => one.openBrace.end <= at && at < one.end);
  if (!block) return undefined;
  const inner = block.body.blocks.some((one) => one.start <= at && at < one.end);
  if (inner) return blockAround(block.body, at);
  const preceded = [...block.body.attributes, ...block.body.blocks].some((one) => one.start < at);
  return preceded ? undefined : block;
}
