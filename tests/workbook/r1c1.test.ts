import { parseAddress } from "../../src/workbook/address";
import { fromR1C1, toR1C1 } from "../../src/workbook/r1c1";
import { formulasAtRandom } from "./formulas-at-random";

describe("R1C1 form", () => {
  it.each([
    ["D5", "=C5*(1+$B$2)", "=RC[-1]*(1+R2C2)"],
    ["D5", "=SUM(D2:D4)", "=SUM(R[-3]C:R[-1]C)"],
    ["D5", "=SUM(A:A,$3:7)", "=SUM(C[-3]:C[-3],R3:R[2])"],
    ["D5", "=Model!D5", "=Model!RC"],
    ["D5", "=A$1+$A1", "=R1C[-3]+R[-4]C1"],
  ])("at %s %s reads %s", (address, a1, r1c1) => {
    expect(toR1C1(a1, parseAddress(address)!)).toBe(r1c1);
    expect(fromR1C1(r1c1, parseAddress(address)!)).toBe(a1);
  });

  it("is the same for a copied formula and differs for a changed one", () => {
    const copy = toR1C1("=C5*(1+C6)", parseAddress("D5")!);
    expect(toR1C1("=D5*(1+D6)", parseAddress("E5")!)).toBe(copy);
    expect(toR1C1("=D5*(1+C6)", parseAddress("E5")!)).not.toBe(copy);
  });

  it("wraps around the sheet's edge like Excel", () => {
    expect(fromR1C1("=R[-1]C", { rowIndex0: 0, columnIndex0: 0 })).toBe("=A1048576");
  });

  it("comes back to A1 unchanged for every formula", () => {
    const home = parseAddress("M40")!;
    for (const formula of formulasAtRandom(2_000, 19)) {
      const r1c1 = toR1C1(formula, home);
      expect(r1c1).not.toBeNull();
      expect(fromR1C1(r1c1!, home)).toBe(formula);
    }
  });

  it("gives nothing for a formula it cannot read", () => {
    expect(toR1C1("=SUM(", { rowIndex0: 0, columnIndex0: 0 })).toBeNull();
  });
});
