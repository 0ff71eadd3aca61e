import { type ConceptId } from "../contracts/concept";
import { type ConceptEntry } from "./concept-definition";
import { conceptById } from "./dictionary";
import {
  type BalanceSide,
  balanceSides,
  type Effect,
  type EffectTable,
  effectsInEquityBridge,
  effectsOnCash,
  effectsOnProfit,
  interestBearingDebt,
} from "./dictionary/effects";

/** How a concept's figure is signed, and what it does where it is summed; null where it is no part of that sum. */
export interface SignConvention {
  /** As filers report it. A model may show a cost of 50 as -50: then its effect is in its sign already. */
  readonly shown: ConceptEntry["plausibleSign"];
  readonly onProfit: Effect | null;
  readonly onCash: Effect | null;
  readonly inEquityBridge: Effect | null;
  readonly side: BalanceSide | null;
}

function byConcept<Key extends string>(
  table: Readonly<Record<Key, readonly ConceptId[]>>,
): ReadonlyMap<ConceptId, Key> {
  return new Map((Object.keys(table) as Key[]).flatMap((key) => table[key].map((id) => [id, key] as const)));
}

const onProfit = byConcept<keyof EffectTable>(effectsOnProfit);
const onCash = byConcept<keyof EffectTable>(effectsOnCash);
const inEquityBridge = byConcept<keyof EffectTable>(effectsInEquityBridge);
const sides = byConcept<BalanceSide>(balanceSides);

/** Null for an id the dictionary does not hold. */
export function signConvention(id: ConceptId): SignConvention | null {
  const concept = conceptById(id);
  if (concept === null) return null;
  return {
    shown: concept.plausibleSign,
    onProfit: onProfit.get(id) ?? null,
    onCash: onCash.get(id) ?? null,
    inEquityBridge: inEquityBridge.get(id) ?? null,
    side: sides.get(id) ?? null,
  };
}

const debt: ReadonlySet<ConceptId> = new Set(interestBearingDebt);

/** A balance that is lent and bears interest, whichever its tranche. */
export function isDebtBalance(id: ConceptId): boolean {
  return debt.has(id);
}

/** The balance whose movement the concept is ("change in inventory" of inventory); null where it is no such movement. */
export function balanceMoved(id: ConceptId): ConceptId | null {
  for (const formula of conceptById(id)?.formulas ?? []) {
    if (formula.op !== "difference" || formula.from.op !== "concept" || formula.less.length !== 1) continue;
    const [less] = formula.less;
    if (less?.op === "concept" && less.concept === formula.from.concept && less.periodsBack === 1) return less.concept;
  }
  return null;
}
