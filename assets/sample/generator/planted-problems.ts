/** What was put into the sample model on purpose, and where a review must point. */
export interface PlantedProblem {
  readonly sheet: string;
  /** A finding that touches any of these cells has found it. */
  readonly cells: string;
  readonly what: string;
  readonly kind: "problem" | "bold-assumption";
  /** True where only a filing shows it. */
  readonly needsFilings: boolean;
}

const inModel = (sheet: string, cells: string, what: string): PlantedProblem => ({
  sheet,
  cells,
  what,
  kind: "problem",
  needsFilings: false,
});

export const plantedProblems: readonly PlantedProblem[] = [
  inModel("Income Statement", "G5", "growth typed into the revenue formula of 2027E instead of the assumption"),
  inModel("Income Statement", "H11", "total operating expenses of 2028E leave out general and administrative"),
  inModel("Income Statement", "G13", "interest of 2027E reads the debt of two years before"),
  inModel("Income Statement", "E24:I24", "revenue per employee divides by empty cells"),
  inModel("Balance Sheet", "H5", "cash of 2028E is typed and does not tie to the cash flow statement"),
  inModel("Balance Sheet", "B25:I25", "the balance check tolerates five million and shows OK over real differences"),
  inModel("Balance Sheet", "E8:I8", "a ratio is typed into every formula of the row"),
  inModel("DCF", "B5:F5", "the row labelled EBIT reads selling and marketing"),
  inModel("DCF", "B9:F9", "capital expenditures are negative already and are negated again"),
  inModel("DCF", "B20", "the tax rate differs from the one the statements use"),
  inModel("DCF", "E4", "the period sequence repeats 2027E"),
  inModel("DCF", "B21", "the sum of present values leaves out the last year"),
  inModel("Assumptions", "E20:I20", "nothing reads the minimum cash balance"),
  {
    sheet: "Balance Sheet",
    cells: "C7",
    what: "inventory of 2023 differs from the annual report",
    kind: "problem",
    needsFilings: true,
  },
  {
    sheet: "Income Statement",
    cells: "C6",
    what: "cost of revenue of 2023 has since been recast",
    kind: "problem",
    needsFilings: true,
  },
  {
    sheet: "Assumptions",
    cells: "E5:I5",
    what: "growth above the company's history and its guidance",
    kind: "bold-assumption",
    needsFilings: true,
  },
  {
    sheet: "Assumptions",
    cells: "E6:I6",
    what: "gross margin above anything the company has reported or guided",
    kind: "bold-assumption",
    needsFilings: false,
  },
  {
    sheet: "DCF",
    cells: "B19",
    what: "terminal growth near the discount rate and above the company's own long-run view",
    kind: "bold-assumption",
    needsFilings: false,
  },
];
