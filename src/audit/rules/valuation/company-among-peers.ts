import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { rangesOf } from "../../lines/formula-shape";
import { wordsFor } from "../../lines/name-cell";
import { calculated, number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";
import { withoutBrackets } from "../../../workbook/without-brackets";

const statistics: ReadonlySet<string> = new Set(["AVERAGE", "MEDIAN"]);
const fewestPeers = 3;
const mostPeers = 40;
const leastMove = 0.005;

/** "Sun Pharma.Inds." stands for "Sun Pharmaceutical Industries Ltd": its first words begin the company's. */
function isCompany(label: string, company: readonly string[]): boolean {
  const words = wordsOf(label);
  if (words.length === 0 || company.length === 0) return false;
  const fewest = Math.min(2, company.length);
  if (words.length < fewest) return false;
  return words
    .slice(0, fewest)
    .every((word, i) => word === company[i] || (word.length >= 4 && company[i]!.startsWith(word)));
}

function wordsOf(name: string): string[] {
  const legal = /^(?:the|inc|corp|corporation|company|co|ltd|limited|llc|plc|ag|se|sa|nv|group|holdings?)$/u;
  return (name.toLowerCase().match(/[\p{L}\p{N}&]+/gu) ?? []).filter((word) => !legal.test(word));
}

interface Statistic {
  readonly home: CellAddress;
  readonly name: "AVERAGE" | "MEDIAN";
  readonly peers: readonly CellAddress[];
}

/** The mean or the median of figures one above another, which something reads. */
function statisticAt(context: AuditContext, home: CellAddress): Statistic | null {
  const formula = context.index.formulaAt(home);
  const root = formula?.kind === "read" ? withoutBrackets(formula.root) : null;
  if (root?.kind !== "call" || !statistics.has(root.name) || root.args.length !== 1) return null;
  const [range] = rangesOf(context, home, root.args[0]!);
  if (range === undefined || range.startColumn0 !== range.endColumn0) return null;
  const size = range.endRow0 - range.startRow0 + 1;
  if (size < fewestPeers + 1 || size > mostPeers || context.index.dependentsOf(home).length === 0) return null;
  const peers = Array.from({ length: size }, (_, i) => ({
    sheet: range.sheet,
    rowIndex0: range.startRow0 + i,
    columnIndex0: range.startColumn0,
  })).filter((cell) => context.numberAt(cell) !== null);
  return { home, name: root.name === "MEDIAN" ? "MEDIAN" : "AVERAGE", peers };
}

function nameBeside(context: AuditContext, { sheet, rowIndex0, columnIndex0 }: CellAddress): string {
  const cell = context.index
    .sheetNamed(sheet)
    ?.cellsOfRow(rowIndex0)
    .find((each) => typeof each.value === "string" && each.columnIndex0 < columnIndex0);
  return typeof cell?.value === "string" ? cell.value : "";
}

function valueOf(name: Statistic["name"], values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (name === "AVERAGE") return sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A share of capital or a beta is no price: the company itself may well be among those it is taken from. */
function isOfRisk(context: AuditContext, home: CellAddress): boolean {
  if (context.cellAt(home)?.numberFormat?.includes("%") ?? false) return true;
  const { row, column } = wordsFor(context, home);
  return /\b(?:betas?|debt|capital structure|tax|leverage)\b/iu.test(`${row ?? ""} ${column ?? ""}`);
}

interface OwnPeer {
  readonly statistic: Statistic;
  readonly own: CellAddress;
  readonly without: number;
}

/** What the statistic would be without the company; null where it would hardly move. */
function withoutOwn(context: AuditContext, statistic: Statistic, own: CellAddress): OwnPeer | null {
  const others = statistic.peers.filter((cell) => cell !== own).map((cell) => context.numberAt(cell)!);
  const without = valueOf(statistic.name, others);
  const value = context.numberAt(statistic.home);
  const moves = value !== null && Math.abs(without - value) > leastMove * Math.abs(value);
  return moves ? { statistic, own, without } : null;
}

function draft(context: AuditContext, found: readonly OwnPeer[]): FindingDraft {
  const { statistic, own, without } = found[0]!;
  const others = statistic.peers.filter((cell) => cell !== own);
  const word = statistic.name === "MEDIAN" ? "median" : "average";
  const isPercent = context.cellAt(statistic.home)?.numberFormat?.includes("%") ?? false;
  const unit = isPercent ? "percent" : (context.meaningAt(statistic.home)?.unit.kind ?? "unknown");
  const operands = Object.fromEntries(others.map((cell, i) => [`peer ${i + 1}`, cell]));
  return {
    severity: "medium",
    confidence: 0.88,
    sheet: statistic.home.sheet,
    ranges: coverCells(found.map(({ statistic: { home } }) => home)),
    title: `The company is one of its own peers on ${statistic.home.sheet}`,
    comment: say`The ${word} of the peers in ${place(statistic.home)} is ${number(context, statistic.home)} and counts ${place(own, nameBeside(context, own).trim())}, the company being valued; without it the figures give ${calculated(without, unit, `${word} of the other peers`, operands)}. A company measured against itself looks fairly priced by construction. Leave its row out of the statistics.`,
    nature: "slip",
    meaning: "peers",
    alsoRead: statistic.peers,
  };
}

/** Averages and medians of comparable companies that hold the company itself: one finding a sheet. */
export const companyAmongPeers: AuditRule = {
  id: "company-among-peers",
  find(context) {
    const company = wordsOf(context.model.company?.name ?? "");
    if (company.length === 0 || company.join("").length < 4) return [];
    const bySheet = new Map<string, OwnPeer[]>();
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!/^=\s*\+?(?:AVERAGE|MEDIAN)\(/iu.test(cell.formula!)) continue;
      const statistic = statisticAt(context, { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 });
      if (statistic === null || isOfRisk(context, statistic.home)) continue;
      const names = statistic.peers.map((peer) => nameBeside(context, peer));
      if (new Set(names.filter((name) => name !== "")).size < fewestPeers + 1) continue;
      const own = statistic.peers.filter((_, i) => isCompany(names[i]!, company));
      const found = own.length === 1 ? withoutOwn(context, statistic, own[0]!) : null;
      if (found !== null) addTo(bySheet, sheet, found);
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
