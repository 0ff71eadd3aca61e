import { matchConcept } from "../concepts/match-concept";
import { type CellAddress, type CompanyMention } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { type WorkbookIndex } from "../workbook/index-workbook";

const topRows = 10;
const legalForm =
  /\b(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\.P|PLC|plc|N\.V|S\.A|AG|GmbH|SE|S\.p\.A|AB|ASA|Oyj|Pty|LLP|Bhd|Co)\b\.?(?=\s|$|[),–:-])/;
const nameLabel = /^(?:company name|name of (?:the )?company|issuer(?: name)?|entity name|acquirer(?: name)?)\s*:?$/i;
/** Heads a column of a table as often as it stands before one name: taken only where nothing else is on the line. */
const looseNameLabel = /^(?:company|entity|client)\s*:?$/i;
const tickerLabel = /^(?:ticker(?: symbol)?|symbol|stock code)\s*:?$/i;
const exchangeTicker =
  /\(?\b(?:NYSE|NASDAQ|Nasdaq|NAS|AMEX|LSE|LON|TSX|NSE|BSE|ASX|HKEX|SGX|[XE][A-Z]{3})[A-Za-z ]{0,10}:\s*([A-Z][A-Z0-9.]{0,9})\b\)?/;
const modelKind =
  "(?:(?:3|three)[ -]statement|(?:integrated )?financial|DCF|discounted cash flow|LBO|leveraged buyout|merger|M&A|valuation|operating)";
/** "Acme - LBO Model", "Acme | Valuation", "Acme DCF Model". */
const modelTitle = new RegExp(
  `^(.{2,50}?)(?:\\s*[–—:|]\\s*|\\s+-\\s+)${modelKind}\\b.{0,40}$|^(.{2,50}?)\\s+${modelKind}\\s+(?:model|valuation|analysis)$`,
  "i",
);
/** A title stands in one of the first lines that hold anything. */
const titleRows = 4;
/** Words that a title begins with when it names no company. */
const generic =
  /^(?:the|a|an|my|simple|sample|example|template|full|complete|basic|advanced|operational|integrated|historical|projected|forecast|consolidated|condensed|summary|annual|monthly|quarterly|total|net|free|unlevered|levered|discounted|fp&a|3|three|financial|valuation|dcf|lbo|model|income|cash|balance|sensitivity|scenario|wacc|assumptions?|inputs?|outputs?|pro ?forma|standalone|summarized|key|base|case|statement|debt|equity|trading|terminal|merger|acquisition)\b/i;
const noise = /©|®|copyright|all rights|prepared by|disclaimer|http|www\.|@|institute|education inc/i;

