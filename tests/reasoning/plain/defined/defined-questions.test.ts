import { plainText } from "../../../../src/contracts/rich-text";
import { askHarrow, harrowMills } from "./harrow-mills";

/** Question, the value in the unit asked for, and the unit. */
const computed: readonly (readonly [string, number, string])[] = [
  // Definitions after the question.
  [
    "What is Harrow's FY2024 DPO? DPO is defined as: 365 * (average accounts payable between FY2023 and FY2024) / (FY2024 COGS + change in inventory between FY2023 and FY2024). Round your answer to two decimal places.",
    40.56,
    "days",
  ],
  [
    "What is the FY2024 return on assets (ROA)? ROA is defined as: FY2024 net income / (average total assets between FY2023 and FY2024). Round to two decimal places.",
    7.5,
    "percent",
  ],
  [
    "What is Harrow's FY2024 quick ratio? Define quick ratio as (total current assets less inventory) divided by total current liabilities. Give two decimals.",
    1.5,
    "multiple",
  ],
  [
    "What is Harrow's FY2024 free cash flow (FCF)? FCF here is defined as: (cash from operations - capex). Answer in USD millions.",
    100,
    "USD",
  ],
  [
    "What is the FY2024 inventory turnover? Inventory turnover is defined as: (FY2024 COGS) / (average inventory between FY2023 and FY2024). Round to two decimal places.",
    5.83,
    "multiple",
  ],
  [
    "What is the FY2024 unadjusted EBITDA less capex? Define unadjusted EBITDA as unadjusted operating income + depreciation and amortization [from cash flow statement]. Answer in USD millions.",
    120,
    "USD",
  ],
  [
    "What is the FY2022 - FY2024 3 year average unadjusted EBITDA % margin? Define unadjusted EBITDA as unadjusted operating income + depreciation and amortization from the cash flow statement. Answer in units of percents and round to one decimal place.",
    14.6,
    "percent",
  ],
  [
    "What is the FY2024 cash conversion cycle (CCC)? CCC is defined as: DIO + DSO - DPO. DIO is defined as: 365 * (average inventory between FY2023 and FY2024) / (FY2024 COGS). DSO is defined as: 365 * (average accounts receivable between FY2023 and FY2024) / (FY2024 Revenue). DPO is defined as: 365 * (average accounts payable between FY2023 and FY2024) / (FY2024 COGS + change in inventory between FY2023 and FY2024). Round your answer to two decimal places.",
    52.43,
    "days",
  ],
  [
    "What was Harrow's cash coverage in FY2024? Cash coverage means operating cash flow over total current liabilities. Two decimal places.",
    0.65,
    "multiple",
  ],
  [
    "What was plough-back in FY2024? Plough-back equals 1 - dividends paid / net income. Round to two decimal places.",
    66.67,
    "percent",
  ],
  [
    "What was cash burn cover in FY2024? By cash burn cover we mean operating cash flow divided by capex. Two decimals.",
    2.43,
    "multiple",
  ],
  [
    "What is reinvestment for FY2024? Reinvestment refers to capital expenditures plus R&D. Answer in USD millions.",
    106,
    "USD",
  ],
  ["What is X for FY2024? X here means current assets less inventory. In USD millions.", 390, "USD"],
  [
    "What is the FY2024 burden? burden = interest expense / operating income. As a percent, one decimal place.",
    10,
    "percent",
  ],
  [
    "What is the FY2024 trade working capital? Trade working capital is calculated as accounts receivable plus inventory minus accounts payable. Answer in USD millions.",
    150,
    "USD",
  ],
  [
    "What is the FY2024 tax burden? Tax burden is computed as income tax expense divided by pretax income. Answer as a percent.",
    25,
    "percent",
  ],
  [
    "What is the FY2024 capital intensity? Capital intensity is measured as total assets over revenue. Round to three decimal places.",
    108.333,
    "percent",
  ],
  // Definitions before it.
  [
    "Define net working capital as total current assets less total current liabilities. What is net working capital in FY2024? Answer in USD thousands.",
    260000,
    "USD",
  ],
  [
    "Let leverage be long-term debt divided by total equity. What was leverage in FY2024? Round to two decimals.",
    0.4,
    "multiple",
  ],
  [
    "By operating yield we mean operating income over total assets. What was the operating yield in FY2024? Answer as a percentage, one decimal.",
    11.5,
    "percent",
  ],
  [
    "Quick ratio = (cash + accounts receivable) / current liabilities. Quick ratio in FY2024? 2 decimals.",
    0.88,
    "multiple",
  ],
  [
    "Using the formula ROE = net income / average shareholders' equity, what was ROE in FY2024? One decimal place.",
    15.7,
    "percent",
  ],
  // Definitions within it.
  ["What is Harrow's FY2024 net margin, defined as net income divided by revenue?", 7.5, "percent"],
  ["What is the FY2024 cash burn (defined as capex less operating cash flow) in USD millions?", -100, "USD"],
  ["What was free cash flow (cash from operations - capex) in FY2024, in USD millions?", 100, "USD"],
  [
    "What was free cash flow, calculated as operating cash flow minus capital expenditures, for FY2024? In $ millions.",
    100,
    "USD",
  ],
  ["Compute the FY2024 gross margin as revenue less cost of revenue divided by revenue.", 41.66666666666667, "percent"],
  [
    "What was the coverage ratio in FY2024, where coverage ratio = operating income / interest expense?",
    10,
    "multiple",
  ],
  [
    "What is FY2024 return on equity, computed by dividing net income by average total equity? Round to one decimal place.",
    15.7,
    "percent",
  ],
  [
    "What is the FY2024 current ratio, measured as the ratio of total current assets to total current liabilities?",
    2,
    "multiple",
  ],
  ["What is the FY2024 DSO (calculated as accounts receivable / revenue × 365)? One decimal place.", 33.5, "days"],
  [
    "What is the FY2024 DSO, calculated as accounts receivable divided by (revenue / 365)? One decimal place.",
    33.5,
    "days",
  ],
  ["What is the FY2024 net debt, defined as long-term debt less cash and cash equivalents, in millions?", 120, "USD"],
  ["What is the FY2024 payout, defined as dividends paid as a % of net income?", 33.333333333333336, "percent"],
  ["What is the FY2024 net margin, defined as (net income / revenue) * 100?", 7.5, "percent"],
  // Periods of their own.
  [
    "What is FY2024 inventory growth? Inventory growth is defined as (FY2024 inventory - FY2023 inventory) / FY2023 inventory. Answer as a percent, one decimal place.",
    18.2,
    "percent",
  ],
  [
    "What is FY2024 asset turnover? Asset turnover is defined as revenue / ((opening total assets + closing total assets) / 2). Two decimals.",
    1,
    "multiple",
  ],
  [
    "What is FY2024 asset turnover? Asset turnover is defined as revenue divided by the average of beginning and ending total assets. Two decimals.",
    1,
    "multiple",
  ],
  [
    "What is FY2024 asset turnover? Asset turnover is defined as revenue over average total assets. Two decimals.",
    1,
    "multiple",
  ],
  [
    "What is FY2024 sales growth? Sales growth is defined as current year revenue / prior year revenue - 1. One decimal, percent.",
    20,
    "percent",
  ],
  [
    "What is FY2024 stock cover? Stock cover is defined as inventory at the end of FY2024 divided by FY2024 cost of sales. Two decimals.",
    0.19,
    "multiple",
  ],
  [
    "What is FY2024 opening cover? Opening cover is defined as inventory at the beginning of FY2024 divided by FY2024 cost of sales. Two decimals.",
    0.16,
    "multiple",
  ],
  [
    "What is FY2024 mean cash? Mean cash is defined as the average of FY2022, FY2023 and FY2024 cash. In USD millions, one decimal place.",
    103.3,
    "USD",
  ],
  [
    "What is the change in DPO between FY2023 and FY2024? DPO is defined as 365 * accounts payable / COGS. One decimal.",
    4.3,
    "days",
  ],
  [
    "What is the 3 year average ROA from FY2022 to FY2024? ROA is defined as net income over total assets. One decimal place.",
    5.6,
    "percent",
  ],
  // The dictionary's own formulas over the question's definitions.
  [
    "What is the FY2024 EBITDA margin? EBITDA is defined as net income + interest expense + income tax expense + depreciation and amortization. One decimal place.",
    14.6,
    "percent",
  ],
  [
    "What is the FY2024 cash conversion cycle? DPO is defined as 365 * accounts payable / COGS. DSO is defined as 365 * accounts receivable / revenue. DIO is defined as 365 * inventory / COGS. One decimal place.",
    54.3,
    "days",
  ],
  ["What is FY2024 EBITDA? Define EBITDA as EBITDA less capex. USD millions.", 120, "USD"],
  // Signs and words.
  ["What is FY2024 Q? Q is defined as accounts receivable+inventory-accounts payable. USD millions.", 150, "USD"],
  ["What is FY2024 Q? Q is defined as the sum of cash, accounts receivable and inventory. USD millions.", 360, "USD"],
  [
    "What is FY2024 Q? Q is defined as the difference between total current assets and inventory. USD millions.",
    390,
    "USD",
  ],
  [
    "What is FY2024 Q? Q is defined as cash plus accounts receivable divided by current liabilities. Two decimals.",
    0.88,
    "multiple",
  ],
  [
    "What is FY2024 Q? Q is defined by subtracting capex from operating cash flow. USD billions, 1 decimal.",
    0.1,
    "USD",
  ],
  [
    "What is FY2024 Q? Q is defined as operating income × (1 − effective tax rate). USD millions, one decimal place.",
    112.5,
    "USD",
  ],
  [
    "What is FY2024 Q? Q is defined as [operating cash flow − capex] ÷ revenue. As a percent, 1 decimal.",
    8.3,
    "percent",
  ],
  // Without a definition, by the words of the question alone.
  ["What is EBITDA less capex in FY2024? USD millions.", 120, "USD"],
  ["What is capital expenditure plus dividends paid in FY2024, in USD millions?", 100, "USD"],
  [
    "What is the FY2024 depreciation and amortization (D&A from cash flow statement) % margin? One decimal.",
    3.3,
    "percent",
  ],
  ["What is the FY2022 - FY2024 3 year average operating margin? Percent, one decimal place.", 11.2, "percent"],
  ["What is the three year average of R&D as a % of revenue from FY2022 to FY2024? One decimal place.", 2.6, "percent"],
  [
    "What is the FY2023 - FY2024 change in operating margin? Answer in units of percents and round to one decimal place.",
    1.5,
    "percent",
  ],
  ["What is the 2 year EBITDA CAGR from FY2022 to FY2024? One decimal place.", 25.8, "percent"],
  ["What is the FY2024 payout ratio (using dividends paid and net income)? Two decimals.", 33.33, "percent"],
  [
    "What is the FY2024 retention ratio (using total cash dividends paid and net income attributable to shareholders)? Two decimals.",
    66.67,
    "percent",
  ],
  ["What is FY2024 revenue minus FY2023 revenue, in USD millions?", 200, "USD"],
];

