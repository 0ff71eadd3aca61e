import { type DocumentRef } from "../../contracts/document";
import { type FactChange, type FactHistory } from "../../contracts/fact-history";
import { differsBeyondRounding, type ReportedFact } from "./choose-reported";
import { buildHistories } from "./build-histories";
import { classifyHistories, type HistoryEvidence } from "./classify-histories";
import { reportsFrom } from "./reports-from-facts";

/** What was said of a figure before the filing that now counts, and how it came to be otherwise. */
export interface EarlierFigure {
  readonly factId: string;
  readonly value: number;
  /** The first filing that said so. */
  readonly document: DocumentRef;
  readonly changed: { readonly by: DocumentRef; readonly change: FactChange };
}

/** By the id of the fact that counts; newest change first, rounding left out. */
export async function findEarlierFigures(
  reported: readonly ReportedFact[],
  evidence: HistoryEvidence,
): Promise<ReadonlyMap<string, readonly EarlierFigure[]>> {
  const changed = reported.filter(({ fact, reports }) => reports.some((one) => differsBeyondRounding(one.fact, fact)));
  const histories = await classifyHistories(
    changed.flatMap(({ reports }) => buildHistories(reportsFrom(reports))),
    evidence,
  );
  return new Map(histories.map((history) => [history.reports.at(-1)?.factId ?? "", earlierIn(history)]));
}

function earlierIn({ reports, changes }: FactHistory): EarlierFigure[] {
  const known = reports.at(-1)!.value;
  return [...changes].reverse().flatMap(({ at, change }): EarlierFigure[] => {
    const { value } = reports[at - 1]!;
    if (change.kind === "rounding" || value === known) return [];
    let first = at - 1;
    while (first > 0 && reports[first - 1]!.value === value) first--;
    const { factId, document } = reports[first]!;
    return [{ factId: factId ?? "", value, document, changed: { by: reports[at]!.document, change } }];
  });
}