const fewestSheetsOfAName = 3;
/** On top of every sheet stand names of companies, but also remarks. */
const remark =
  /[:;%$€£#*©()]|\d{3}|\.[a-z]{2,3}$|\b(?:contents|confidential|draft|updated|figures|thousands?|millions?|actuals?|forecast|model|check|ok|scenarios?|sheet|inputs?|years?|quarters?|periods?|months?|weeks?|days?|dates?|back|home|index|menu|notes?|narration|particulars|amounts?)\b/i;

interface Candidate extends CompanyMention {
  readonly score: number;
}

/** Whom the workbook is about, by its titles; null where nothing says so. */
export function findCompany(index: WorkbookIndex): CompanyMention | null {
  const candidates: Candidate[] = [];
  let ticker: string | null = null;
  for (const sheet of index.sheets) {
    for (const row0 of sheet.usedRows.slice(0, topRows)) {
      const row = sheet.cellsOfRow(row0);
      const isTitleRow = row0 <= (sheet.usedRows[titleRows - 1] ?? row0);
      row.forEach((cell, i) => {
        if (typeof cell.value !== "string" || cell.value.length > 120 || noise.test(cell.value)) return;
        const text = cell.value.replace(/\s+/g, " ").trim();
        ticker ??= tickerOf(text, row[i + 1]);
        const candidate = readCandidate(text, row, i, isTitleRow);
        if (candidate === null) return;
        const place = { sheet: sheet.name, rowIndex0: row0, columnIndex0: cell.columnIndex0 };
        candidates.push({ name: candidate.name, ticker: null, place, score: candidate.score });
      });
    }
  }
  const best = mostMentioned(candidates) ?? nameOnEverySheet(index);
  return best === null
    ? null
    : {
        name: tidy(upToLegalForm(best.name.replace(exchangeTicker, ""))),
        ticker: exchangeTicker.exec(best.name)?.[1] ?? ticker,
        place: best.place,
      };
}

/** Where no title says more: the words that stand on top of most sheets, if they are no remark and nothing of finance. */
function nameOnEverySheet(index: WorkbookIndex): Candidate | null {
  const first = new Map<string, CellAddress>();
  const counts = new Map<string, number>();
  for (const sheet of index.sheets) {
    const onSheet = new Set<string>();
    for (const row0 of sheet.usedRows.slice(0, titleRows)) {
      const row = sheet.cellsOfRow(row0);
      if (row.some((each) => typeof each.value === "number")) continue;
      const cell = row.find((each) => typeof each.value === "string");
      const text = typeof cell?.value === "string" ? tidy(cell.value) : "";
      if (onSheet.has(text) || !isBareName(text)) continue;
      onSheet.add(text);
      counts.set(text, (counts.get(text) ?? 0) + 1);
      if (!first.has(text)) first.set(text, { sheet: sheet.name, rowIndex0: row0, columnIndex0: cell!.columnIndex0 });
    }
  }
  const [name, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  if (count < Math.max(fewestSheetsOfAName, index.sheets.length / 2)) return null;
  return { name, ticker: null, place: first.get(name)!, score: 3 };
}

function isBareName(text: string): boolean {
  const fits = text.length >= 3 && text.length <= 40 && text.split(" ").length <= 5 && /^\p{Lu}/u.test(text);
  return fits && ![generic, noise, remark].some((words) => words.test(text)) && matchConcept(text) === null;
}

function readCandidate(
  text: string,
  row: readonly Cell[],
  at: number,
  isTitleRow: boolean,
): { name: string; score: number } | null {
  const beside = row[at + 1];
  const after = row[at + 2];
  const headsATable = typeof after?.value === "string" && after.columnIndex0 === beside!.columnIndex0 + 1;
  if ((nameLabel.test(text) && !headsATable) || (after === undefined && looseNameLabel.test(text))) {
    const name = typeof beside?.value === "string" ? tidy(beside.value) : null;
    return name === null || noise.test(name) ? null : { name, score: 10 };
  }
  const labelled = /^(?:company(?: name)?|issuer)\s*:\s*(.{2,60})$/i.exec(text);
  if (labelled !== null) return { name: tidy(labelled[1]!), score: 10 };
  if (exchangeTicker.test(text)) return withName(text.replace(exchangeTicker, ""), 8);
  const about =
    /^(?:LBO|DCF|financial model|valuation|equity research|merger model)\s+(?:for|of|on|[–:-])\s+(.{2,50})$/i.exec(
      text,
    );
  if (about !== null) return withName(about[1]!, 5);
  const title = isTitleRow ? modelTitle.exec(text) : null;
  const titled = title?.[1] ?? title?.[2];
  if (titled !== undefined && !generic.test(titled)) return withName(titled, legalForm.test(titled) ? 7 : 4);
  if (
    isTitleRow &&
    at === 0 &&
    legalForm.test(text) &&
    text.length <= 60 &&
    text.split(" ").length <= 7 &&
    !generic.test(text)
  )
    return withName(text, 6);
  return null;
}

function withName(text: string, score: number): { name: string; score: number } | null {
  const name = tidy(text);
  if (name.length < 2 || !/^[\p{Lu}\d]/u.test(name) || generic.test(name) || /\d{4}/.test(name)) return null;
  return { name, score };
}

/** "Acme Ltd Weekly Returns" is about Acme Ltd. */
function upToLegalForm(text: string): string {
  const form = legalForm.exec(text);
  return form === null ? text : text.slice(0, form.index + form[0].length);
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”:|–-]+|[\s"'“”:|(–-]+$/g, "")
    .replace(/\s+model$/i, "");
}

function tickerOf(text: string, beside: Cell | undefined): string | null {
  const named = exchangeTicker.exec(text)?.[1];
  if (named !== undefined) return named;
  const value = tickerLabel.test(text) && typeof beside?.value === "string" ? beside.value.trim() : "";
  return /^[A-Z][A-Z0-9.]{0,9}$/.test(value) ? value : null;
}

/** The highest score; among equals the name said most often, then the first. */
function mostMentioned(candidates: readonly Candidate[]): Candidate | null {
  const counts = new Map<string, number>();
  for (const { name } of candidates) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const weight = (candidate: Candidate) => candidate.score * 100 + counts.get(candidate.name.toLowerCase())!;
  return candidates.reduce<Candidate | null>(
    (best, next) => (best === null || weight(next) > weight(best) ? next : best),
    null,
  );
}
