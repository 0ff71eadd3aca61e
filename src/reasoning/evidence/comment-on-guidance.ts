import { type EvidenceComment, type RowForEvidence, type Tick } from "../../contracts/evidence-request";
import { nameOperand } from "../facts/name-period";
import { boundCell } from "../draft/catalog";
import { calculate } from "../numbers/calculate";
import { showCalculation, showCell } from "../numbers/show-number";
import { scaleWord } from "../numbers/scale-word";
import { nameDocument, type TextPart, writeText } from "../numbers/write-text";
import { type Guidance } from "./read-guidance";

type CellOfRow = RowForEvidence["values"][number];

/** Forecasts outside the range the company itself gave for that concept and period; the newest guidance counts. */
export function commentOnGuidance(
  row: RowForEvidence,
  ticks: readonly Tick[],
  guided: readonly Guidance[],
): EvidenceComment[] {
  const scale = row.scale ?? scaleFromTicks(ticks);
  return row.values.flatMap((cell): EvidenceComment[] => {
    if (cell.phase === "actual") return [];
    const own = guided.filter(
      (item) => item.conceptId === row.concept && item.fiscalYear === cell.year && item.quarter === cell.quarter,
    );
    const newest = [...own].sort((a, b) => (filedOf(a) < filedOf(b) ? 1 : -1))[0];
    if (newest === undefined) return [];
    const forecast = newest.unit === "currency" ? amount(row, cell, scale) : rate(row, cell, newest);
    if (forecast === null || (forecast.value >= newest.low && forecast.value <= newest.high)) return [];
    const above = forecast.value > newest.high;
    const document = newest.citation.document;
    return [
      {
        key: row.key,
        rule: "forecast-outside-guidance",
        severity: "high",
        confidence: 0.8,
        sheet: row.sheet,
        cells: [cell.address],
        title: `${row.label}: forecast ${above ? "above" : "below"} the company's own guidance`,
        comment: writeText(
          `${row.label} is forecast at `,
          ...forecast.shown,
          ` for ${cell.period} in `,
          { kind: "place", sheet: row.sheet, range: cell.address, shown: cell.address },
          `, ${above ? "above" : "below"} what the company guided to in its ${nameDocument(document)}: `,
          { kind: "quote", text: newest.citation.quote, citation: 0 },
          " What does the model know that the company does not?",
        ),
        citations: [newest.citation],
      },
    ];
  });
}

function filedOf(guidance: Guidance): string {
  return guidance.citation.document.filed ?? guidance.citation.document.periodEnd ?? "";
}

/** The scale that made history tie is the scale of the row. */
function scaleFromTicks(ticks: readonly Tick[]): number | null {
  const tied = ticks.find(
    (tick) => tick.verdict === "ties" && tick.factValue !== 0 && typeof tick.fact.value === "number",
  );
  return tied === undefined ? null : Math.abs(Number(tied.fact.value) / tied.factValue);
}

function amount(
  row: RowForEvidence,
  cell: CellOfRow,
  scale: number | null,
): { value: number; shown: TextPart[] } | null {
  if (scale === null || row.unit === "percent") return null;
  return {
    value: cell.value * scale,
    shown: [
      showCell({ sheet: row.sheet, address: cell.address, value: cell.value, numberFormat: null, unit: row.unit }),
      scaleWord(scale),
    ],
  };
}

function rate(row: RowForEvidence, cell: CellOfRow, guidance: Guidance): { value: number; shown: TextPart[] } | null {
  const before = row.values.find((other) => other.year === (cell.year ?? 0) - 1 && other.quarter === cell.quarter);
  if (!guidance.growth || row.unit === "percent" || before === undefined || before.value <= 0) return null;
  const bound = (item: CellOfRow): ReturnType<typeof boundCell> =>
    boundCell({
      ...item,
      sheet: row.sheet,
      label: row.label,
      concept: row.concept,
      unit: "currency",
      scale: row.scale,
      numberFormat: null,
    });
  const [now, then] = [nameOperand(row.label, cell.year), nameOperand(row.label, before.year)];
  const result = calculate(`${now} / ${then} - 1`, { [now]: bound(cell), [then]: bound(before) }, "percent");
  if (!result.ok) return null;
  return { value: result.calculation.quantity.value, shown: ["a growth of ", showCalculation(result.calculation)] };
}
