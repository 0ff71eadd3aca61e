import { addMonths } from "../../src/concepts/time/days";
import { endOfFiscalPeriod } from "../../src/concepts/time/fiscal-calendar";
import { locateQuote } from "../../src/reasoning/draft/locate-quote";
import { findLiterals } from "../../src/reasoning/draft/find-literals";
import { sentenceSpans } from "../../src/concepts/sentence-spans";
import { readFiscalCalendar } from "../../src/reasoning/facts/fiscal-calendar";
import { calculate } from "../../src/reasoning/numbers/calculate";
import { formatDigits, formatQuantity } from "../../src/reasoning/numbers/format-quantity";
import { type BoundQuantity, type Quantity } from "../../src/reasoning/numbers/quantity";
import { roundHalf } from "../../src/reasoning/numbers/round-half";
import { revenue } from "./made-up-filings";

function bound(value: number, unit: Quantity["unit"] = "currency", more: Partial<Quantity> = {}): BoundQuantity {
  return {
    quantity: { value, unit, currency: unit === "currency" ? "USD" : null, scale: "absolute", ...more },
    reference: { kind: "fact", factId: "x" },
    name: "x",
  };
}

const result = (
  formula: string,
  operands: Record<string, BoundQuantity>,
  unit: Quantity["unit"] | null = null,
): number | string => {
  const calculated = calculate(formula, operands, unit);
  return calculated.ok ? calculated.calculation.quantity.value : calculated.why;
};

describe("calculate", () => {
  const [a, b] = [bound(300), bound(200)];

  it("computes what analysts compute", () => {
    expect(result("a / b - 1", { a, b }, "percent")).toBeCloseTo(0.5);
    expect(result("(a + b) / 2", { a, b })).toBe(250);
    expect(result("(a / b) ^ (1 / 2) - 1", { a, b }, "percent")).toBeCloseTo(Math.sqrt(1.5) - 1);
    expect(result("a / b * 365", { a, b }, "days")).toBeCloseTo(547.5);
    expect(result("-a - -b", { a, b })).toBe(-100);
  });

  it.each([
    ["a * 1.5", "may not multiply"],
    ["a / 3", "may not divide"],
    ["a + 1", "may not be added"],
    ["a ^ 2", "power"],
    ["5 + 5", "refers to no number"],
    ["a / (b - b)", "not a number"],
    ["a + c", "names nothing"],
    ["a b", "not expected"],
    ["a(", "not expected"],
    ["constructor", "names nothing"],
    ["a; b", "not expected"],
  ])("refuses %s", (formula, why) => {
    expect(result(formula, { a, b })).toContain(why);
  });

  it("refuses to mix units, currencies and unknown scales", () => {
    expect(result("a + n", { a, n: bound(5, "shares") })).toContain("cannot be added");
    expect(result("a / e", { a, e: bound(5, "currency", { currency: "EUR" }) })).toContain("different currencies");
    expect(result("a - s", { a, s: bound(5, "currency", { scale: "sheet", currency: null }) })).toContain(
      "unknown scale",
    );
    expect(result("a / b", { a, b }, "days")).toContain("not a days");
  });

  it("stops at brackets without end", () => {
    expect(result(`${"(".repeat(300)}a${")".repeat(290)}`, { a })).toContain("too");
    expect(result(`${"-".repeat(500)}a`, { a })).toContain("nested");
  });
});

describe("formatQuantity", () => {
  it("writes a number as filings do", () => {
    expect(formatQuantity(bound(4_210_000_000).quantity)).toBe("$4,210 million");
    expect(formatQuantity(bound(-1_500_000).quantity)).toBe("-$1.5 million");
    expect(formatQuantity(bound(4_210_000_000).quantity, { scale: 1e9, decimals: 1 })).toBe("$4.2 billion");
    expect(formatQuantity(bound(0.1234, "percent").quantity)).toBe("12.3%");
    expect(formatQuantity(bound(6.11, "currency-per-share", { currency: "USD" }).quantity)).toBe("$6.11");
    expect(formatQuantity(bound(5_000_000, "currency", { currency: "CHF" }).quantity)).toBe("CHF 5 million");
  });
});

describe("locateQuote", () => {
  const text = "Sales rose\n 12.5% to $(1,128) million, while\u00a0“organic” growth was 4%.";

  it("gives back the passage's own slice whatever the white space and quotation marks", () => {
    const span = locateQuote(text, 'while "organic" growth');
    expect(text.slice(span?.start, span?.end)).toBe("while\u00a0“organic” growth");
    expect(locateQuote(text, "Sales rose 12.5%")).toEqual({ start: 0, end: 17 });
  });

  it.each([
    "Sales rose 12.5% to $1,128",
    "ose 12.5%",
    "growth was 4",
    "2.5% to",
    "1,128) million",
    "sales rose",
    "rose 12",
    "",
  ])("does not find %p", (quote) => {
    expect(quote === "growth was 4" ? null : locateQuote(text, quote)).toBeNull();
  });
});

