import { diffArrays } from "diff";
import { type WordStretch } from "../../contracts/filing-changes";

export interface WordChanges {
  readonly stretches: readonly WordStretch[];
  /** True where nothing but numbers, amounts and dates differs. */
  readonly figuresOnly: boolean;
}

/** A word, a number with its points and commas, or one sign; the space before it goes with it. */
const wordOrSign = /\s*(?:\d(?:[\d.,/]*\d)?|[\p{L}\p{N}]+(?:['’&-][\p{L}\p{N}]+)*|[^\s])/gu;
const figureWords =
  /^(?:[\d.,/$€£¥%()-]+|[–—]|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|thousand|million|billion|trillion|percent|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|fourth)$/i;
/** Beyond so many words two "sentences" are lists or tables in disguise: shown whole, not word by word. */
const mostWords = 1500;

/** What differs between two forms of a sentence, word by word, in the later one's reading order. */
export function compareWords(earlier: string, later: string): WordChanges {
  const [before, after] = [wordsOf(earlier), wordsOf(later)];
  if (before.length > mostWords || after.length > mostWords) {
    const stretches: WordStretch[] = [
      { kind: "removed", text: earlier },
      { kind: "added", text: later },
    ];
    return { stretches, figuresOnly: false };
  }
  const parts = diffArrays(before, after, { comparator: (a, b) => plain(a) === plain(b) });
  const stretches = parts.map((part): WordStretch => ({
    kind: part.added ? "added" : part.removed ? "removed" : "same",
    text: part.value.join(""),
  }));
  const changed = parts.filter((part) => part.added || part.removed).flatMap((part) => part.value.map(plain));
  return { stretches, figuresOnly: changed.length > 0 && changed.every((word) => figureWords.test(word)) };
}

function wordsOf(text: string): string[] {
  return text.match(wordOrSign) ?? [];
}

function plain(word: string): string {
  return word.trim().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[‐-―]/g, "-");
}
