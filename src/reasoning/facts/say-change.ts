import { changeNames, type FactChangeKind } from "../../contracts/fact-history";
import { type ShownNumber } from "../../contracts/rich-text";
import { formatQuantity } from "../numbers/format-quantity";
import { quantityOfFact } from "../numbers/quantity";
import { nameDocument, type TextPart } from "../numbers/write-text";
import { type EarlierValue, type FactWithCitation, type ValueOfOtherSource } from "../ports";

/** " First reported as $… in the 10-K …; changed by the 10-K …: a 4-for-1 split of the shares." */
export function sayEarlier(item: FactWithCitation, earlier: EarlierValue): TextPart[] {
  const quantity = quantityOfFact(item.fact);
  if (quantity === null) return [];
  const figure: ShownNumber = {
    shown: formatQuantity({ ...quantity, value: earlier.value }),
    value: earlier.value,
    unit: item.fact.unit,
    reference: { kind: "fact", factId: earlier.factId },
    verdict: "matched",
  };
  const { changed } = earlier;
  if (changed === undefined) return [" Restated: the ", nameDocument(earlier.document), " reported ", figure, "."];
  return [
    " First reported as ",
    figure,
    ` in the ${nameDocument(earlier.document)}; changed by the ${nameDocument(changed.by)}: `,
    ...nameChange(item, earlier),
    `. ${changed.change.reason}`,
  ];
}

/** " A table of the 8-K … was read as $…; …": a difference of source, never called a change. */
export function sayOtherwise(item: FactWithCitation, other: ValueOfOtherSource): TextPart[] {
  const quantity = quantityOfFact(item.fact);
  if (quantity === null) return [];
  const figure: ShownNumber = {
    shown: formatQuantity({ ...quantity, value: other.value }),
    value: other.value,
    unit: item.fact.unit,
    reference: { kind: "fact", factId: other.factId },
    verdict: "matched",
  };
  const document = nameDocument(other.document);
  return other.source === "read"
    ? [
        ` A table of the ${document} was read as `,
        figure,
        ", which nobody tagged: whether the figure changed it does not tell.",
      ]
    : [` This was read from a table; the ${document} tags it as `, figure, "."];
}

/** "a 4-for-1 split of the shares", the ratio bound to the two figures it is computed from. */
function nameChange(item: FactWithCitation, earlier: EarlierValue): TextPart[] {
  const kind = earlier.changed?.change.kind ?? "unclear";
  const ratio = ratioOf(item, earlier);
  return ratio === null ? [changeNames[kind]] : ["a ", ratio, " split of the shares"];
}

/** What a figure first reported became, before the figure it is now: "after a 4-for-1 split it is ". */
export function sayBecame(item: FactWithCitation, earlier: EarlierValue): TextPart[] {
  const ratio = ratioOf(item, earlier);
  if (ratio !== null) return ["after a ", ratio, " split it is "];
  return [became[earlier.changed?.change.kind ?? "restatement"]];
}

const became: Readonly<Record<FactChangeKind, string>> = {
  rounding: "it was rounded to ",
  split: "after a split of the shares it is ",
  sign: "a later filing turned its sign, to ",
  scale: "a later filing gives it in another scale, as ",
  correction: "it was corrected to ",
  restatement: "it was restated to ",
  reclassification: "it was reclassified, to ",
  reading: "a filing that was read and not tagged differs; it is ",
  unclear: "it was changed, whether restated or reclassified the filings do not tell, to ",
};

function ratioOf({ fact }: FactWithCitation, { value, factId, changed }: EarlierValue): ShownNumber | null {
  const ratio = changed?.change.ratio ?? null;
  if (ratio === null || typeof fact.value !== "number") return null;
  // More splits may have followed: the ratio is of these two figures only where they give it.
  const perShare = fact.unit?.endsWith("/shares") === true;
  const between = perShare ? value / fact.value : fact.value / value;
  if (Math.abs(between / ratio - 1) > 0.05) return null;
  return {
    shown: ratio >= 1 ? `${whole(ratio)}-for-1` : `1-for-${whole(1 / ratio)}`,
    value: ratio,
    unit: null,
    reference: {
      kind: "calculation",
      formula: perShare ? "earlier / later" : "later / earlier",
      operands: { earlier: { kind: "fact", factId }, later: { kind: "fact", factId: fact.id } },
    },
    verdict: "derived",
  };
}

function whole(ratio: number): string {
  return String(Number(ratio.toFixed(2)));
}
