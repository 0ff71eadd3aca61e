import { type CellAddress, type Period } from "../../contracts/model-map";
import { type SumTerms, sumTermsOf } from "../../workbook/sum-terms";
import { cellKey, type AuditContext } from "../audit-context";
import { stretchOf } from "./period-cells";
import { oncePerReview } from "../once-per-review";

/** A cell that a sum takes up, and how often: 1 added, -1 taken away, 2 counted twice, 0 added and taken away again. */
export interface Part {
  readonly address: CellAddress;
  readonly factor: number;
}

export interface Composition {
  /** By cell key; every link and subtotal on the way, not only the last cells. */
  readonly parts: ReadonlyMap<string, Part>;
  /** False where some formula on the way does more than add and take away: then a cell not among the parts may still play a role. */
  readonly exact: boolean;
}

const mostParts = 600;

/** What the cell's own formula adds and takes away, cell by cell; blanks of a range left out. */
export function termsOf(context: AuditContext, home: CellAddress): SumTerms {
  return sumTermsOf(context.index, home);
}

/** True where the cell stands in another period than the total: a roll-forward is not followed into the past. */
function isElsewhen(context: AuditContext, home: CellAddress, here: Period | null, address: CellAddress): boolean {
  const there = here === null ? null : context.periodAt(address);
  if (here === null || there === null || here === there) return false;
  if (home.sheet === address.sheet && here.index0 === there.index0) return false;
  const [a, b] = [stretchOf(here), stretchOf(there)];
  return a === null || b === null || a !== b;
}

const known = oncePerReview(() => new Map<string, Composition>());

/** Every cell that ends up in a total by adding and taking away alone, through links and subtotals of the total's own period. */
export function compositionOf(context: AuditContext, total: CellAddress): Composition {
  const ofContext = known(context);
  const key = cellKey(total);
  let composition = ofContext.get(key);
  if (composition === undefined) ofContext.set(key, (composition = takeApart(context, total)));
  return composition;
}

/** The way down to a cell, to notice a circle without copying sets. */
interface Way {
  readonly key: string;
  readonly up: Way | null;
}

function leadsThrough(way: Way | null, key: string): boolean {
  for (let step = way; step !== null; step = step.up) if (step.key === key) return true;
  return false;
}

function takeApart(context: AuditContext, total: CellAddress): Composition {
  const parts = new Map<string, Part>();
  let exact = true;
  let steps = 0;
  const here = context.periodAt(total);
  const waiting: { address: CellAddress; factor: number; way: Way }[] = [
    { address: total, factor: 1, way: { key: cellKey(total), up: null } },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { address, factor, way } = next;
    const direct = termsOf(context, address);
    if (!direct.exact) exact = false;
    for (const term of direct.terms) {
      const key = cellKey(term.address);
      if ((steps += 1) > mostParts) return { parts, exact: false };
      const counted = factor * term.sign;
      parts.set(key, { address: term.address, factor: (parts.get(key)?.factor ?? 0) + counted });
      if (leadsThrough(way, key)) exact = false;
      else if (context.index.formulaAt(term.address) !== null && !isElsewhen(context, total, here, term.address))
        waiting.push({ address: term.address, factor: counted, way: { key, up: way } });
    }
  }
  return { parts, exact };
}
