import { type Fact, type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";

const yearPeriod = "<xbrli:startDate>2023-01-01</xbrli:startDate><xbrli:endDate>2023-12-31</xbrli:endDate>";

/** A context of the made-up company Tiny Kettles. */
export function context(id: string, period = yearPeriod, segment = ""): string {
  const parts = segment === "" ? "" : `<xbrli:segment>${segment}</xbrli:segment>`;
  const entity = `<xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0009990009</xbrli:identifier>${parts}</xbrli:entity>`;
  return `<xbrli:context id="${id}">${entity}<xbrli:period>${period}</xbrli:period></xbrli:context>`;
}

export const kettleResources =
  context("y") +
  `<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>` +
  `<xbrli:unit id="eps"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator>` +
  `<xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>` +
  `<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>`;

/** A page of inline XBRL with contexts "y" (the year 2023) and units "usd", "eps" and "pure", read as the product does. */
export function readPage(body: string, resources = "", rootAttributes = ""): ParsedDocument {
  const page =
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" ` +
    `xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" xmlns:xbrli="http://www.xbrl.org/2003/instance" ` +
    `xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:k="http://kettles.example" ` +
    `${rootAttributes}><body><div style="display:none"><ix:header><ix:resources>${kettleResources}${resources}</ix:resources></ix:header></div>` +
    `${body}</body></html>`;
  return readTextDocument(Buffer.from(page), { fileName: "kettles.htm" });
}

/** Concept and value of each fact. */
export function valuesOf({ facts }: ParsedDocument): [string, Fact["value"]][] {
  return facts.map(({ concept, value }) => [concept, value]);
}
