import MarkdownIt from "markdown-it";
import { type OwnStatement, type Source } from "../source";
import { findWrittenDate } from "../written-date";
import { readNoteMarkup } from "./note-markup";

/** Nobody types more; what is longer is data in disguise and is read as plain text. */
export const mostMarkdownCharacters = 500_000;

// Tags typed in a note are text, not markup.
const markdown = new MarkdownIt({ html: false, linkify: false });
// A line drawn across a note is no page break: what comes back beside it must not be taken for a running head.
markdown.renderer.rules["hr"] = () => "";
markdown.renderer.rules["image"] = (tokens, index) => markdown.utils.escapeHtml(tokens[index]!.content);
markdown.renderer.rules["list_item_open"] = (tokens, index) => {
  const { info, markup } = tokens[index]!;
  return `<li>${info === "" ? "• " : `${markdown.utils.escapeHtml(info + markup)} `}`;
};

/** A note in Markdown: headings, lists, tables, quotes and code as blocks, its front matter as what it says of itself. */
export function readMarkdown(text: string, warnings: readonly string[]): Source {
  const { fields, body } = splitFrontMatter(text.replaceAll("\r\n", "\n"));
  return readNoteMarkup(markdown.render(body), statementOf(fields), warnings);
}

/** "---" above, "key: value" lines, "---" below: as the editors of notes write it. */
function splitFrontMatter(text: string): { fields: ReadonlyMap<string, string>; body: string } {
  const matter = /^\s*---[ \t]*\n([\s\S]{0,10000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const lines = matter?.[1]!.split("\n") ?? [];
  const fields = new Map<string, string>();
  for (const line of lines) {
    const field = /^([\w-]{1,40}):[ \t]*(.*)$/.exec(line);
    if (field !== null) fields.set(field[1]!.toLowerCase(), field[2]!.trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  return fields.size === 0 ? { fields, body: text } : { fields, body: text.slice(matter![0].length) };
}

function statementOf(fields: ReadonlyMap<string, string>): OwnStatement {
  const field = (...names: string[]): string | null =>
    names.map((name) => fields.get(name) ?? "").find(Boolean) ?? null;
  return {
    form: "note",
    title: field("title"),
    company: field("company", "issuer"),
    ticker: field("ticker", "symbol"),
    date: findWrittenDate(field("date", "created", "written") ?? ""),
  };
}
