import { list, literal, object } from "../../../value/index.ts";
import { STRING } from "../types/index.ts";
import { define, parameter, textOf } from "./arguments.ts";
import { type FunctionError, type FunctionResult, mistake, type TerraformFunction } from "./function.ts";

/** The rows of a text of comma separated values, as RFC 4180 has them; empty lines do not count. */
function parseRows(text: string): readonly (readonly string[])[] | FunctionError {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const normal = text.replaceAll("\r\n", "\n");
  while (at < normal.length) {
    if (row.length === 0 && normal[at] === "\n") {
      at++;
      continue;
    }
    const field = normal[at] === '"' ? quotedField(normal, at) : bareField(normal, at);
    if (!field) return mistake(`there is a stray quotation mark in row ${rows.length + 1}`, 0);
    row.push(field.text);
    at = field.end;
    if (normal[at] === ",") {
      at++;
      if (at === normal.length || normal[at] === "\n") row.push("");
      else continue;
    }
    rows.push(row);
    row = [];
    at++;
  }
  return rows;
}

interface Field {
  readonly text: string;
  readonly end: number;
}

function bareField(text: string, start: number): Field | undefined {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n") {
    if (text[end] === '"') return undefined;
    end++;
  }
  return { text: text.slice(start, end), end };
}

function quotedField(text: string, start: number): Field | undefined {
  let end = start + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote === -1) return undefined;
    if (text[quote + 1] !== '"') {
      const next = text[quote + 1];
      if (next !== undefined && next !== "," && next !== "\n") return undefined;
      return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    }
    end = quote + 2;
  }
}

function decode(text: string): FunctionResult {
  const rows = parseRows(text);
  if ("kind" in rows) return rows;
  const [names, ...records] = rows;
  if (!names) return mistake("the header line is missing", 0);
  if (new Set(names).size < names.length) return mistake("two columns have the same name", 0);
  const uneven = records.findIndex((record) => record.length !== names.length);
  if (uneven !== -1) return mistake(`row ${uneven + 2} does not have as many fields as the header`, 0);
  const items = records.map((record) =>
    object(new Map(names.map((name, at) => [name, literal(record[at] ?? "")]))),
  );
  return list(items, { collection: "list" });
}

export const csv: readonly TerraformFunction[] = [
  define("csvdecode", [parameter("str", STRING)], "list", ([str]) => decode(textOf(str))),
];
