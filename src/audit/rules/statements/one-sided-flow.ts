import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import {
  balanceSheets,
  changeInCash,
  forecastSteps,
  madeOf,
  readBy,
  type BalanceLine,
  type BalanceSheet,
} from "../../meaning/cash-movements";
import { coverCells } from "../../lines/cover-cells";
import { besideIn, type Step } from "../../meaning/period-cells";
import { named, number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const fewest = 2;
const same = 0.002;
/** Of all assets: what flows less is not worth a word. */
const material = 0.001;

interface Kind {
  readonly flows: ReadonlySet<ConceptId>;
  readonly lines: (line: BalanceLine) => boolean;
  readonly moves: string;
  /** True for what only lowers a profit and is added back: it moves no cash. */
  readonly isCharge?: boolean;
  /** How such rows are called where no concept is sure. */
  readonly words?: RegExp;
}

/** Charges on something else than what the company owns. */
const notOnAssets = /fees?|debt|discount|premium|lease|right|deferred|tax|accumulated/iu;
const onPlant = /\bpp&?e\b|property|plant|\btangible|fixed assets?/iu;

const isAsset = ({ side }: BalanceLine) => side === "asset";
const isClaim = ({ side }: BalanceLine) => side === "claim";

/** What flows, and the side of the balance sheet that has to move with it. */
const kinds: readonly Kind[] = [
  {
    flows: new Set(["capital-expenditure", "purchase-of-intangibles", "capitalized-software"]),
    lines: isAsset,
    moves: "no asset grows by it",
  },
  { flows: new Set(["acquisitions"]), lines: isAsset, moves: "neither goodwill nor any other asset grows by it" },
  {
    flows: new Set(["depreciation", "depreciation-and-amortization", "amortization", "amortization-of-intangibles"]),
    lines: isAsset,
    moves: "no asset falls by it",
    isCharge: true,
    words: /\b(?:depreciation|amorti[sz]ation)\b/iu,
  },
  {
    flows: new Set(["debt-issuance", "debt-repayment", "net-borrowing", "mandatory-repayment", "cash-sweep"]),
    lines: isClaim,
    moves: "no debt moves by it",
  },
  {
    flows: new Set(["dividends-paid", "share-issuance", "share-repurchases"]),
    lines: isClaim,
    moves: "neither retained earnings nor any other equity moves by it",
  },
];

interface Flow {
  readonly step: Step;
  readonly cell: CellAddress;
}

/** Rows of the cash flow that its change in cash takes up, period by period. */
function flowsOf(context: AuditContext, change: LineItem, { total }: BalanceSheet): Map<LineItem, Flow[]> {
  const flows = new Map<LineItem, Flow[]>();
  for (const step of forecastSteps(context, total)) {
    const cash = changeInCash(context, change, step.entry, total.axisId);
    if (cash === null) continue;
    for (const cell of cash.parts.values()) {
      const item = cell.sheet === change.sheet ? context.itemAt(cell) : null;
      if (item === null || item.axisId !== change.axisId) continue;
      if (context.periodAt(cell)?.index0 === cash.cell.period.index0) addTo(flows, item, { step, cell });
    }
  }
  return flows;
}

/** Whether some line of its side reads the flow, or moves by its amount, in the flow's own period; null where that cannot be followed. */
function isAnswered(
  context: AuditContext,
  { step, cell }: Flow,
  lines: readonly BalanceLine[],
  reads: Map<string, ReadonlySet<string> | null>,
): boolean | null {
  const flow = madeOf(context, cell);
  const amount = Math.abs(context.numberAt(cell) ?? 0);
  const own = new Set(lines.map(({ item }) => item));
  for (const { item } of lines) {
    const entry = besideIn(context, item, step.entry, item.axisId);
    if (entry === null) continue;
    const isElsewhen = (read: CellAddress) => {
      const period = context.periodAt(read);
      return period !== null && period.label !== step.entry.period.label;
    };
    const home = cellKey(entry.address);
    const known = reads.get(home);
    const read = known === undefined ? readBy(context, entry.address, isElsewhen) : known;
    reads.set(home, read);
    if (read === null) return null;
    for (const key of flow.keys()) if (read.has(key)) return true;
    const before = besideIn(context, item, step.before, item.axisId);
    const from = before === null ? null : context.numberAt(before.address);
    const to = context.numberAt(entry.address);
    if (from !== null && to !== null && Math.abs(Math.abs(to - from) - amount) <= same * amount) return true;
  }
  return [...flow.values()].some((part) => own.has(context.itemAt(part)!));
}

function kindOf({ concept, label }: LineItem): Kind | undefined {
  if (concept === null || concept.confidence < 0.84)
    return notOnAssets.test(label) ? undefined : kinds.find(({ words }) => words?.test(label));
  return kinds.find(({ flows }) => flows.has(concept.id));
}

/** The balance that should have moved, where the flow's name says which; else the flow itself. */
function homeOf(
  context: AuditContext,
  item: LineItem,
  told: readonly Flow[],
  lines: readonly BalanceLine[],
): { readonly item: LineItem; readonly cells: CellAddress[] } {
  const plant = lines.filter((line) => line.item.concept?.id === "property-plant-equipment");
  const only = onPlant.test(item.label) && plant.length === 1 ? plant[0]!.item : null;
  if (only === null) return { item, cells: told.map(({ cell }) => cell) };
  const cells = forecastSteps(context, only).map(({ entry }) => entry.address);
  return { item: only, cells };
}

/** Where spending is backed out of the assets, the charge is in it: the assets follow a target, and spending gives way. */
function isInSpending(
  context: AuditContext,
  charges: readonly Flow[],
  spent: readonly { readonly told: readonly Flow[] }[],
): boolean {
  return spent.some(({ told }) =>
    told.some(({ cell, step }) => {
      const parts = madeOf(context, cell);
      const charge = charges.find((one) => one.step.entry.period === step.entry.period);
      return charge !== undefined && [...madeOf(context, charge.cell).keys()].some((key) => parts.has(key));
    }),
  );
}

function judge(context: AuditContext, sheet: BalanceSheet): FindingDraft[] {
  const size = Math.max(
    0,
    ...context.seriesOf(sheet.total).map(({ address }) => Math.abs(context.numberAt(address) ?? 0)),
  );
  const change = sheet.changes[0];
  if (change === undefined) return [];
  /** Several flows ask what one balance reads. */
  const reads = new Map<string, ReadonlySet<string> | null>();
  const judged = [...flowsOf(context, change, sheet)].flatMap(([item, flows]) => {
    const kind = kindOf(item);
    const told = flows.filter(({ cell }) => (context.numberAt(cell) ?? 0) !== 0);
    const isMaterial = told.some(({ cell }) => Math.abs(context.numberAt(cell)!) > material * size);
    if (kind === undefined || told.length < fewest || !isMaterial) return [];
    const lines = sheet.lines.filter(kind.lines);
    const answers = told.map((flow) => isAnswered(context, flow, lines, reads));
    return [{ item, kind, told, answered: answers.some((one) => one !== false) }];
  });
  const spent = judged.filter(({ kind, answered }) => kind.moves === kinds[0]!.moves && answered);
  /** Where no flow is answered, the balance sheet is made in a way we do not follow. */
  if (judged.filter(({ answered }) => answered).length < fewest) return [];
  return judged
    .filter(({ answered, kind, told }) => !answered && !(kind.isCharge === true && isInSpending(context, told, spent)))
    .map(({ item, kind, told }) => {
      const { cell, step } = told[0]!;
      const home = homeOf(context, item, told, sheet.lines);
      return {
        severity: "high",
        confidence: 0.86,
        sheet: home.item.sheet,
        ranges: coverCells(home.cells),
        title: `“${item.label.trim()}” ${kind.isCharge === true ? "lowers no asset" : "moves cash but no balance"}`,
        comment: say`${named(item, cell)} of ${number(context, cell)} in ${place(cell, step.entry.period.label)} ${kind.isCharge === true ? "is charged to profit and added back in the cash flow" : "goes through cash"}, but ${kind.moves} on the balance sheet: the flow has no other side. Either the balance sheet is kept level by another line or it does not balance. Roll the balance forward with it.`,
        nature: "slip",
        meaning: item.id,
        alsoRead: [cell, step.entry.address],
      };
    });
}

/** Cash spent, raised or paid out in the forecast that leaves every balance as it was. */
export const oneSidedFlow: AuditRule = {
  id: "one-sided-flow",
  find: (context) => balanceSheets(context).flatMap((sheet) => judge(context, sheet)),
};
