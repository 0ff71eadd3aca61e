import { unusedInput } from "../../../../src/audit/rules/unused/unused-input";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

describe("an input in words the dictionary does not know", () => {
  const block = (label: string) =>
    sheet(
      rows(
        ["Operating assumptions"],
        ["Seats per table", 4],
        ["Turns per evening", 2],
        ["Average spend", 35],
        ["Nights open", 300],
        [label, 0.15],
        [""],
        ["Sales", ["=B2*B3*B4*B5", 84000]],
      ),
    );

  it("is reported where the inputs around it drive the model", () => {
    expect(placesOf(findWith(unusedInput, block("Weather discount")))).toEqual(["Sheet1!B6"]);
  });

  it("is let be where it is kept for the reader", () => {
    expect(findWith(unusedInput, block("Weather discount, prior plan"))).toEqual([]);
  });
});

describe("a rate or a term nothing reads", () => {
  const deal = (...terms: readonly (readonly [string, number])[]) =>
    sheet(
      rows(
        ["Deal"],
        ["Enterprise value", 700],
        ["Fees", 12],
        ["Cash at close", 30],
        ["Uses", ["=B2+B3-B4", 682]],
        ["Debt terms"],
        ...terms,
      ),
    );

  it("is reported though its whole block is unread", () => {
    const findings = findWith(
      unusedInput,
      deal(["Senior notes rate", 0.075], ["Cash sweep share", 0.5], ["Term loan amortization", 0.05]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B7:B9"]);
  });

  it("is let be where it is the corner of a grid", () => {
    expect(findWith(unusedInput, deal(["Exit multiple \\ growth rate", 0.18]))).toEqual([]);
  });
});
