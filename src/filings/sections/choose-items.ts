import { type ItemCandidate } from "./item-candidates";

const maxCandidates = 3000;
/** A candidate this sure is taken even where it breaks the form's order. */
const sureWeight = 5;

/**
 * The likeliest place of each item: the chain of candidates in the form's order with the greatest weight, then items
 * found for certain out of order. A filing that mentions "Item 7" a hundred times has one chain that fits.
 */
export function chooseItems(candidates: readonly ItemCandidate[]): ItemCandidate[] {
  const sorted = [...candidates]
    .sort((a, b) => a.blockIndex - b.blockIndex || a.slotIndex - b.slotIndex)
    .slice(0, maxCandidates);
  const chain = heaviestChain(sorted);
  const taken = new Set(chain.map((candidate) => candidate.slotIndex));
  for (const candidate of [...sorted].sort((a, b) => b.weight - a.weight)) {
    if (candidate.weight < sureWeight || taken.has(candidate.slotIndex)) continue;
    if (chain.some((other) => other.blockIndex === candidate.blockIndex && other.part !== candidate.part)) continue;
    taken.add(candidate.slotIndex);
    chain.push(candidate);
  }
  return chain.sort((a, b) => a.blockIndex - b.blockIndex || a.slotIndex - b.slotIndex);
}

function heaviestChain(sorted: readonly ItemCandidate[]): ItemCandidate[] {
  const total: number[] = [];
  const before: number[] = [];
  let best = -1;
  for (const [index, candidate] of sorted.entries()) {
    total[index] = candidate.weight;
    before[index] = -1;
    for (let earlier = 0; earlier < index; earlier++) {
      const other = sorted[earlier]!;
      if (other.slotIndex >= candidate.slotIndex) continue;
      // One heading can open items 1 and 2 of a part, never item 1 of two parts.
      if (other.blockIndex === candidate.blockIndex && other.part !== candidate.part) continue;
      const weight = total[earlier]! + candidate.weight;
      // Strictly heavier: of equals the first stays, so a heading repeated on later pages begins where it began.
      if (weight > total[index]) {
        total[index] = weight;
        before[index] = earlier;
      }
    }
    if (best < 0 || total[index] > total[best]!) best = index;
  }
  const chain: ItemCandidate[] = [];
  for (let index = best; index >= 0; index = before[index]!) chain.push(sorted[index]!);
  return chain.reverse();
}
