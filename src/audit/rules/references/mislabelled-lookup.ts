import { type CellAddress } from "../../../contracts/model-map";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { type FormulaNode } from "../../../workbook/formula";
import { groupBy } from "../../../workbook/group-by";
import { walkFormula } from "../../../workbook/walk-formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { cellOf, rangesOf } from "../../lines/formula-shape";
import { wordsFor } from "../../lines/name-cell";
import { labelWords } from "../../lines/row-label";
import { place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const called = /\b(?:VLOOKUP|HLOOKUP|MATCH|XLOOKUP|SUMIFS?|AVERAGEIFS?)\s*\(/iu;
/** A review asks of no more look-ups than a person would ever see. */
const mostLookups = 20_000;
const mostNames = 400;
const rowsOverTable = 3;

type Call = FormulaNode & { readonly kind: "call" };

/** What a look-up picks by name, out of what else it could have picked. */
interface Pick {
  readonly picked: string;
  readonly at: CellAddress | null;
  readonly among: readonly CellRange[];
}

function textOf(context: AuditContext, home: CellAddress, node: FormulaNode | undefined) {
  if (node === undefined) return null;
  const inner = withoutBrackets(node);
  if (inner.kind === "text") return { text: inner.value, at: null };
  const cell = inner.kind === "reference" ? cellOf(context, home, inner) : null;
  const value = cell === null ? null : context.cellAt(cell)?.value;
  return typeof value === "string" ? { text: value, at: cell } : null;
}

function lineOf(context: AuditContext, home: CellAddress, node: FormulaNode | undefined): CellRange | null {
  const range = node === undefined ? undefined : rangesOf(context, home, withoutBrackets(node))[0];
  if (range === undefined) return null;
  const isLine = range.startRow0 === range.endRow0 || range.startColumn0 === range.endColumn0;
  return isLine ? range : null;
}

/** The names over (or beside) the columns (or rows) of a table. */
function headersOf(context: AuditContext, table: CellRange, isAcross: boolean): CellRange | null {
  for (let off = 0; off <= rowsOverTable; off++) {
    const start = (isAcross ? table.startRow0 : table.startColumn0) - off;
    if (start < 0) return null;
    const line = isAcross
      ? { ...table, startRow0: start, endRow0: start }
      : { ...table, startColumn0: start, endColumn0: start };
    let texts = 0;
    let numbers = 0;
    for (const { value } of context.index.cellsIn(line)) {
      if (typeof value === "string" && value.trim() !== "") texts++;
      else if (value !== null) numbers++;
    }
    if (texts >= 2 && numbers === 0) return line;
  }
  return null;
}

function pickOf(context: AuditContext, home: CellAddress, call: Call): Pick | null {
  const { name, args } = call;
  if (name === "VLOOKUP" || name === "HLOOKUP") {
    const number = args[2] === undefined ? null : withoutBrackets(args[2]);
    const table = args[1] === undefined ? undefined : rangesOf(context, home, withoutBrackets(args[1]))[0];
    if (number?.kind !== "number" || table === undefined) return null;
    const isAcross = name === "VLOOKUP";
    const headers = headersOf(context, table, isAcross);
    if (headers === null) return null;
    const at = isAcross
      ? { sheet: table.sheet, rowIndex0: headers.startRow0, columnIndex0: table.startColumn0 + number.value - 1 }
      : { sheet: table.sheet, rowIndex0: table.startRow0 + number.value - 1, columnIndex0: headers.startColumn0 };
    const text = context.cellAt(at)?.value;
    return typeof text === "string" ? { picked: text, at, among: [headers] } : null;
  }
  const [wanted, names] =
    name === "MATCH" || name === "XLOOKUP"
      ? [args[0], args[1]]
      : name === "SUMIF" || name === "AVERAGEIF"
        ? [args[1], args[0]]
        : [undefined, undefined];
  const text = textOf(context, home, wanted);
  const among = lineOf(context, home, names);
  return text === null || among === null ? null : { picked: text.text, at: text.at, among: [among] };
}

/** SUMIFS(sums, range, criterion, …): each pair picks by itself. */
function picksOf(context: AuditContext, home: CellAddress, call: Call): Pick[] {
  if (call.name !== "SUMIFS" && call.name !== "AVERAGEIFS") {
    const pick = pickOf(context, home, call);
    return pick === null ? [] : [pick];
  }
  const picks: Pick[] = [];
  for (let i = 1; i + 1 < call.args.length; i += 2) {
    const [among, text] = [lineOf(context, home, call.args[i]), textOf(context, home, call.args[i + 1])];
    if (among !== null && text !== null) picks.push({ picked: text.text, at: text.at, among: [among] });
  }
  return picks;
}

interface Mistaken {
  readonly home: CellAddress;
  readonly own: string;
  readonly pick: Pick;
}

class Names {
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(private readonly context: AuditContext) {}

  plain(text: string): string {
    return labelWords(this.context, text).join(" ");
  }

  /** The names a line holds; none where it is a list rather than a set of headings. */
  in(range: CellRange): ReadonlySet<string> {
    const key = `${range.sheet}!${range.startRow0},${range.startColumn0},${range.endRow0},${range.endColumn0}`;
    let names = this.known.get(key);
    if (names === undefined) {
      const found = new Set<string>();
      for (const { value } of this.context.index.cellsIn(range)) {
        if (typeof value === "string") found.add(this.plain(value));
        if (found.size > mostNames) break;
      }
      this.known.set(key, (names = found.size > mostNames ? new Set() : found));
    }
    return names;
  }
}

function judge(context: AuditContext, home: CellAddress, names: Names): Mistaken | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  const picks: Pick[] = [];
  for (const node of walkFormula(formula.root)) if (node.kind === "call") picks.push(...picksOf(context, home, node));
  if (picks.length === 0) return null;
  const words = wordsFor(context, home);
  const own = [words.row, words.column].flatMap((name) => (name === null ? [] : [name]));
  const picked = new Set(picks.map((pick) => names.plain(pick.picked)));
  for (const pick of picks) {
    const chosen = names.plain(pick.picked);
    if (chosen === "" || own.some((name) => areOne(names.plain(name), chosen))) continue;
    const offered = pick.among.map((range) => names.in(range));
    if (!offered.some((set) => set.has(chosen))) continue;
    const meant = own.find((name) => {
      const plain = names.plain(name);
      return plain !== "" && !picked.has(plain) && offered.some((set) => set.has(plain));
    });
    if (meant !== undefined) return { home, own: meant, pick };
  }
  return null;
}

function areOne(a: string, b: string): boolean {
  return a === b || (a !== "" && b !== "" && (a.includes(b) || b.includes(a)));
}

function draft(found: readonly Mistaken[]): FindingDraft {
  const { home, own, pick } = found[0]!;
  const chosen = pick.picked.trim();
  return {
    severity: "high",
    confidence: 0.9,
    sheet: home.sheet,
    ranges: coverCells(found.map((one) => one.home)),
    title: `“${own}” looks up “${chosen}”`,
    comment: say`“${place(home, own)}” picks ${pick.at === null ? `“${chosen}”` : say`“${place(pick.at, chosen)}”`}, though what it looks in holds “${own}” as well. The figure shown is that of another line, under a name that hides it. Pick “${own}”: count the column of the table again, or match the name of its own row.`,
    nature: "slip",
    meaning: `${own}/${chosen}`,
    aside: say`It looks up “${chosen}”.`,
    alsoRead: pick.at === null ? [] : [pick.at],
  };
}

/** A look-up that picks another column, row or name than the one its own label says. */
export const mislabelledLookup: AuditRule = {
  id: "mislabelled-lookup",
  find(context) {
    const names = new Names(context);
    const found: Mistaken[] = [];
    let asked = 0;
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!called.test(cell.formula!)) continue;
      if (asked++ >= mostLookups) break;
      const one = judge(context, { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 }, names);
      if (one !== null) found.push(one);
    }
    const groups = groupBy(found, ({ home, own, pick }) => `${home.sheet}\u0000${own}\u0000${pick.picked}`);
    return [...groups.values()].map(draft);
  },
};