describe("a question that says itself what is to be computed", () => {
  it.each(computed)("%s", (question, value, unit) => {
    const plain = askHarrow(question);
    expect(plain.reason).toBeNull();
    expect(plain.value?.value).toBeCloseTo(value, 8);
    expect(plain.value?.unit).toBe(unit);
    expect(plain.value?.operands.every((operand) => operand.citation !== null)).toBe(true);
  });

  it("says that the definition is the reader's, with the formula and every operand", () => {
    const plain = askHarrow(
      "What is Harrow's FY2024 quick ratio? Quick ratio is defined as (cash + receivables) / current liabilities.",
    );
    expect(plainText(plain.statements[0]!.text)).toBe(
      "Quick ratio of Harrow Mills for fiscal 2024, as you define it, was 0.88x, computed as " +
        "(Cash and cash equivalents, 2024-12-31 ($120 million) + Accounts receivable, 2024-12-31 ($110 million)) / " +
        "Total current liabilities, 2024-12-31 ($260 million).",
    );
  });

  it("gives each of several years asked for, and no one value", () => {
    const plain = askHarrow("What was reinvestment in FY2023 and FY2024? Reinvestment is defined as capex plus R&D.");
    expect(plain.status).toBe("answered");
    expect(plain.value).toBeNull();
    expect(plain.statements.map((statement) => plainText(statement.text)).join("\n")).toMatch(
      /\$80 million[^]*\$106 million/,
    );
  });

  it("takes a change from the statement the question names, and says which", () => {
    const question = "What is FY2024 purchases? Purchases is defined as COGS plus change in inventory. USD millions.";
    expect(askHarrow(question).value?.value).toBe(720);
    expect(askHarrow(`${question} Use the cash flow statement.`).value?.value).toBe(725);
    expect(plainText(askHarrow(question).statements[0]!.text)).toContain("between the two balance sheets");
  });
});

