import { conceptById } from "../../src/concepts/dictionary";
import { evaluateFormula, type OperandAsked } from "../../src/concepts/evaluate-formula";

function lookupIn(values: Record<string, number>) {
  return ({ concept, periodsBack }: OperandAsked) => {
    const value = values[periodsBack === 0 ? concept : `${concept}@-${periodsBack}`];
    return value === undefined ? null : { value, source: `row of ${concept}` };
  };
}

const formulaOf = (id: string, index = 0) => conceptById(id)!.formulas[index]!;

describe("evaluateFormula", () => {
  it("calculates gross profit and names its operands", () => {
    const result = evaluateFormula(formulaOf("gross-profit"), lookupIn({ revenue: 1000, "cost-of-revenue": 600 }));
    expect(result).toEqual({
      status: "calculated",
      value: 400,
      explanation: "revenue − cost of revenue",
      operands: [
        { concept: "revenue", periodsBack: 0, name: "revenue", operand: { value: 1000, source: "row of revenue" } },
        {
          concept: "cost-of-revenue",
          periodsBack: 0,
          name: "cost of revenue",
          operand: { value: 600, source: "row of cost-of-revenue" },
        },
      ],
    });
  });

  it("averages two balance sheets for days payable", () => {
    const result = evaluateFormula(
      formulaOf("days-payable"),
      lookupIn({ "accounts-payable": 60, "accounts-payable@-1": 40, "cost-of-revenue": 730 }),
    );
    expect(result).toMatchObject({
      status: "calculated",
      value: 25,
      explanation:
        "((average of accounts payable and accounts payable of the previous period) / cost of revenue) × 365",
    });
  });

  it("calculates growth against the previous period", () => {
    expect(evaluateFormula(formulaOf("revenue-growth"), lookupIn({ revenue: 110, "revenue@-1": 100 }))).toMatchObject({
      status: "calculated",
      value: 0.1,
    });
  });

  it("says which operands are missing instead of guessing", () => {
    expect(evaluateFormula(formulaOf("free-cash-flow"), lookupIn({ "operating-cash-flow": 10 }))).toEqual({
      status: "missing",
      missing: [{ concept: "capital-expenditure", periodsBack: 0 }],
    });
  });

  it("does not divide by zero", () => {
    expect(evaluateFormula(formulaOf("gross-margin"), lookupIn({ "gross-profit": 1, revenue: 0 }))).toEqual({
      status: "undefined",
      why: "revenue is zero",
    });
  });
});
