import { company } from "./company-figures";

/** A span or an instant, as an XBRL context states it; `member` puts it on one segment. */
export interface FactPeriod {
  readonly start: string | null;
  readonly end: string;
  readonly member?: { readonly axis: string; readonly member: string };
}

const escapeHtml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const withCommas = (value: number, digits: number) =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

type Unit = "usd" | "shares" | "usdPerShare" | "pure";

/** Collects the contexts that facts need while the body is written, then gives the whole document. */
export class InlineXbrlDocument {
  private readonly contexts = new Map<string, FactPeriod>();
  private factCount = 0;

  private contextId(period: FactPeriod): string {
    const key = `c_${[period.start ?? "i", period.end, period.member?.member.replace(/\W/g, "") ?? ""].filter(Boolean).join("_")}`;
    this.contexts.set(key, period);
    return key;
  }

  private tag(
    concept: string,
    period: FactPeriod,
    unit: Unit,
    shown: string,
    scale: number,
    decimals: string,
    negative: boolean,
  ): string {
    const sign = negative ? ' sign="-"' : "";
    this.factCount += 1;
    return `<ix:nonFraction id="f-${this.factCount}" name="${concept}" contextRef="${this.contextId(period)}" unitRef="${unit}" decimals="${decimals}" scale="${scale}" format="ixt:num-dot-decimal"${sign}>${shown}</ix:nonFraction>`;
  }

  /** An amount in thousands, printed in thousands; negative ones in parentheses. */
  amount(concept: string, period: FactPeriod, thousands: number): string {
    const tag = this.tag(concept, period, "usd", withCommas(Math.abs(thousands), 0), 3, "-3", thousands < 0);
    return thousands < 0 ? `(${tag})` : tag;
  }

  /** An outflow that its concept states as positive: printed in parentheses, tagged without a sign. */
  outflow(concept: string, period: FactPeriod, thousands: number): string {
    return `(${this.tag(concept, period, "usd", withCommas(thousands, 0), 3, "-3", false)})`;
  }

  millions(concept: string, period: FactPeriod, thousands: number): string {
    return `$${this.tag(concept, period, "usd", withCommas(thousands / 1000, 1), 6, "-5", false)} million`;
  }

  perShare(concept: string, period: FactPeriod, dollars: number): string {
    return this.tag(concept, period, "usdPerShare", dollars.toFixed(2), 0, "2", false);
  }

  shares(concept: string, period: FactPeriod, thousands: number): string {
    return this.tag(concept, period, "shares", withCommas(thousands, 0), 3, "-3", false);
  }

  percent(concept: string, period: FactPeriod, ratio: number): string {
    return `${this.tag(concept, period, "pure", (ratio * 100).toFixed(1), -2, "3", false)}%`;
  }

  /** Words under a tag: a dei item, a policy, a note. */
  words(concept: string, period: FactPeriod, html: string): string {
    this.factCount += 1;
    return `<ix:nonNumeric id="f-${this.factCount}" name="${concept}" contextRef="${this.contextId(period)}">${html}</ix:nonNumeric>`;
  }

  note(concept: string, period: FactPeriod, html: string): string {
    this.factCount += 1;
    return `<ix:nonNumeric id="f-${this.factCount}" name="${concept}" contextRef="${this.contextId(period)}" escape="true">${html}</ix:nonNumeric>`;
  }

  render(title: string, hidden: string, body: string): string {
    const contexts = [...this.contexts].map(([id, period]) => {
      const segment = period.member
        ? `<xbrli:segment><xbrldi:explicitMember dimension="${period.member.axis}">${period.member.member}</xbrldi:explicitMember></xbrli:segment>`
        : "";
      const span =
        period.start === null
          ? `<xbrli:instant>${period.end}</xbrli:instant>`
          : `<xbrli:startDate>${period.start}</xbrli:startDate><xbrli:endDate>${period.end}</xbrli:endDate>`;
      return `<xbrli:context id="${id}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">${company.cik}</xbrli:identifier>${segment}</xbrli:entity><xbrli:period>${span}</xbrli:period></xbrli:context>`;
    });
    const measure = (name: string) => `<xbrli:measure>${name}</xbrli:measure>`;
    return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:us-gaap="http://fasb.org/us-gaap/2024" xmlns:dei="http://xbrl.sec.gov/dei/2024" xmlns:srt="http://fasb.org/srt/2024" xmlns:fhlx="http://example.invalid/fhlx" xml:lang="en-US">
<head><meta charset="utf-8"/><meta name="marginalia-fictional" content="true"/><title>${escapeHtml(title)}</title></head>
<body style="font-family:Times New Roman;font-size:10pt">
<div style="display:none"><ix:header><ix:hidden>${hidden}</ix:hidden><ix:resources>
${contexts.join("\n")}
<xbrli:unit id="usd">${measure("iso4217:USD")}</xbrli:unit><xbrli:unit id="shares">${measure("xbrli:shares")}</xbrli:unit><xbrli:unit id="pure">${measure("xbrli:pure")}</xbrli:unit><xbrli:unit id="usdPerShare"><xbrli:divide><xbrli:unitNumerator>${measure("iso4217:USD")}</xbrli:unitNumerator><xbrli:unitDenominator>${measure("xbrli:shares")}</xbrli:unitDenominator></xbrli:divide></xbrli:unit>
</ix:resources></ix:header></div>
<div style="text-align:center;font-style:italic">${escapeHtml(company.notice)}</div>
${body}
</body></html>
`;
  }
}

export const paragraph = (html: string) => `<div style="margin-top:6pt;text-align:justify">${html}</div>`;
export const heading = (text: string) =>
  `<div style="margin-top:12pt;font-weight:bold;font-style:italic">${escapeHtml(text)}</div>`;
export const itemHeading = (item: string, title: string) =>
  `<div id="item${item.replace(/\W/g, "")}" style="margin-top:18pt;font-weight:bold">Item ${item}. ${escapeHtml(title)}</div>`;
export const partHeading = (part: string) =>
  `<div style="margin-top:24pt;text-align:center;font-weight:bold">PART ${part}</div>`;
export const pageBreak = '<hr style="page-break-after:always"/>';

/** A statement as a table: header cells, then rows of a label and its cells (already tagged). */
export function statementTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly [label: string, ...cells: string[]])[],
): string {
  const head = `<tr><td style="font-weight:bold">(in thousands, except per share amounts)</td>${columns.map((column) => `<td style="text-align:right;font-weight:bold">${column}</td>`).join("")}</tr>`;
  const lines = rows.map(([label, ...cells]) => {
    if (cells.length === 0)
      return `<tr><td colspan="${columns.length + 1}" style="font-weight:bold">${escapeHtml(label)}</td></tr>`;
    return `<tr><td>${escapeHtml(label)}</td>${cells.map((cell) => `<td style="text-align:right">${cell}</td>`).join("")}</tr>`;
  });
  return `<div style="margin-top:12pt;text-align:center;font-weight:bold">${escapeHtml(caption)}</div><table style="width:100%">${head}${lines.join("")}</table>`;
}
