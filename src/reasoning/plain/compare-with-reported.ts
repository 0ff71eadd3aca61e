import { type SelectionForQuestion, type StatementOfAnswer } from "../../contracts/answer";
import { type Tick } from "../../contracts/evidence-request";
import { tickAndTie } from "../evidence/tick-and-tie";
import { readFiscalCalendar } from "../facts/fiscal-calendar";
import { formatCellNumber } from "../numbers/format-quantity";
import { showFact } from "../numbers/show-number";
import { nameReport, type TextPart, uniqueCitations, writeText } from "../numbers/write-text";
import { type FactWithCitation } from "../ports";
import { rowForEvidence, rowsOfSelection } from "./rows-of-selection";
import { sayPeriod } from "./say-period";

const verdictWords: Readonly<Record<Tick["verdict"], string>> = {
  ties: "ties to",
  differs: "differs from",
  "differs-in-sign": "has the opposite sign of",
  "differs-in-scale": "is in another scale than",
};

/** Selected history beside the figures that were reported for it: one statement a row. */
export function compareWithReported(
  selection: SelectionForQuestion,
  facts: readonly FactWithCitation[],
): StatementOfAnswer[] {
  const calendar = readFiscalCalendar(facts);
  return rowsOfSelection(selection).flatMap((row): StatementOfAnswer[] => {
    const ticks = tickAndTie(rowForEvidence(row), facts);
    const telling = [...ticks].sort((a, b) => Number(a.verdict === "ties") - Number(b.verdict === "ties")).slice(0, 4);
    const parts = telling.flatMap((tick, index): TextPart[] => {
      const item = facts.find((candidate) => candidate.fact.id === tick.fact.id);
      const reported = item === undefined ? null : showFact(item);
      if (item === undefined || reported === null) return [];
      const cell = row.cells.find((candidate) => candidate.address === tick.address);
      return [
        index === 0 ? `${row.label || "The cell"} against the filings: ` : "; ",
        {
          shown: formatCellNumber(tick.modelValue, cell?.numberFormat ?? null),
          value: tick.modelValue,
          unit: null,
          reference: { kind: "cell", sheet: tick.sheet, address: tick.address },
          verdict: "matched",
        },
        " in ",
        { kind: "place", sheet: tick.sheet, range: tick.address, shown: tick.address },
        ` ${verdictWords[tick.verdict]} `,
        reported,
        `, reported for ${sayPeriod(tick.fact, calendar)} (${nameReport(item)}${tick.restated ? ", restated" : ""})`,
      ];
    });
    if (parts.length === 0) return [];
    return [{ text: writeText(...parts, "."), citations: uniqueCitations(telling.map((tick) => tick.citation)) }];
  });
}
