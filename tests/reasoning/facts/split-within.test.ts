import { splitSince, splitWithin } from "../../../src/reasoning/facts/split-within";
import { type FactWithCitation } from "../../../src/reasoning/ports";
import { revenue, tenK, yearFact } from "../made-up-filings";

const shares = (year: number, millions: number, more: Parameters<typeof yearFact>[4] = {}): FactWithCitation =>
  yearFact("shares-diluted", "WeightedAverageNumberOfDilutedSharesOutstanding", year, millions * 1e6, {
    unit: "shares",
    ...more,
  });
const change = { kind: "split" as const, ratio: 4, reason: "Several share figures moved by one ratio." };
const afterSplit = shares(2023, 400, {
  document: tenK(2024),
  restated: true,
  earlier: [{ factId: "x", value: 100e6, document: tenK(2023), changed: { by: tenK(2024), change } }],
});

describe("figures on either side of a split", () => {
  it("do not belong together where a filing shows the split by other figures", () => {
    const row = [shares(2022, 98), afterSplit];
    expect(splitWithin(row, row)?.why).toContain("counts its shares after a split");
    expect(splitSince(row[0]!, row)?.id).toBe("har-10k-2024");
    expect(splitSince(afterSplit, row)).toBeNull();
  });

  it("do not belong together where the count jumps between two filings as a split would have it", () => {
    const row = [shares(2023, 100), shares(2024, 402)];
    expect(splitWithin(row, row)?.why).toContain("moves as it would by a split");
  });

  it("belong together where the count only creeps, where one filing states both, and where no shares are counted", () => {
    expect(splitWithin([shares(2023, 100), shares(2024, 104)], [])).toBeNull();
    const ofOneFiling = [shares(2023, 100, { document: tenK(2024) }), shares(2024, 300, { document: tenK(2024) })];
    expect(splitWithin(ofOneFiling, [])).toBeNull();
    expect(splitWithin([revenue(2023, 100), revenue(2024, 400)], [afterSplit])).toBeNull();
  });
});
