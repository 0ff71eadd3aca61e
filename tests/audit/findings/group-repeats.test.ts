import { groupRepeats } from "../../../src/audit/findings/group-repeats";
import { type FindingDraft } from "../../../src/audit/audit-rule";

function draft(sheet: string, row0: number, traits: Partial<FindingDraft> = {}) {
  return {
    rule: "row-drift",
    draft: {
      severity: "medium" as const,
      confidence: 0.8,
      sheet,
      ranges: [{ sheet, startRow0: row0, endRow0: row0, startColumn0: 1, endColumn0: 3 }],
      title: "“Margin” changes its formula",
      comment: [],
      meaning: `${sheet}/${row0}`,
      ...traits,
    },
  };
}

describe("what was copied is said once", () => {
  it("names the same slip on the sheets made from one template in one finding", () => {
    const grouped = groupRepeats([draft("North", 4), draft("South", 4), draft("West", 4)]);
    expect(grouped).toHaveLength(1);
    expect(grouped[0]!.draft.sheet).toBe("North");
    expect(grouped[0]!.alsoAt.map(({ sheet }) => sheet)).toEqual(["South", "West"]);
  });

  it("takes the copies on its own sheet among its cells", () => {
    const [one] = groupRepeats([draft("North", 4), draft("North", 24)]);
    expect(one!.draft.ranges.map(({ startRow0 }) => startRow0)).toEqual([4, 24]);
    expect(one!.alsoAt).toEqual([]);
  });

  it("notices a change in any copy", () => {
    const [one] = groupRepeats([draft("North", 4), draft("South", 4)]);
    expect(one!.draft.alsoRead).toContainEqual({ sheet: "South", rowIndex0: 4, columnIndex0: 1 });
  });

  it("keeps apart what is said in other words or weighs another weight", () => {
    const other = draft("South", 4, { title: "“Tax” changes its formula" });
    const graver = draft("West", 4, { severity: "high" });
    expect(groupRepeats([draft("North", 4), other, graver])).toHaveLength(3);
  });
});
