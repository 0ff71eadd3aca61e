import { plainLook, type Block, type Mark } from "../blocks";
import { type XbrlContext } from "./context-reader";
import { type RawElement, type RawXbrl } from "./fact-collector";

const longestCell = 200;
const headingLook = { ...plainLook, bold: true };

/** An instance has no page: its facts as tables of our own, one for each period and breakdown, so that each can be shown. */
export function layOutInstance(xbrl: RawXbrl): { readonly blocks: readonly Block[]; readonly xbrl: RawXbrl } {
  const byContext = new Map<string, RawElement[]>();
  for (const element of xbrl.elements) {
    if (element.kind === "fraction" || element.inTuple) continue;
    const among = byContext.get(element.contextRef);
    if (among === undefined) byContext.set(element.contextRef, [element]);
    else among.push(element);
  }
  const blocks: Block[] = [];
  for (const [contextRef, elements] of byContext) {
    const context = xbrl.contexts.get(contextRef);
    if (context === undefined) continue;
    blocks.push(textBlock(describeContext(context), [], true));
    const short = elements.filter(({ ownText }) => ownText.length <= longestCell);
    if (short.length > 0) blocks.push(tableOf(short, xbrl.units));
    for (const element of elements) {
      if (element.ownText.length <= longestCell) continue;
      blocks.push(
        textBlock(inWords(element.concept), [], true),
        textBlock(element.ownText, marksAt(element, 0), false),
      );
    }
  }
  return { blocks, xbrl: { ...xbrl, elements: xbrl.elements.map((element) => ({ ...element, isHidden: false })) } };
}

function tableOf(elements: readonly RawElement[], units: RawXbrl["units"]): Block {
  const rows: string[][] = [];
  const marks: Mark[] = [];
  let offset = 0;
  const lines = elements.map((element) => {
    const value = element.ownText.replace(/\s+/g, " ").trim();
    const unit = element.unitRef === null ? "" : (units.get(element.unitRef) ?? "");
    const cells = [inWords(element.concept), value, unit].filter((cell, index) => index < 2 || cell !== "");
    const line = cells.join(" | ");
    marks.push(...marksAt({ ...element, ownText: value }, offset + cells[0]!.length + 3));
    rows.push([...cells, ...Array<string>(3 - cells.length).fill("")]);
    offset += line.length + 1;
    return line;
  });
  return { ...textBlock(lines.join("\n"), marks, false), kind: "table", rows };
}

function marksAt(element: RawElement, at: number): Mark[] {
  return [
    { key: 2 * element.index, offset: at },
    { key: 2 * element.index + 1, offset: at + element.ownText.length },
  ];
}

function textBlock(text: string, marks: readonly Mark[], isHeading: boolean): Block {
  const look = isHeading ? headingLook : plainLook;
  return { kind: "text", text, marks, look, pageBreakBefore: false, rows: null, exhibit: null };
}

/** "2009-01-01 to 2009-12-31, statement business segments: streaming" */
function describeContext({ start, end, dimensions }: XbrlContext): string {
  const period = start === null ? `at ${end ?? "an unknown day"}` : `${start} to ${end ?? "an unknown day"}`;
  const breakdown = Object.entries(dimensions).map(([axis, member]) => `${inWords(axis)}: ${inWords(member)}`);
  return [period, ...breakdown].join(", ");
}

/** "us-gaap:CashAndCashEquivalents" as a person would read it: "Cash and cash equivalents". */
function inWords(concept: string): string {
  const local = concept.slice(concept.indexOf(":") + 1).replace(/(?:Axis|Member|Domain)$/, "");
  const words = local.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return words.replace(/ ([A-Z])(?=[a-z]|\b)/g, (_, letter: string) => ` ${letter.toLowerCase()}`);
}
