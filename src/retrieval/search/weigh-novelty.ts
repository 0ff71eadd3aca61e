import { type CompanyIdentity, type Store } from "../../storage/store";
import { asksWhatChanged, noveltyOf } from "./recurring-words";
import { type ScoredPassage } from "./score-passages";

/** Those further down are not shown; to look their sentences up costs more than it could tell. */
const mostLookedUp = 20;
/** Where a question asks what changed the new comes first, wherever its words stand among the candidates. */
const mostLookedUpForChanges = 60;
/** As scores weigh boilerplate told by its looks, and about as much as a section asked for. */
const weights = { boilerplate: -0.3, fresh: 0.6 } as const;

/**
 * The ranked passages with what their sentences recur in: words that stand in many companies' filings count less, and
 * where the question asks what changed, what no earlier filing of the company said counts more. Best first again.
 */
export async function weighNovelty(
  store: Pick<Store, "recurringSentences">,
  question: string,
  ranked: readonly ScoredPassage[],
  companies: readonly CompanyIdentity[],
): Promise<ScoredPassage[]> {
  const wantsNew = asksWhatChanged(question);
  const looked = ranked.slice(0, wantsNew ? mostLookedUpForChanges : mostLookedUp);
  const found = await store.recurringSentences(
    looked.map(({ hit }) => hit.passage.id),
    companies,
  );
  const novelty = new Map(found.map((passage) => [passage.passageId, noveltyOf(passage)]));
  const weighed = looked.map((scored): ScoredPassage => {
    const told = novelty.get(scored.hit.passage.id);
    if (told === undefined) return scored;
    const becomesBoilerplate = told.recursOverCompanies && !scored.hit.passage.boilerplate;
    const parts = [...scored.score.parts];
    if (becomesBoilerplate)
      parts.push({
        name: "boilerplate",
        value: weights.boilerplate,
        why: "stands in other companies' filings as well",
      });
    if (wantsNew && told.newShare !== null && told.newShare > 0)
      parts.push({
        name: "new",
        value: roundPart(weights.fresh * told.newShare),
        why: `${Math.round(told.newShare * 100)} % of it stands in no earlier filing of the company`,
      });
    const passage = becomesBoilerplate ? { ...scored.hit.passage, boilerplate: true } : scored.hit.passage;
    const total = roundPart(parts.reduce((sum, part) => sum + part.value, 0));
    return { hit: { ...scored.hit, passage }, score: { total, parts } };
  });
  return [...weighed, ...ranked.slice(looked.length)].sort(
    (a, b) => b.score.total - a.score.total || a.hit.passage.id.localeCompare(b.hit.passage.id),
  );
}

/** What is shown adds up to what is shown. */
function roundPart(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
