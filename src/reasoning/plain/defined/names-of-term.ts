import { tokensOfWord } from "../../../concepts/find-concepts-in-text";
import { roleAt } from "./formula-words";

/** The names a term goes by, each as words that names are compared by: with and without its bracketed initials. */
export function namesOfTerm(term: string): string[][] {
  const inBrackets = [...term.matchAll(/[([]([^()[\]]{1,40})[)\]]/g)].map((match) => match[1]!);
  const bare = term.replace(/[([][^()[\]]*[)\]]/g, " ");
  const names = [bare, ...inBrackets].map(wordsOfName).filter((words) => words.length > 0);
  return [...new Map(names.map((words) => [words.join(" "), words])).values()];
}

/** Periods and words that change nothing are no part of a name: "FY2019 unadjusted EBITDA" is EBITDA. */
function wordsOfName(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== "" && !/^(?:fy\W?\d{2,4}|(?:19|20)\d\d)$/i.test(word));
  const telling = words.filter((word) => roleAt([word], 0)?.role !== "filler");
  // A name of one letter, "A", is a name all the same.
  return (telling.length > 0 ? telling : words).flatMap((word) => tokensOfWord(word).map((token) => token.word));
}

const longestName = 4;
const endsName = /^(?:is|was|were|are|the|a|an|of|for|in|did|does|as|what|calculate|compute|fiscal|year)$|['’]s$|\d/i;

/** The words right before a formula that has no other name: "cash burn (defined as …)". */
export function nameBefore(before: string): string[] {
  const words = before.trim().split(/\s+/).reverse();
  const end = words.findIndex((word, index) => index >= longestName || endsName.test(word) || isProperName(word));
  return words
    .slice(0, end < 0 ? longestName : end)
    .flatMap((word) => [word.toLowerCase(), ...tokensOfWord(word).map((token) => token.word)]);
}

/** "Europe" before a formula is a part of the company, no name for the formula; initials are. */
function isProperName(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word);
}