/** Question, words left unexplained, and what the refusal must say. */
const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
  ["What is FY2024 Q? Q is defined as net income / frobnicated assets.", [], /“frobnicated”/],
  ["What is FY2024 Q? Q is defined as adjusted net income / revenue.", [], /adjusted/i],
  ["What is FY2024 Q? Q is defined as European revenue / revenue.", [], /“European”/],
  ["What is FY2024 Q? Q is defined as net income /.", [], /ends too early/],
  ["What is FY2024 Q? Q is defined as revenue + average net income.", [], /over which periods/],
  ["What is FY2024 Q? Q is defined as (revenue - COGS.", [], /ends too early|understand/],
  ["What is FY2024 Q? Q is defined as goodwill / revenue.", [], /no filing here reports goodwill/],
  ["What is FY2019 Q? Q is defined as capex / revenue.", [], /no filing here reports/],
  ["What is FY2024 Q? Q is defined as FY2022 capex / FY2022 revenue.", [], /2022-12-31/],
  ["What is FY2024 Q? Q is defined as revenue + accounts receivable turnover.", [], /cannot be/],
  ["What is FY2024 Q? Q is defined as revenue * 8.", [], /constant 8/],
  ["What is FY2024 revenue? Q is defined as capex / revenue.", [], /defines “Q”, and asks for something else/],
  ["What is FY2024 A? A is defined as B + capex. B is defined as A - capex.", [], /refers to itself|without end/],
  ["What is FY2024 DPO? DPO is defined as capex / revenue. DPO is defined as capex / COGS.", [], /twice/],
  ["What is FY2024 segment margin? Segment margin is defined as operating income / revenue.", [], /“Segment”/],
  ["What is the 4 year average operating margin from FY2022 to FY2024?", [], /4 years/],
  ["What is the 3 year EBITDA CAGR from FY2022 to FY2024?", [], /3 years/],
  ["What is the FY2024 payout ratio (using dividends paid and capital expenditures)?", [], /use capital expenditure/],
  ["What is EBITDA less capex in Europe in FY2024?", ["europe"], /“europe”/],
  ["What is organic FY2024 Q? Q is defined as capex / revenue.", ["organic"], /“organic”/],
  ["What is FY2024 Q? Q is defined as capex plus R&D. Answer as a percent.", [], /no percentage/],
];

describe("a question whose own formula cannot be computed", () => {
  it.each(refused)("%s", (question, unexplained, why) => {
    const plain = askHarrow(question, { unexplained: [...unexplained] });
    expect(plain.status).toBe("abstained");
    expect(plain.value).toBeNull();
    expect(plain.reason).toMatch(why);
  });

  it("leaves a question without a formula to the figures as they are reported", () => {
    expect(askHarrow("What was revenue in FY2024, in USD millions?").value).toMatchObject({
      value: 1200,
      formula: null,
    });
  });

  it("ends soon whatever it is given", () => {
    const hostile = [
      "Q is defined as " + "(".repeat(2000),
      "define ".repeat(1000),
      "Q is defined as " + "revenue + ".repeat(900),
      "where = ".repeat(900),
      "average of ".repeat(700),
      "a-b/".repeat(1000),
      "365 * ".repeat(800),
      "FY2016 and ".repeat(500),
    ];
    const started = performance.now();
    for (const question of hostile) expect(askHarrow(question, {}, harrowMills).value?.formula ?? null).toBeNull();
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