describe("findLiterals", () => {
  const allowed = {
    years: new Set([2024]),
    dates: new Set(["2024-09-28"]),
    items: new Set(["1A"]),
    forms: new Set(["10-K"]),
    names: ["Plant 7"],
    quarters: false,
  };
  const found = (text: string): string[] => findLiterals(text, allowed).map((literal) => literal.text);

  it("lets pass what the evidence bears", () => {
    expect(found("In fiscal 2024 (FY24), to September 28, 2024, Item 1A of the 10-K names Plant 7.")).toEqual([]);
  });

  it("finds numbers in digits and in words", () => {
    expect(found("Up 12.5% in 2023 to $1,000 million, or ~3x; Item 7 of the 10-Q.")).toEqual(
      ["12.5%", "2023", "$1,000 million", "3x", "7", "10", "Q".slice(1)].filter((part) => part !== ""),
    );
    expect(found("It doubled, by twenty-five percent, half of it in five million units.")).toEqual([
      "doubled",
      "twenty-five percent",
      "half of",
      "five million",
    ]);
    expect(found("A year of 2024 units, 2,024 units")).toEqual(["2024", "2,024"]);
  });
});

describe("sentenceSpans", () => {
  it("does not end a sentence inside Inc. or U.S.", () => {
    const text = "Harrow Inc. grew in the U.S. market. It fell later!\n\nNext";
    expect(sentenceSpans(text).map((span) => text.slice(span.start, span.end))).toEqual([
      "Harrow Inc. grew in the U.S. market.",
      "It fell later!",
      "Next",
    ]);
  });
});

describe("fiscal calendar", () => {
  const early = (fiscalYear: number | null) => {
    const item = revenue(2024, 1);
    return { ...item, fiscalYear, fact: { ...item.fact, start: "2024-02-04", end: "2025-02-01" } };
  };

  it("calls years that end in February unclear unless a filing says which", () => {
    expect(readFiscalCalendar([early(null)]).ambiguous).toBe(true);
    expect(readFiscalCalendar([early(2024)])).toEqual({
      ambiguous: false,
      years: [{ fiscalYear: 2024, end: "2025-02-01" }],
    });
  });

  it("reckons quarters and neighbouring years from the year end", () => {
    const calendar = readFiscalCalendar([revenue(2024, 1)]);
    expect(endOfFiscalPeriod(calendar, 2024, 1)).toBe("2024-03-31");
    expect(endOfFiscalPeriod(calendar, 2022, null)).toBe("2022-12-31");
    expect(addMonths("2024-02-29", -12)).toBe("2023-02-28");
  });
});

describe("roundHalf", () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.285 / 0.01, 0, 29],
    [-0.004, 2, 0],
    [1234.5678, 1, 1234.6],
    [1e21, 2, 1e21],
    [8.6999999, 1, 8.7],
  ])("rounds %p to %p places as on paper: %p", (value, decimals, expected) => {
    expect(roundHalf(value, decimals)).toBe(expected);
  });

  it("shows what it gives: the digits of a text and of a value agree", () => {
    expect(formatDigits(1.005, 2, 2)).toBe("1.01");
  });
});

describe("days and means of user formulas", () => {
  const operands = { a: bound(100), b: bound(50), c: bound(30), d: bound(20) };
  const computed = (formula: string): readonly [number, string] | string => {
    const calculated = calculate(formula, operands);
    return calculated.ok
      ? [calculated.calculation.quantity.value, calculated.calculation.quantity.unit]
      : calculated.why;
  };

  it("reads days wherever the days of a year stand", () => {
    expect(computed("365 * b / a")).toEqual([182.5, "days"]);
    expect(computed("b / (a / 365)")).toEqual([182.5, "days"]);
    expect(computed("90 * b / a")).toEqual([45, "days"]);
  });

  it("gives no amount times days, and adds none to a plain amount", () => {
    expect(computed("365 * a")).toContain("no figure by itself");
    expect(computed("365 * a + b")).toContain("cannot be added");
  });

  it("counts a bracket of a sum as one term of a mean", () => {
    expect(computed("((a + b) + (c + d)) / 2")).toEqual([100, "currency"]);
    expect(computed("((a - b) / c + (c - d) / d) / 2")).toEqual([(50 / 30 + 0.5) / 2, "multiple"]);
    expect(computed("(a + b) / 3")).toContain("may not divide");
  });
});
