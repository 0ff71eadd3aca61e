import { conceptById } from "../../concepts/dictionary";
import { findConceptsInText } from "../../concepts/find-concepts-in-text";

/**
 * The tags a person means by a word: "us-gaap:Revenues" as it stands, "Revenues" as the company's filings have it, else
 * what the dictionary has for it ("capex"). Empty where nothing is known by it.
 */
export async function tagsMeant(asked: string, named: (localName: string) => Promise<string[]>): Promise<string[]> {
  const word = asked.trim();
  if (/^[\w-]+:[\w.-]+$/.test(word)) return [word];
  const own = await named(word);
  if (own.length > 0) return own;
  return findConceptsInText(word).flatMap((id) => conceptById(id)?.tags ?? []);
}
