import { type ItemKind, type PlacedSentence } from "./item-sentence";

const headingCharacters = { least: 30, most: 450 };
/** What stands under a risk's heading explains it, and is longer. */
const bodyOverHeading = 1.3;
const leastBodyCharacters = 200;
const speaksOfRisk =
  /\b(?:could|may|might|can|cannot|would|will|must|depends?|dependent|subject|risks?|faces?|adverse(?:ly)?|uncertain(?:ty)?|harm(?:s|ed)?|rely|reliance|fail(?:s|ure)?|loss(?:es)?|competit\w+|volatil\w+|not)\b/i;

interface Paragraph {
  readonly number: number;
  readonly sentences: number;
  readonly text: string;
}

/**
 * Paragraphs that are headings of units: those the filing's looks told (`knownHeadings`), and in risk factors those
 * that read like one, for many filings print a risk's heading longer than headings are, or have lost their looks.
 */
export function findUnitHeadings(
  sentences: readonly PlacedSentence[],
  knownHeadings: ReadonlySet<string>,
  kind: ItemKind,
): ReadonlySet<number> {
  const paragraphs = paragraphsOf(sentences);
  const found = new Set<number>();
  for (const { number, text } of paragraphs) if (knownHeadings.has(text)) found.add(number);
  if (kind === "other") return found;
  for (const [index, paragraph] of paragraphs.entries()) {
    const [before, after] = [paragraphs[index - 1], paragraphs[index + 1]];
    if (after === undefined || found.has(paragraph.number) || found.has(after.number)) continue;
    // A list's lead-in is short as well, and so is its last word.
    const standsFree = before === undefined || /[.!?”"']$/.test(before.text) || found.has(before.number);
    if (standsFree && readsLikeRiskHeading(paragraph) && isBodyOf(paragraph, after)) found.add(paragraph.number);
  }
  return found;
}

function readsLikeRiskHeading({ text, sentences }: Paragraph): boolean {
  if (sentences > 2 || text.length < headingCharacters.least || text.length > headingCharacters.most) return false;
  return /^[\p{Lu}"“]/u.test(text) && !/[:;,]$/.test(text) && speaksOfRisk.test(text);
}

function isBodyOf(heading: Paragraph, { text }: Paragraph): boolean {
  if (/^[•▪●·–-]/.test(text)) return false;
  return text.length >= leastBodyCharacters && text.length >= heading.text.length * bodyOverHeading;
}

function paragraphsOf(sentences: readonly PlacedSentence[]): Paragraph[] {
  const paragraphs: { number: number; sentences: number; text: string }[] = [];
  for (const { paragraph, text } of sentences) {
    const last = paragraphs.at(-1);
    const words = text.replace(/\s+/g, " ");
    if (last?.number !== paragraph) paragraphs.push({ number: paragraph, sentences: 1, text: words });
    else {
      last.sentences++;
      // A long paragraph is no heading: its text need not be gathered whole.
      if (last.text.length <= headingCharacters.most * 2) last.text += ` ${words}`;
    }
  }
  return paragraphs;
}
