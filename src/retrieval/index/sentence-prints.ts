import { maskFigures, normalizeSentence } from "../../concepts/mask-sentence";
import { sentenceSpans } from "../../concepts/sentence-spans";
import { type ParsedDocument } from "../../contracts/document";
import { type SentencePrint } from "../../storage/passage-index";

/** "None." and headings of a word or two stand in every filing: that they recur says nothing. */
const leastCharacters = 20;
/** Passages that follow each other are parted by a line end; a long paragraph's by nothing. */
const mostBetweenPassages = 2;

/** The sentences of a document's text by their prints. Read over the ends of passages: where one was cut makes no sentence. */
export function sentencePrints({ text, passages }: Pick<ParsedDocument, "text" | "passages">): SentencePrint[] {
  const prints: SentencePrint[] = [];
  const addRun = (from: number, to: number): void => {
    for (const span of sentenceSpans(text.slice(from, to))) {
      const [start, end] = [from + span.start, from + span.end];
      const masked = maskFigures(normalizeSentence(text.slice(start, end)));
      if (masked.length >= leastCharacters) prints.push({ print: printOf(masked), start, end });
    }
  };
  let from = -1;
  let to = -1;
  for (const { kind, start, end } of passages) {
    const continues = from >= 0 && kind === "text" && start >= to && start - to <= mostBetweenPassages;
    if (from >= 0 && !continues) addRun(from, to);
    if (kind === "table") from = -1;
    else if (!continues) from = start;
    to = end;
  }
  if (from >= 0) addRun(from, to);
  return prints;
}

/** Two 32-bit hashes of the text as one number that JavaScript holds exactly. */
export function printOf(text: string): number {
  let high = 0x9747b28c;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 0x100000000 * (0x1fffff & low) + (high >>> 0);
}
