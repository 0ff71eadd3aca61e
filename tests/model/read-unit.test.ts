import { readUnit, statedScale } from "../../src/model/read-unit";
import { type Cell } from "../../src/contracts/workbook-snapshot";

function formatted(numberFormat: string | null): Cell[] {
  return [{ rowIndex0: 0, columnIndex0: 0, value: 1, formula: null, numberFormat }];
}

describe("units", () => {
  it.each([
    ["($ in millions, except per share)", "$", 1e6],
    ["All figures in USD thousands", "USD", 1e3],
    ["US$ thousands", "USD", 1e3],
    ["in €m", "EUR", 1e6],
    ["Amounts in $000s", "$", 1e3],
    ["(Rs. in Crores)", "INR", 1e7],
    ["Figures in billions", null, 1e9],
  ])("a title that says %s", (text, currency, scale) => {
    expect(statedScale(text)).toEqual({ currency, scale });
  });

  it.each(["Three Statement Model", "Revenue", "Prepared in March", "Invested in growth"])("no scale in %s", (text) => {
    expect(statedScale(text)).toBeNull();
  });

  const inMillions = { currency: "USD", scale: 1e6 };
  it.each([
    ["Gross margin", "0.0%", "percent", 1],
    ["Tax (% of EBT)", null, "percent", 1],
    ["EV / EBITDA", '0.0"x"', "multiple", 1],
    ["Net debt / EBITDA", "0.0\\x", "multiple", 1],
    ["Revenue", "$#,##0", "currency", 1e6],
    ["Diluted EPS", "$0.00", "currency-per-share", 1],
    ["Days sales outstanding", "0", "days", 1],
    ["Closing date", "m/d/yy", "date", null],
    ["Diluted shares outstanding (mm)", "#,##0", "shares", 1e6],
    ["Stores", "#,##0", "unknown", null],
  ])("%s in %s is %s", (label, format, kind, scale) => {
    expect(readUnit(label, formatted(format), inMillions)).toMatchObject({ kind, scale });
  });
});
