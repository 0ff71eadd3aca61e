import { type Problem } from "./problem";

const links = /https?:|www\.|!\[|\]\(|<\/?[a-z!][^>]*>|\bdata:[a-z]+\//i;
const stopWords = new Set(
  "about above after again also among because been before being below between both could does during each from have having into more most much only other over same should some such than that their them then there these they this those through under until very were what when where which while will with would company reported fiscal year".split(
    " ",
  ),
);

/** The words of a statement, references apart: no links, no quotation outside the claims, something in common with the quotes. */
export function checkWords(
  words: string,
  quotes: readonly string[],
  hasReference: boolean,
  statement: number,
): Problem[] {
  const problems: Problem[] = [];
  if (links.test(words)) problems.push({ kind: "link", statement, message: "No links, images or markup." });
  if (/\{\{|\}\}/.test(words))
    problems.push({
      kind: "unknown-reference",
      statement,
      message: "A reference is not written as {{fact:f1}}, {{cell:Sheet!A1}} or {{calc:c1}}.",
    });
  for (const match of words.matchAll(/[“"]([^“”"]+)[”"]/g)) {
    const inside = match[1] ?? "";
    if (inside.trim().split(/\s+/).length >= 3)
      problems.push({
        kind: "quote-in-text",
        statement,
        message: `Put the quotation "${inside.slice(0, 60)}" into the claims.`,
      });
  }
  if (!hasReference && quotes.length > 0) {
    const said = stemsOf(words);
    const quoted = new Set(quotes.flatMap((quote) => [...stemsOf(quote)]));
    if (said.size > 0 && ![...said].some((stem) => quoted.has(stem)))
      problems.push({ kind: "unsupported", statement, message: "The quotes do not speak of what the statement says." });
  }
  return problems;
}

/** Telling words by their first five letters, so that "margin" meets "margins". */
export function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !stopWords.has(word)).map((word) => word.slice(0, 5)));
}
