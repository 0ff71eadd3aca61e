import { parseAddress } from "../../src/workbook/address";
import { toR1C1 } from "../../src/workbook/r1c1";
import { spellCopies } from "../../src/workbook/spell-copies";
import { formulasAtRandom } from "./formulas-at-random";

const home = parseAddress("M40")!;

describe("the R1C1 form by its signs alone", () => {
  it.each([
    ["=L40*(1+$B$2)", "=RC[-1]*(1+R2C2)"],
    ["=SUM(M36:M39)/LOG10(M$1)", "=SUM(R[-4]C:R[-1]C)/LOG10(R1C)"],
    ["='FY24 plan'!M40&\" A1\"", "='FY24 plan'!RC&\" A1\""],
    ["=XYZ2024+ABCD1+A01", "=XYZ2024+ABCD1+A01"],
  ])("spells %s as %s", (formula, spelled) => {
    expect(spellCopies(formula, home)).toBe(spelled);
  });

  it.each(["=SUM(A:C)", "=SUM($3:$7)", "=m39", "=[1]Sheet1!A1", "=Sales[Amount]", "=FY24!B2", "=#REF!A1", '="open'])(
    "leaves %s to the reader",
    (formula) => {
      expect(spellCopies(formula, home)).toBeNull();
    },
  );

  it("agrees with the reader wherever it speaks", () => {
    const spoken = formulasAtRandom(5_000, 23).flatMap((formula) => {
      const spelled = spellCopies(formula, home);
      return spelled === null ? [] : [{ formula, spelled }];
    });
    expect(spoken.length).toBeGreaterThan(500);
    for (const { formula, spelled } of spoken) expect(spelled).toBe(toR1C1(formula, home));
  });
});
