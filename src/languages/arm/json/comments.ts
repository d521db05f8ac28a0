import type { Comment } from "../../../model/index.ts";
import type { SourceFile } from "../../../source/index.ts";
import { walkJson } from "./read.ts";

/** An object that is not closed yet, with the comments that stand directly behind its brace. */
interface OpenObject {
  readonly start: number;
  readonly comments: number[];
  onlyComments: boolean;
}

/** Comments of a JSON text, each with the object that it opens, if it does. */
export function commentsOf(file: SourceFile): readonly Comment[] {
  if (!file.text.includes("//") && !file.text.includes("/*")) return [];
  const comments: Comment[] = [];
  const open: OpenObject[] = [];
  const something = (): void => {
    const inner = open.at(-1);
    if (inner) inner.onlyComments = false;
  };
  walkJson(file.text, {
    string: something,
    comment: (start, end) => {
      const inner = open.at(-1);
      if (inner?.onlyComments) inner.comments.push(comments.length);
      comments.push({ span: { file, start, end }, text: textOf(file.text.slice(start, end)) });
    },
    other: (code, at) => {
      if (code === 32 || code === 9 || code === 10 || code === 13) return;
      if (code === 123) {
        something();
        open.push({ start: at, comments: [], onlyComments: true });
      } else if (code === 125) close(comments, open.pop(), file, at + 1);
      else something();
    },
  });
  return comments;
}

function close(comments: Comment[], object: OpenObject | undefined, file: SourceFile, end: number): void {
  for (const at of object?.comments ?? []) {
    const comment = comments[at];
    if (object && comment) comments[at] = { ...comment, block: { file, start: object.start, end } };
  }
}

function textOf(comment: string): string {
  return comment.replace(/^\/\/|^\/\*|\*\/$/g, "").trim();
}
