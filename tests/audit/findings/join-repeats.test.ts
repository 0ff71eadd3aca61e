import { plainText } from "../../../src/contracts/rich-text";
import { type FindingDraft } from "../../../src/audit/audit-rule";
import { AuditContext } from "../../../src/audit/audit-context";
import { joinCauses } from "../../../src/audit/findings/join-causes";
import { say } from "../../../src/audit/wording/say";
import { understandModel } from "../../../src/model/understand-model";
import { indexWorkbook } from "../../../src/workbook/index-workbook";
import { sheet } from "../../support/sheet";
import { rows } from "../find-with";

const index = indexWorkbook(
  sheet(rows(["", 2024, 2025], ["Debt", 10, 12], ["Equity", ["=B2*2", 20], ["=C2*2", 24]], ["Beta", 1, 1])),
);
const context = new AuditContext(index, understandModel(index));

function row(row0: number, more: Partial<FindingDraft> = {}): FindingDraft {
  return {
    severity: "medium",
    confidence: 0.8,
    sheet: "Sheet1",
    ranges: [{ sheet: "Sheet1", startRow0: row0, endRow0: row0, startColumn0: 1, endColumn0: 2 }],
    title: "Something stands here",
    comment: say`It is wrong.`,
    meaning: `row ${row0}`,
    ...more,
  };
}

function joined(...drafts: readonly { readonly rule: string; readonly draft: FindingDraft }[]) {
  return joinCauses(context, drafts).map(({ rule, draft }) => `${rule}: ${plainText(draft.comment)}`);
}

describe("findings that repeat one another", () => {
  it("tells a claim that is added once, though its sign is seen from its own row as well", () => {
    const claim = { sheet: "Sheet1", rowIndex0: 1, columnIndex0: 1 };
    expect(
      joined(
        { rule: "sign-contradiction", draft: row(1) },
        { rule: "equity-bridge", draft: row(2, { alsoRead: [claim] }) },
      ),
    ).toEqual(["equity-bridge: It is wrong."]);
  });

  it("tells an exit at the entry multiple once, though the labels of the link contradict each other too", () => {
    expect(
      joined(
        { rule: "contradicting-label", draft: row(1, { severity: "high", confidence: 0.95 }) },
        {
          rule: "exit-basis",
          draft: row(1, { severity: "high", ranges: [...row(1).ranges, ...row(3).ranges] }),
        },
      ),
    ).toEqual(["exit-basis: It is wrong."]);
  });

  it("keeps a lesser finding of the same cells as one sentence", () => {
    expect(
      joined(
        { rule: "driver-jump", draft: row(3, { title: "“Beta” breaks with its own history" }) },
        { rule: "driver-base", draft: row(3) },
      ),
    ).toEqual(["driver-base: It is wrong. “Beta” breaks with its own history."]);
  });

  it("lets the graver of two unrelated rules on the same cells speak for both", () => {
    expect(
      joined(
        { rule: "rate-order", draft: row(3, { severity: "low", title: "Beta comes before debt" }) },
        { rule: "scale-mixed", draft: row(3, { severity: "high" }) },
      ),
    ).toEqual(["scale-mixed: It is wrong. Beta comes before debt."]);
  });

  it("tells the last row of a block that slid with the block", () => {
    const aside = say`It takes its figure from an empty cell.`;
    expect(
      joined(
        { rule: "wrong-neighbour", draft: row(2) },
        { rule: "blank-source", draft: row(3, { aside, title: "“Beta” reads an empty row" }) },
      ),
    ).toEqual(["wrong-neighbour: It is wrong. “Beta” reads an empty row."]);
  });

  it("keeps findings of different rows, of one rule and of larger regions apart", () => {
    expect(
      joined(
        { rule: "tax-rate", draft: row(2) },
        { rule: "tax-rate", draft: row(2) },
        { rule: "scale-mixed", draft: row(3) },
      ),
    ).toHaveLength(3);
    const region = row(1, {
      ranges: [{ sheet: "Sheet1", startRow0: 0, endRow0: 3, startColumn0: 1, endColumn0: 2 }],
    });
    expect(joined({ rule: "tax-rate", draft: row(2) }, { rule: "typed-in-formula", draft: region })).toHaveLength(2);
  });
});
