import { addTo } from "../../../workbook/group-by";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { signedTerms, type SignedTerm } from "../../lines/formula-shape";
import { isOneFormula } from "../../lines/one-formula";
import { termsOf } from "../../meaning/composition";
import { named, number, place, say } from "../../wording/say";

/** A sum of more rows is a block, whose signs are not set one by one. */
const mostTerms = 12;
const bringsIn = /\b(?:borrowings?|proceeds|issuances?|issued|drawdowns?|drawn|draws?|raised|receipts?|inflows?)\b/iu;
const paysOut = /\b(?:repay\w*|repaid|outflows?|paid|dividends?|distributions?|redemptions?|buy-?backs?)\b/iu;

interface Use {
  readonly entry: SeriesCell;
  readonly source: CellAddress;
  readonly sign: 1 | -1;
  readonly value: number;
}

/** How a row takes up each row it reads from one place relative to itself; what it reads more than once is left out. */
function usesBySource(context: AuditContext, item: LineItem): Use[][] {
  const uses = new Map<string, Use[]>();
  if (isOneFormula(context, item)) return [];
  for (const entry of context.ownSeriesOf(item)) {
    if ((entry.cell?.formula ?? null) === null) continue;
    const terms = signedTerms(context, entry.address);
    if (terms.length > mostTerms || !termsOf(context, entry.address).exact) continue;
    const own = new Map<string, Use[]>();
    for (const { address, sign } of terms.flatMap((term) => cellsOfTerm(context, term))) {
      const key = `${address.sheet}/${address.rowIndex0}/${address.columnIndex0 - entry.address.columnIndex0}`;
      addTo(own, key, { entry, source: address, sign, value: context.numberAt(address) ?? 0 });
    }
    for (const [key, found] of own) if (found.length === 1) addTo(uses, key, found[0]!);
  }
  return [...uses.values()];
}

function cellsOfTerm(context: AuditContext, { range, sign }: SignedTerm) {
  const { sheet, startRow0, endRow0, startColumn0, endColumn0 } = range;
  /** A blank read by itself counts too: it is where a figure would be turned. */
  if (startRow0 === endRow0 && startColumn0 === endColumn0)
    return [{ address: { sheet, rowIndex0: startRow0, columnIndex0: startColumn0 }, sign }];
  if (endRow0 - startRow0 > mostTerms || startColumn0 !== endColumn0) return [];
  return [...context.index.cellsIn(range)].map(({ rowIndex0, columnIndex0 }) => ({
    address: { sheet, rowIndex0, columnIndex0 },
    sign,
  }));
}

interface Turn {
  readonly wrong: readonly Use[];
  readonly right: readonly Use[];
  /** False where nobody can tell which of the two signs is meant. */
  readonly isKnown: boolean;
}

/** The sign of what the figures do to the row; 0 where all are nil, null where they go both ways. */
function effectOf(uses: readonly Use[]): number | null {
  const effects = new Set(uses.map(({ sign, value }) => Math.sign(sign * value)).filter((effect) => effect !== 0));
  return effects.size > 1 ? null : ([...effects][0] ?? 0);
}

function turnOf(item: LineItem, uses: readonly Use[]): Turn | null {
  const [plus, minus] = [uses.filter(({ sign }) => sign === 1), uses.filter(({ sign }) => sign === -1)];
  if (plus.length === 0 || minus.length === 0) return null;
  const [adds, takes] = [effectOf(plus), effectOf(minus)];
  /** A figure that is shown with the other sign there has one effect throughout, and one of both signs tells nothing. */
  if (adds === null || takes === null || adds * takes > 0) return null;
  const told = adds !== 0 ? adds : -takes;
  const wanted = bringsIn.test(item.label) ? 1 : paysOut.test(item.label) ? -1 : 0;
  const isKnown = wanted !== 0 && bringsIn.test(item.label) !== paysOut.test(item.label) && uses.length > 2;
  /** What the plus does is told by the figures: by its name the row brings in, so the plus is right where it adds. */
  const isPlusRight =
    isKnown && takes === 0 ? (told === 0 ? wanted : told * wanted) === 1 : plus.length >= minus.length;
  const [right, wrong] = isPlusRight ? [plus, minus] : [minus, plus];
  return { right, wrong, isKnown: isKnown && takes === 0 };
}

/** What a deal pays at its start or gets at its end, and the opening of a row, are turned on purpose. */
function isAtAnEnd({ wrong }: Turn, uses: readonly Use[]): boolean {
  return wrong.length === 1 && (wrong[0] === uses[0] || wrong[0] === uses.at(-1));
}

function judge(context: AuditContext, item: LineItem, uses: readonly Use[]): FindingDraft | null {
  const turn = turnOf(item, uses);
  if (turn === null || isAtAnEnd(turn, uses)) return null;
  const source = context.itemAt(uses[0]!.source);
  if (source === null || source === item || source.unit.kind === "percent") return null;
  const telling = (among: readonly Use[]) => among.find(({ value }) => value !== 0) ?? among[0]!;
  const [odd, usual] = [telling(turn.wrong), telling(turn.right)];
  const isNil = turn.wrong.every(({ value }) => value === 0);
  /** Where no figure tells either, both are shown. */
  const isOpen = isNil && !turn.isKnown && turn.right.every(({ value }) => value === 0);
  const shown = isOpen ? [...turn.wrong, ...turn.right] : turn.wrong;
  return {
    severity: isNil ? "medium" : "high",
    confidence: isOpen ? 0.75 : isNil ? 0.82 : 0.88,
    sheet: item.sheet,
    ranges: coverCells(shown.map(({ entry }) => entry.address)),
    title: `“${item.label.trim()}” takes “${source.label.trim()}” with two signs`,
    comment: say`${named(item, odd.entry.address)} takes ${named(source, odd.source)} with a ${odd.sign === 1 ? "plus" : "minus"} in ${place(odd.entry.address, odd.entry.called)}, but with a ${usual.sign === 1 ? "plus" : "minus"} in ${place(usual.entry.address, usual.entry.called)}, where it is ${number(context, usual.source)}. One row cannot do both${isNil ? ": the figure is nil there now, and whoever fills it in moves the result the wrong way" : say`; where the sign is wrong the result is out by twice the figure, ${number(context, odd.source)} here`}. ${turn.isKnown ? "By the name of the row the sign is wrong here: turn it." : "Give every period one sign."}`,
    nature: "slip",
    meaning: `${item.id}/${source.id}`,
    alsoRead: [...turn.right.map(({ entry }) => entry.address), odd.source, usual.source],
  };
}

/** A row that reads one and the same figure with a plus in some periods and with a minus in others. */
export const signTurns: AuditRule = {
  id: "sign-turns",
  find: (context) =>
    context.model.lineItems
      .filter((item) => item.role !== "input" && context.axisOf(item).orientation === "columns")
      .flatMap((item) =>
        usesBySource(context, item)
          .flatMap((uses) => judge(context, item, uses) ?? [])
          .slice(0, 1),
      ),
};
