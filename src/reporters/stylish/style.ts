export type Paint = (text: string) => string;

export interface Style {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly unknown: Paint;
  readonly pass: Paint;
  readonly bold: Paint;
  readonly dim: Paint;
}

/** Colours by role, from the 16 that every terminal theme sets; the bare text without colour. */
export function styleOf(color: boolean): Style {
  const paint =
    (open: number, close: number): Paint =>
    (text) =>
      color && text !== "" ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    error: paint(31, 39),
    warning: paint(33, 39),
    info: paint(34, 39),
    unknown: paint(35, 39),
    pass: paint(32, 39),
    bold: paint(1, 22),
    dim: paint(2, 22),
  };
}

/** Breaks a text at blanks into lines of at most `width` columns; a longer word stands on a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
