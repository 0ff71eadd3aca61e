import { matchConcept } from "../concepts/match-concept";
import { type LabelledTable, type TableAxisMeaning, type TableLine } from "../contracts/model-map";
import { type PlainTable, type PlainTableLine } from "./plain-table";
import { readUnit, type StatedScale } from "./read-unit";
import { namesACase } from "./scenario-words";
import { statementAround } from "./statement-of";

const enoughToName = 0.75;
const companyWords =
  /^(?:the )?(?:acquir(?:or|er|ee)|target|pro[- ]?forma|combined(?: company)?|bidder|seller|buyer|newco|holdco|peer ?\w?|company ?\w?)(?: (?:co\.?|company|pf|standalone|pro ?forma))?$/i;
const companyForm =
  /\b(?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|N\.V|S\.A|AG|GmbH|SE|S\.p\.A|AB|ASA|Oyj|Group|Holdings?|Labs)\b\.?$|\((?:NYSE|NASDAQ|LSE|[A-Z]{2,5}): ?[A-Z0-9.]+\)/;
const ticker = /^[A-Z]{2,5}(?:\.[A-Z]{1,2})?$/;
const headsCompanies =
  /^(?:compan(?:y|ies)(?: names?)?|peers?|comparables?|(?:target|issuer)(?: (?:company|name))?|names?|tickers?|peer .*compan(?:y|ies).*|competitors?)$/i;
/** What comps rows end with: lines over the companies, no company themselves. */
const summaryWords =
  /^(?:mean|average|median|min(?:imum)?|max(?:imum)?|high|low|total|\d+(?:st|nd|rd|th) percentile)\b/i;

/** Gives the lines of a table their concepts and units, and says what its rows and its columns are. */
export function nameTable(table: PlainTable, scale: StatedScale | null, occurrence: number): LabelledTable {
  const title = table.title === null ? [] : [table.title];
  const rows = table.rows.map((line) => nameLine(line, title, table.sheet, scale));
  const columns = table.columns.map((line) => nameLine(line, title, table.sheet, scale));
  const name = [table.sheet, table.title ?? `${rows[0]!.label} × ${columns[0]!.label}`].join(" › ");
  const isGrid = table.kind === "grid";
  return {
    id: `${name} ▦${occurrence}`,
    sheet: table.sheet,
    title: table.title,
    headerRow0: table.headerRow0,
    range: {
      sheet: table.sheet,
      startRow0: table.rows[0]!.index0,
      endRow0: table.rows.at(-1)!.index0,
      startColumn0: table.columns[0]!.index0,
      endColumn0: table.columns.at(-1)!.index0,
    },
    rows,
    columns,
    rowsAre: isGrid ? "steps" : meaningOf(rows, table.namesAre),
    columnsAre: isGrid ? "steps" : meaningOf(columns, null),
  };
}

function nameLine(line: PlainTableLine, title: readonly string[], sheet: string, scale: StatedScale | null): TableLine {
  const { cells, ...named } = line;
  const unit = readUnit(line.label, cells, scale);
  const path = [...title.filter((text) => !line.path.includes(text) && text !== line.label), ...line.path];
  const statement = statementAround(path, null, sheet);
  return {
    ...named,
    path,
    unit,
    concept: matchConcept(line.label, { path, unit: unit.kind, ...(statement === null ? {} : { statement }) }),
  };
}

function meaningOf(lines: readonly TableLine[], headedBy: string | null): TableAxisMeaning {
  const count = (test: (line: TableLine) => boolean) => lines.filter(test).length;
  if (count((line) => namesACase(line.label)) >= lines.length / 2) return "cases";
  const measures = count((line) => line.concept !== null && line.concept.confidence >= enoughToName) / lines.length;
  const heads = headedBy !== null && headsCompanies.test(headedBy.trim());
  const named = count(({ label }) => companyForm.test(label));
  const alike = named + count(({ label }) => !companyForm.test(label) && companyWords.test(label));
  const tickers = count(({ label, concept }) => ticker.test(label) && concept === null);
  const own = lines.length - count((line) => summaryWords.test(line.label));
  const isList = own >= 2 && (Math.max(alike, tickers) >= 2 || named >= 1) && Math.max(alike, tickers) >= own / 2;
  if (measures < 0.5 && (isList || (heads && measures < 0.34))) return "companies";
  return measures >= 0.34 ? "measures" : "unknown";
}
