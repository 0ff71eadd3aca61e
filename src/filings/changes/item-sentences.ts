import { maskFigures, normalizeSentence } from "../../concepts/mask-sentence";
import { sentenceSpans } from "../../concepts/sentence-spans";
import { findUnitHeadings } from "./find-unit-headings";
import { type ItemKind, type ItemSentence, type PlacedSentence } from "./item-sentence";

/** A passage of an item as it is stored: a slice of the document's text that begins at `start`. */
export interface ItemPassage {
  readonly id: string;
  readonly kind: "text" | "table";
  readonly path: readonly string[];
  readonly start: number;
  readonly text: string;
}

/** Without letters there is nothing said: page numbers, rules, bullets on a line of their own. */
const saysSomething = /\p{L}{2}/u;

/** Passages of an item further apart than line ends have other items between them. */
const mostBetweenPassages = 4;

/**
 * The sentences of an item. Passages that follow each other are read as one text, so that where passages were cut
 * makes no sentences; tables are left out: their figures are facts and are compared as such.
 */
export function itemSentences(passages: readonly ItemPassage[], kind: ItemKind): ItemSentence[] {
  const sentences: PlacedSentence[] = [];
  let paragraph = -1;
  for (const run of runsOfText(passages)) {
    const first = run[0]!.start;
    const text = joinRun(run);
    let at = 0;
    let end = 0;
    paragraph++;
    for (const span of sentenceSpans(text)) {
      if (text.slice(end, span.start).includes("\n")) paragraph++;
      end = span.end;
      while (at + 1 < run.length && run[at + 1]!.start <= first + span.start) at++;
      const slice = text.slice(span.start, span.end);
      const words = normalizeSentence(slice);
      if (!saysSomething.test(words)) continue;
      const place = {
        start: first + span.start,
        end: first + span.end,
        passageId: run[at]!.id,
        path: run[at]!.path,
        paragraph,
      };
      sentences.push({ ...place, text: slice, words, masked: maskFigures(words) });
    }
  }
  const headings = findUnitHeadings(sentences, new Set(passages.flatMap(({ path }) => path)), kind);
  let unit = -1;
  return sentences.map((sentence, index) => {
    const isHeading = headings.has(sentence.paragraph);
    if (isHeading && sentences[index - 1]?.paragraph !== sentence.paragraph) unit++;
    return { ...sentence, isHeading, unit: unit < 0 ? null : unit };
  });
}

function runsOfText(passages: readonly ItemPassage[]): ItemPassage[][] {
  const runs: ItemPassage[][] = [];
  let end = -1;
  for (const passage of passages) {
    if (passage.kind === "table") end = -1;
    else {
      const follows = end >= 0 && passage.start >= end && passage.start - end <= mostBetweenPassages;
      if (follows) runs.at(-1)!.push(passage);
      else runs.push([passage]);
      end = passage.start + passage.text.length;
    }
  }
  return runs;
}

/** What stands between two passages is one line end, or nothing where a long paragraph was cut. */
function joinRun(run: readonly ItemPassage[]): string {
  const parts: string[] = [];
  let end = run[0]!.start;
  for (const { start, text } of run) {
    parts.push("\n".repeat(start - end), text);
    end = start + text.length;
  }
  return parts.join("");
}
