import { type StructuredReference } from "./formula";

type Rows = StructuredReference["rows"];
const rowsByKeyword: Readonly<Record<string, Rows>> = {
  "#all": "all",
  "#data": "data",
  "#headers": "headers",
  "#totals": "totals",
  "#this row": "this-row",
};

/** Where the bracket opened at `at` closes, one past it; a quote makes the next sign plain. Null where it never does. */
export function endOfBrackets(text: string, at: number): number | null {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 39) i++;
    else if (code === 91) depth++;
    else if (code === 93 && --depth === 0) return i + 1;
  }
  return null;
}

/** Reads what stands inside the outer brackets of Table[…]; null where it makes no sense. */
export function readStructured(table: string | null, inside: string): StructuredReference | null {
  const content = inside.trim();
  const everything = { table, rows: "data" as Rows, firstColumn: null, lastColumn: null };
  if (content === "") return everything;
  if (content.startsWith("@")) {
    const columns = readColumns(content.slice(1).trim());
    return columns === null ? null : { table, rows: "this-row", ...columns };
  }
  if (!content.startsWith("[")) {
    const rows = rowsByKeyword[content.toLowerCase()];
    if (rows !== undefined) return { ...everything, rows };
    return content.startsWith("#") ? null : { ...everything, ...oneColumn(plain(content)) };
  }
  return readParts(table, content);
}

/** [#This Row],[Col] · [#Headers],[#Data],[A]:[B] · [A]:[B] */
function readParts(table: string | null, content: string): StructuredReference | null {
  const keywords: Rows[] = [];
  let rest = content;
  while (rest.startsWith("[#")) {
    const end = endOfBrackets(rest, 0);
    const rows =
      end === null
        ? undefined
        : rowsByKeyword[
            rest
              .slice(1, end - 1)
              .trim()
              .toLowerCase()
          ];
    if (end === null || rows === undefined) return null;
    keywords.push(rows);
    rest = rest.slice(end).trim();
    if (rest === "") break;
    if (!rest.startsWith(",")) return null;
    rest = rest.slice(1).trim();
  }
  const rows = joinRows(keywords);
  const columns = readColumns(rest);
  return rows === null || columns === null ? null : { table, rows, ...columns };
}

function joinRows(keywords: readonly Rows[]): Rows | null {
  if (keywords.length === 0) return "data";
  if (keywords.length === 1) return keywords[0]!;
  if (keywords.length > 2 || !keywords.includes("data")) return null;
  if (keywords.includes("headers")) return "headers-and-data";
  return keywords.includes("totals") ? "data-and-totals" : null;
}

function readColumns(text: string): Pick<StructuredReference, "firstColumn" | "lastColumn"> | null {
  if (text === "") return { firstColumn: null, lastColumn: null };
  if (!text.startsWith("[")) return oneColumn(plain(text));
  const end = endOfBrackets(text, 0);
  if (end === null) return null;
  const first = plain(text.slice(1, end - 1));
  const rest = text.slice(end).trim();
  if (rest === "") return oneColumn(first);
  if (!rest.startsWith(":")) return null;
  const second = rest.slice(1).trim();
  if (!second.startsWith("[") || endOfBrackets(second, 0) !== second.length) return null;
  return { firstColumn: first, lastColumn: plain(second.slice(1, -1)) };
}

function oneColumn(name: string): Pick<StructuredReference, "firstColumn" | "lastColumn"> {
  return { firstColumn: name, lastColumn: name };
}

function plain(name: string): string {
  return name.replace(/'(.)/g, "$1");
}
