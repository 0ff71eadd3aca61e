import { factChangeKindSchema } from "../../../src/contracts/fact-history";
import { type Figure } from "../../support/scored-suite";
import { compareHistories, type HistoryScore } from "./compare-histories";

/** Figures about what filings said over time; one bar for all that can be known exactly. */
export async function historyFigures(dataFolder: string, onProgress: (line: string) => void): Promise<Figure[]> {
  const scores = await compareHistories(dataFolder);
  for (const { part, differences } of scores)
    if (part === "tuned") for (const line of differences.slice(0, 10)) onProgress(line);
  return scores.flatMap(figuresOf);
}

function figuresOf({ part, histories, asOf, judged, kinds, readMs }: HistoryScore): Figure[] {
  const share = (name: string, hit: number, of: number, bar: Figure["bar"]): Figure[] =>
    of === 0 ? [] : [{ name, part, value: hit / of, unit: `of ${of}`, bar }];
  const changes = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  return [
    ...share("histories of changed figures equal", histories.equal, histories.expected, { atLeast: 1 }),
    ...share("figures as known the day before, on and after each filing", asOf.equal, asOf.expected, { atLeast: 1 }),
    ...share("changes told as a reader judged them", judged.agree, judged.verdicts, { atLeast: 0.95 }),
    ...factChangeKindSchema.options.flatMap((kind) =>
      share(`changes told as ${kind}`, kinds.get(kind) ?? 0, changes, null),
    ),
    { name: "reading a company's figures as of a day, median", part, value: readMs.median, unit: "ms", bar: null },
  ];
}
