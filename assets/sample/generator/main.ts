import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeAnnualReport } from "./annual-report";
import { writeCallTranscript } from "./call-transcript";
import { company } from "./company-figures";
import { writeEarningsRelease } from "./earnings-release";
import { writeQuarterlyReport } from "./quarterly-report";
import { writeModelWorkbook } from "./write-model-workbook";

const sampleFolder = path.resolve(__dirname, "..");

/** `npm run sample` writes the made-up company's filings and model again; the result is committed. */
async function main(): Promise<void> {
  const filings = [
    {
      file: "fernhollow-10-k-2022.htm",
      form: "10-K",
      periodEnd: "2022-12-31",
      filed: "2023-02-24",
      text: writeAnnualReport(2022),
    },
    {
      file: "fernhollow-10-k-2023.htm",
      form: "10-K",
      periodEnd: "2023-12-31",
      filed: "2024-02-23",
      text: writeAnnualReport(2023),
    },
    {
      file: "fernhollow-10-k-2024.htm",
      form: "10-K",
      periodEnd: "2024-12-31",
      filed: "2025-02-21",
      text: writeAnnualReport(2024),
    },
    {
      file: "fernhollow-10-q-2025-q1.htm",
      form: "10-Q",
      periodEnd: "2025-03-31",
      filed: "2025-05-02",
      text: writeQuarterlyReport(),
    },
    {
      file: "fernhollow-8-k-2025-02-20.htm",
      form: "8-K",
      periodEnd: "2025-02-20",
      filed: "2025-02-20",
      text: writeEarningsRelease(),
    },
    {
      file: "fernhollow-call-2024-q4.txt",
      form: "transcript",
      periodEnd: "2024-12-31",
      filed: "2025-02-20",
      text: writeCallTranscript(),
    },
  ];
  mkdirSync(path.join(sampleFolder, "filings"), { recursive: true });
  for (const filing of filings) writeFileSync(path.join(sampleFolder, "filings", filing.file), filing.text);
  const index = filings.map(({ file, form, periodEnd, filed }) => ({
    file,
    form,
    periodEnd,
    filed,
    company: company.name,
    ticker: company.ticker,
    cik: company.cik,
    fictional: true,
  }));
  writeFileSync(path.join(sampleFolder, "filings", "index.json"), `${JSON.stringify(index, null, 2)}\n`);
  writeFileSync(path.join(sampleFolder, "fernhollow-model.xlsx"), await writeModelWorkbook());
}

void main();
