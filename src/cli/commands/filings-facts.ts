import { type IsoDate } from "../../contracts/dates";
import { changeNames } from "../../contracts/fact-history";
import { type FactHistories } from "../../server/services/fact-histories";
import { type Output } from "../output";
import { sayRemark } from "../say-remark";
import { withServices } from "../with-services";

export interface FilingsFactsOptions {
  readonly asOf?: IsoDate;
  readonly edgar?: boolean;
  readonly data?: string;
}

type History = FactHistories["histories"][number];

/** What a company's filings said of a concept, period by period, and how it changed. */
export async function printFacts(
  company: string,
  concept: string,
  options: FilingsFactsOptions,
  output: Output,
): Promise<void> {
  await withServices(options.data, async (services) => {
    const request = { company, concept, asOf: options.asOf ?? null };
    const found = await (options.edgar === true
      ? services.edgarHistories(request, (remark) => output.message(sayRemark(remark)))
      : services.factHistories(request));
    output.result(found, () =>
      [
        `${found.company}${options.asOf === undefined ? "" : `, as known on ${options.asOf}`}`,
        ...found.histories.flatMap(describe),
      ].join("\n"),
    );
  });
}

function describe(history: History): string[] {
  const { concept, unit, reports, changes } = history;
  const lines = [`${concept} (${unit ?? "no unit"}), ${namePeriod(history)}: ${show(reports.at(-1)!.value)}`];
  reports.forEach((report, at) => {
    const change = changes.find((one) => one.at === at)?.change;
    // What repeats the filing before it is counted, not listed.
    if (at > 0 && change === undefined) return;
    let repeated = 0;
    while (at + repeated + 1 < reports.length && !changes.some((one) => one.at === at + repeated + 1)) repeated++;
    const also = repeated === 0 ? "" : `, and in ${repeated} later ${repeated === 1 ? "filing" : "filings"}`;
    lines.push(
      `   ${show(report.value)}  ${report.document.form ?? "?"} filed ${report.document.filed ?? "?"} (${report.document.accession ?? report.document.id})${readWords(report)}${also}`,
    );
    if (change !== undefined) lines.push(`      ${nameChange(change)}. ${change.reason}`);
  });
  return lines;
}

function readWords({ source }: History["reports"][number]): string {
  return source === "read" ? ", read from a table, not tagged" : "";
}

function nameChange({ kind, ratio }: History["changes"][number]["change"]): string {
  if (ratio === null) return changeNames[kind];
  return `${changeNames[kind]}, ${Number(ratio.toFixed(4))} for 1`;
}

function namePeriod({ start, end, period }: History): string {
  const dates = start === null ? `at ${end}` : `${start} to ${end}`;
  const year = period.fiscalYear === null ? "" : ` ${period.fiscalYear}`;
  switch (period.kind) {
    case "instant":
      return dates;
    case "quarter":
      return `${period.quarter === null ? "quarter" : `Q${period.quarter}`}${year} (${dates})`;
    case "fiscal-year":
      return `fiscal year${year} (${dates}${period.weeks === null ? "" : `, ${period.weeks} weeks`})`;
    case "half-year-to-date":
      return `first half${year} (${dates})`;
    case "nine-months-to-date":
      return `nine months${year} (${dates})`;
    case "trailing-twelve-months":
      return `twelve months (${dates})`;
    case "transition-period":
      return `transition period (${dates})`;
    case "odd":
      return dates;
  }
}

function show(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
}
