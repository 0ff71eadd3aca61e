import { callOpenings } from "../calls/call-sections";
import { type LaidBlock } from "../layout/lay-out-text";
import { releaseOpenings } from "../releases/release-sections";
import { findCurrentReportItems } from "./current-report-items";
import { findForeignReportItems } from "./foreign-report-items";
import { letterOpenings } from "./letter-comments";
import { type Opening } from "./opening";
import { proxySections } from "./proxy-catalogue";
import { findTitledSections } from "./titled-sections";

/** The sections of forms other than annual and quarterly reports; null for those two and for what we do not know. */
export function openingsOfForm(blocks: readonly LaidBlock[], form: string | null): Opening[] | null {
  if (form === null) return null;
  if (/^8-?K/i.test(form)) {
    return findCurrentReportItems(blocks).map((item) => ({ ...item, part: null, kind: "item" }));
  }
  if (/^20-?F/i.test(form)) return findForeignReportItems(blocks);
  if (/^(?:DEF|PRE|DEFA|DEFM|PREM|DEFR)\s?14[AC]/i.test(form)) return proxyOpenings(blocks);
  if (/^(?:CORRESP|UPLOAD|LETTER)/i.test(form)) return letterOpenings(blocks);
  if (/^(?:EX-?99|press release|earnings release)/i.test(form)) {
    return releaseOpenings(blocks, 0, blocks.length, "Release");
  }
  if (/^transcript$/i.test(form)) return callOpenings(blocks);
  return null;
}

/** Each exhibit is a section; a release (EX-99) has its usual parts. */
export function exhibitOpenings(blocks: readonly LaidBlock[]): Opening[] {
  const starts = blocks.flatMap(({ exhibit }, index) =>
    exhibit !== null && exhibit !== blocks[index - 1]?.exhibit ? [{ index, exhibit }] : [],
  );
  return starts.flatMap(({ index, exhibit }, at): Opening[] => {
    const name = `Exhibit ${exhibit}`;
    if (!/^99/.test(exhibit)) return [{ blockIndex: index, part: null, item: null, title: name, kind: "exhibit" }];
    return releaseOpenings(blocks, index, starts[at + 1]?.index ?? blocks.length, name);
  });
}

function proxyOpenings(blocks: readonly LaidBlock[]): Opening[] {
  return findTitledSections(blocks, proxySections).map(({ blockIndex, slot }) => ({
    blockIndex,
    part: null,
    item: null,
    title: slot.title,
    kind: "other",
    path: [slot.title],
  }));
}
