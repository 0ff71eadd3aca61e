import { significand } from "../printed/printed-number";
import { type NumberPlace } from "../printed/number-places";
import { stemsOf } from "../printed/stems";
import { type LocatedFact } from "./located-fact";

/** A place where a fact's value is printed, whether or not as that fact. */
export interface Candidate {
  readonly fact: number;
  readonly place: number;
  /** Power of ten from what is printed to the value. */
  readonly power: number;
}

const tablePowers = new Set([0, 3, 6, 9]);
const mostPlaces = 400;

/** For each numeric fact every printed number that has its value at a scale that its precision allows. */
export function findCandidates(facts: readonly LocatedFact[], places: readonly NumberPlace[]): Candidate[] {
  const bySignificand = new Map<string, number[]>();
  for (const [index, { digits }] of places.entries()) {
    const key = significand(digits);
    if (key === "") continue;
    const among = bySignificand.get(key);
    if (among === undefined) bySignificand.set(key, [index]);
    else if (among.length < mostPlaces) among.push(index);
  }
  return facts.flatMap((fact, index) => {
    if (typeof fact.value !== "number" || fact.unit === null || fact.place !== null || fact.value === 0) return [];
    const value = Math.abs(fact.value);
    return (bySignificand.get(significand(plainDigits(value))) ?? []).flatMap((place) => {
      const printed = places[place]!;
      const power = Math.round(Math.log10(value / Number(printed.digits)));
      return isPlausible(fact, printed, power) ? [{ fact: index, place, power }] : [];
    });
  });
}

function isPlausible(fact: LocatedFact, printed: NumberPlace, power: number): boolean {
  if (printed.isPercent) return power === -2;
  if (printed.statedPower !== null) return power === printed.statedPower;
  if (power === -2) return fact.unit === "pure";
  if (!tablePowers.has(power)) return false;
  if (power > 0 && (/\//.test(fact.unit ?? "") || fact.unit === "pure")) return false;
  // In running text a bare number is what it says, but for filers whose tables' units reach into their notes.
  return power === 0 || printed.row >= 0 || (printed.isMoney && fitsPrecision(fact, printed, power));
}

/** Digits without an exponent. */
function plainDigits(value: number): string {
  return value >= 1e21 || value < 1e-6 ? value.toFixed(12) : String(value);
}

/** How many digits after the point the filer's precision asks for at this scale; null where it says nothing. */
export function fitsPrecision(fact: LocatedFact, printed: NumberPlace, power: number): boolean {
  if (typeof fact.decimals !== "number") return true;
  const point = printed.digits.indexOf(".");
  const printedDecimals = point < 0 ? 0 : printed.digits.length - point - 1;
  return fact.decimals === printedDecimals - power;
}

/** Words of a qualified name: "us-gaap:AccountsReceivableNetCurrent". */
export function conceptStems(concept: string): ReadonlySet<string> {
  return stemsOf(concept.slice(concept.indexOf(":") + 1).replace(/(?:Axis|Member|Domain)$/, ""));
}
