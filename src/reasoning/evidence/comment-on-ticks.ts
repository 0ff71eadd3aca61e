import { type EvidenceComment, type RowForEvidence, type Tick } from "../../contracts/evidence-request";
import { readFiscalCalendar } from "../facts/fiscal-calendar";
import { namePeriod } from "../facts/name-period";
import { showCell, showFact } from "../numbers/show-number";
import { nameDocument, type TextPart, uniqueCitations, writeText } from "../numbers/write-text";
import { type FactWithCitation } from "../ports";

const mostShown = 3;

/** One comment a row whose history is not what was reported; none where it all ties. */
export function commentOnTicks(
  row: RowForEvidence,
  ticks: readonly Tick[],
  facts: readonly FactWithCitation[],
): EvidenceComment[] {
  const off = ticks.filter((tick) => tick.verdict !== "ties");
  if (off.length === 0) return [];
  const tied = ticks.length - off.length;
  const calendar = readFiscalCalendar(facts);
  const parts = off.slice(0, mostShown).flatMap((tick, index): TextPart[] => {
    const item = facts.find((candidate) => candidate.fact.id === tick.fact.id);
    const reported = item === undefined ? null : showFact(item);
    if (item === undefined || reported === null) return [];
    const cell = {
      sheet: row.sheet,
      address: tick.address,
      value: tick.modelValue,
      numberFormat: null,
      unit: row.unit,
    };
    return [
      index === 0 ? `${row.label} shows ` : "; ",
      showCell(cell),
      " in ",
      { kind: "place", sheet: row.sheet, range: tick.address, shown: tick.address },
      ", where the filing reports ",
      reported,
      ` for ${namePeriod(tick.fact, calendar)} (${nameDocument(item.document)}${tick.restated ? ", restated since first reported" : ""})`,
    ];
  });
  parts.push(`. ${closing(off, tied)}`);
  return [
    {
      key: row.key,
      rule: "history-differs-from-filing",
      severity: off.some((tick) => tick.verdict === "differs") && tied === 0 ? "medium" : "high",
      // A row that ties elsewhere is surely the row we take it for.
      confidence: tied > 0 ? 0.9 : 0.5,
      sheet: row.sheet,
      cells: off.map((tick) => tick.address),
      title: `${row.label}: ${title(off)}`,
      comment: writeText(...parts),
      citations: uniqueCitations(off.map((tick) => tick.citation)),
    },
  ];
}

function title(off: readonly Tick[]): string {
  if (off.every((tick) => tick.verdict === "differs-in-sign"))
    return "history has the opposite sign of what was reported";
  if (off.every((tick) => tick.verdict === "differs-in-scale")) return "history is in another scale than its row";
  return "history differs from what was reported";
}

function closing(off: readonly Tick[], tied: number): string {
  const others =
    tied > 0
      ? "The row's other years tie, so this is likely a slip."
      : "No year of this row ties, so it may be defined differently from the reported figure.";
  return off.some((tick) => tick.restated)
    ? `${others} The model may still carry the figure as first reported.`
    : others;
}
