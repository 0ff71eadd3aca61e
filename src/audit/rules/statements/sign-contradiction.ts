import { conceptById } from "../../../concepts/dictionary";
import { normalizeLabel } from "../../../concepts/normalize-label";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf, signedTerms } from "../../lines/formula-shape";
import { asRange, named, number, place, say } from "../../wording/say";

interface Use {
  readonly by: CellAddress;
  readonly sign: 1 | -1;
}

/** The total below in the same column that takes the cell up, and with which sign. */
function useOf(context: AuditContext, address: CellAddress): Use | null {
  for (const by of context.index.dependentsOf(address)) {
    if (by.sheet !== address.sheet || by.columnIndex0 !== address.columnIndex0 || by.rowIndex0 <= address.rowIndex0)
      continue;
    const terms = signedTerms(context, by);
    const term = terms.find(({ range }) => {
      const inRows = range.startRow0 <= address.rowIndex0 && address.rowIndex0 <= range.endRow0;
      return (
        range.sheet === address.sheet &&
        inRows &&
        range.startColumn0 <= address.columnIndex0 &&
        address.columnIndex0 <= range.endColumn0
      );
    });
    const others = terms.length > 1 || (term !== undefined && term.range.startRow0 !== term.range.endRow0);
    if (term !== undefined && others) return { by, sign: term.sign };
  }
  return null;
}

/** Rows that are rightly of either sign, so that their label promises nothing. */
function mayTurn(item: LineItem): boolean {
  const concept = item.concept === null ? null : conceptById(item.concept.id);
  return concept === null
    ? /\b(?:change|increase|decrease|net|gain|loss|other)\b|Δ/iu.test(item.label)
    : concept.plausibleSign === "either";
}

/** True where the cell turns round a figure that was negative already: -Cash_Flow!C12 of -210. */
function turnsANegative(context: AuditContext, address: CellAddress): CellAddress | null {
  const link = linkOf(context, address);
  const value = link === null ? null : context.numberAt(link.target);
  return link !== null && link.negated && value !== null && value < 0 ? link.target : null;
}

interface Wrong {
  readonly entry: SeriesCell;
  readonly use: Use;
  readonly turned: CellAddress | null;
}

function wrongCells(context: AuditContext, item: LineItem): Wrong[] {
  return context.seriesOf(item).flatMap((entry) => {
    const value = context.numberAt(entry.address);
    if (value === null || value === 0) return [];
    const use = useOf(context, entry.address);
    if (use === null || Math.sign(value) * use.sign < 0) return [];
    const turned = turnsANegative(context, entry.address);
    if (turned === null && mayTurn(item)) return [];
    return [{ entry, use, turned }];
  });
}

function draft(context: AuditContext, item: LineItem, wrong: readonly Wrong[]): FindingDraft {
  const first = wrong.find((one) => one.turned !== null) ?? wrong[0]!;
  const ranges = coverCells(wrong.map(({ entry }) => entry.address));
  const total = context.meaningAt(first.use.by);
  const totalName = total === null ? say`${place(first.use.by)}` : named(total, asRange(first.use.by));
  const confidence = first.turned !== null ? 0.93 : 0.8;
  const turned =
    first.turned === null
      ? []
      : say` It turns round ${place(first.turned)}, which is ${number(context, first.turned)} already.`;
  return {
    severity: "high",
    confidence,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” is added, not taken away`,
    comment: say`By its label ${named(item, ranges[0])} is to be taken away, but it is ${number(context, first.entry.address)} in ${place(first.entry.address, first.entry.period.label)} and ${first.use.sign > 0 ? "added to" : "subtracted, so again added to,"} ${totalName}.${turned} The total is out by twice the amount. Turn the sign here or in the total.`,
    nature: "slip",
    meaning: item.id,
    alsoRead: [first.use.by, ...(first.turned === null ? [] : [first.turned])],
  };
}

/** "Less: capital expenditure" that ends up being added. */
export const signContradiction: AuditRule = {
  id: "sign-contradiction",
  find(context) {
    return context.model.lineItems.flatMap((item) => {
      if (context.axisOf(item).orientation !== "columns" || !normalizeLabel(item.label).contra) return [];
      const filled = context.seriesOf(item).filter(({ address }) => (context.numberAt(address) ?? 0) !== 0);
      const wrong = wrongCells(context, item);
      return wrong.length === 0 || wrong.length < filled.length * 0.5 ? [] : [draft(context, item, wrong)];
    });
  },
};
