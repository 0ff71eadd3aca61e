import { addendsOf, factorsOf, isNumber, overOne, shortOfOne } from "../../../src/audit/lines/algebra";
import { type FormulaNode } from "../../../src/workbook/formula";
import { readFormula } from "../../../src/workbook/read-formula";

function read(formula: string): FormulaNode {
  const found = readFormula(formula);
  if (found.kind !== "read") throw new Error(found.why);
  return found.root;
}

describe("the algebra of a formula", () => {
  it("takes a sum apart with its signs, products left whole", () => {
    const addends = addendsOf(read("=A1-(B1*2-C1)"));
    expect(addends.map(({ node, sign }) => [node.kind, sign])).toEqual([
      ["reference", 1],
      ["binary", -1],
      ["reference", 1],
    ]);
  });

  it("takes a product apart into what multiplies and what divides", () => {
    const factors = factorsOf(read("=-A1*(B1+1)/(C1/D1)"));
    expect(factors.map(({ divides }) => divides)).toEqual([false, false, true, false]);
  });

  it("knows one plus something and one less something", () => {
    expect(overOne(read("=1+B2"))?.kind).toBe("reference");
    expect(overOne(read("=(B2+1)"))?.kind).toBe("reference");
    expect(overOne(read("=1-B2"))).toBeNull();
    expect(shortOfOne(read("=1-B2"))?.kind).toBe("reference");
    expect(shortOfOne(read("=B2-1"))).toBeNull();
    expect(isNumber(read("=(1)"), 1)).toBe(true);
  });
});
