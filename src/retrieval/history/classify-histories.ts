import { type FactHistory, type FactReport } from "../../contracts/fact-history";
import { type ComparedFact } from "../../storage/store";
import { type BareHistory, buildHistories } from "./build-histories";
import { classifyChange } from "./classify-change";
import { usualDigits } from "./precision";
import { findSplits, isOfShares, type Split, splitConcepts } from "./splits";
import { wordsOfChange } from "./words-of-change";

/** Where the evidence about a company's changes comes from: the store, or EDGAR's list of its facts. */
export interface HistoryEvidence {
  /** What a filing states anew of what those before it stated. */
  readonly comparedIn: (documentId: string) => Promise<readonly ComparedFact[]>;
  readonly reportsOf: (concepts: readonly string[]) => Promise<readonly FactReport[]>;
  /** The words around a passage; "" where there are none. */
  readonly wordsBeside: (passageIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** Says of every change of figures along the histories how it came about. Filings are only looked at where one changed. */
export async function classifyHistories(
  histories: readonly BareHistory[],
  evidence: HistoryEvidence,
): Promise<FactHistory[]> {
  const changed = histories.filter(({ reports }) => changesOf(reports).length > 0);
  const later = changed.flatMap(({ reports }) => changesOf(reports).map((at) => reports[at]!));
  const [compared, splits, words] = await Promise.all([
    readCompared(later, evidence),
    readSplits(changed, evidence),
    evidence.wordsBeside([...new Set(later.flatMap((report) => report.passageId ?? []))]),
  ]);
  const digits = digitsByFiling([...compared.values()].flat());
  const ofConcept = groupByConcept(histories);
  return histories.map((history) => ({
    ...history,
    changes: changesOf(history.reports).map((at) => {
      const [before, after] = [history.reports[at - 1]!, history.reports[at]!];
      return {
        at,
        change: classifyChange(before, after, {
          usualDigits: (documentId, unit) => digits.get(`${documentId} ${unit}`) ?? null,
          splits,
          // Of a figure that was read on one side only nobody can say that it moved.
          compared: (compared.get(after.document.id) ?? []).filter((fact) => fact.before.source === fact.after.source),
          previous: history.reports[at - 2] ?? null,
          next: history.reports[at + 1] ?? null,
          otherPeriods: ofConcept.get(history.concept) ?? [],
          words: wordsOfChange(words.get(after.passageId ?? "") ?? ""),
        }),
      };
    }),
  }));
}

/** Where a value differs from the filing's before; digits that both filings vouch for are no change to look into. */
function changesOf(reports: readonly FactReport[]): number[] {
  return reports.flatMap((report, at) => (at > 0 && report.value !== reports[at - 1]!.value ? [at] : []));
}

async function readCompared(
  later: readonly FactReport[],
  evidence: HistoryEvidence,
): Promise<Map<string, readonly ComparedFact[]>> {
  const ids = [...new Set(later.map((report) => report.document.id))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await evidence.comparedIn(id)] as const)));
}

async function readSplits(changed: readonly BareHistory[], evidence: HistoryEvidence): Promise<Split[]> {
  if (!changed.some(({ unit }) => isOfShares(unit))) return [];
  const tagged = (await evidence.reportsOf(splitConcepts)).filter(({ source }) => source === "tagged");
  return findSplits(buildHistories(tagged));
}

function digitsByFiling(compared: readonly ComparedFact[]): ReadonlyMap<string, number | null> {
  const values = new Map<string, number[]>();
  for (const { unit, before, after } of compared)
    for (const { documentId, value } of [before, after]) {
      const key = `${documentId} ${unit}`;
      const known = values.get(key);
      if (known === undefined) values.set(key, [value]);
      else known.push(value);
    }
  return new Map([...values].map(([key, own]) => [key, usualDigits(own)]));
}

function groupByConcept(histories: readonly BareHistory[]): ReadonlyMap<string, readonly FactReport[]> {
  const groups = new Map<string, FactReport[]>();
  for (const { concept, dimensions, reports } of histories) {
    if (Object.keys(dimensions).length > 0) continue;
    groups.set(concept, [...(groups.get(concept) ?? []), ...reports]);
  }
  return groups;
}
