import { AuditContext } from "../../../src/audit/audit-context";
import { isSafeTarget, rootOf } from "../../../src/audit/meaning/safe-target";
import { type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { understandModel } from "../../../src/model/understand-model";
import { indexWorkbook } from "../../../src/workbook/index-workbook";
import { sheet, workbook } from "../../support/sheet";
import { rows } from "../find-with";

function contextOf(snapshot: WorkbookSnapshot): AuditContext {
  const index = indexWorkbook(snapshot);
  return new AuditContext(index, understandModel(index));
}
const at = (rowIndex0: number, name = "Sheet1") => ({ sheet: name, rowIndex0, columnIndex0: 1 });

describe("a cell that may be linked to", () => {
  const context = contextOf(
    sheet(rows(["Rate", 0.25], ["Rate again", ["=B1", 0.25]], ["Shown", ["=B2", 0.25]], ["Other", ["=0.5*0.5", 0.25]])),
  );

  it("is none that is built on the cell itself", () => {
    expect(isSafeTarget(context, [at(0)], [at(3)])).toBe(true);
    expect(isSafeTarget(context, [at(0)], [at(1)])).toBe(false);
    expect(isSafeTarget(context, [at(0)], [at(2)])).toBe(false);
    expect(isSafeTarget(context, [at(0)], [at(0)])).toBe(false);
  });

  it("is followed over bare links to its root", () => {
    expect(rootOf(context, at(2))).toEqual(at(0));
    expect(rootOf(context, at(3))).toEqual(at(3));
  });

  it("is none on a sheet of the same pattern", () => {
    const labels = ["Rent", "Wages", "Energy", "Insurance", "Repairs", "Marketing", "Travel", "Training"];
    const version = (rent: number) => rows(...labels.map((label, i) => [label, rent + i] as const));
    const versions = contextOf(workbook({ First: version(12.5), Second: version(12.5) }));
    expect(isSafeTarget(versions, [at(0, "Second")], [at(0, "First")])).toBe(false);
  });
});
