import { type PassageSentences, type SentenceStanding } from "../../contracts/evidence";
import { type SqlSession } from "../sql-connection";
import { type CompanyIdentity } from "../store";

interface RecurrenceRow {
  passage_id: string;
  earlier_filings: number;
  has_year_before: boolean;
  sentences: SentenceStanding[];
}

/** One company under its CIK, else under the company its name is known for; null where a document names none. */
const companyKey = (alias: string): string =>
  `coalesce(nullif(ltrim(${alias}.cik, '0'), ''), ${alias}_spelled.company, lower(${alias}.company))`;
const withSpelling = (alias: string): string =>
  `documents AS ${alias} LEFT JOIN spelled AS ${alias}_spelled ON ${alias}_spelled.name = ${alias}.company`;

/**
 * Of each passage its sentences, with how many earlier filings of the company hold each and how many other companies had
 * filed it before. Only what was filed before the passage's own document counts, so that the answer is the same whenever
 * it is asked; documents stored before sentences were kept are in no count. In the order asked for. A call or a note
 * without a CIK is its company's by the spellings in `companies`, not another company's.
 */
export async function findRecurringSentences(
  session: SqlSession,
  passageIds: readonly string[],
  companies: readonly CompanyIdentity[],
): Promise<PassageSentences[]> {
  if (passageIds.length === 0) return [];
  const rows = await session.query<RecurrenceRow>(
    `WITH spelled AS MATERIALIZED (
       -- A spelling that two companies share tells neither.
       SELECT r.name, min(r.company) AS company FROM jsonb_to_recordset($2::jsonb) AS r (name text, company text)
       GROUP BY r.name HAVING count(DISTINCT r.company) = 1
     ), asked AS MATERIALIZED (
       SELECT id AS passage_id, document_id, span_start, span_end FROM passages WHERE id = ANY ($1::text[])
     ), own AS MATERIALIZED (
       SELECT d.id, d.filed, d.form, d.period_end, ${companyKey("d")} AS company FROM ${withSpelling("d")}
       WHERE d.filed IS NOT NULL AND d.id IN (SELECT document_id FROM asked)
     ), before AS MATERIALIZED (
       -- The company's earlier filings, and of these the same form's of a year before.
       SELECT own.id, count(*)::int AS filings,
         (array_agg(o.number ORDER BY o.filed DESC, o.id) FILTER (WHERE o.form = own.form
           AND (own.period_end - o.period_end BETWEEN 300 AND 430)))[1] AS year_before
       FROM own CROSS JOIN ${withSpelling("o")}
       JOIN document_sentences AS s ON s.document_id = o.id
       WHERE ${companyKey("o")} = own.company AND o.filed < own.filed
       GROUP BY own.id
     ), sentences AS MATERIALIZED (
       SELECT own.*, u.print, u.sentence_start, u.sentence_end
       FROM own JOIN document_sentences AS s ON s.document_id = own.id
       CROSS JOIN LATERAL unnest(s.prints, s.starts, s.ends) AS u (print, sentence_start, sentence_end)
     ), placed AS MATERIALIZED (
       SELECT a.passage_id, n.*, greatest(n.sentence_start - a.span_start, 0) AS start_in_passage,
         least(n.sentence_end, a.span_end) - a.span_start AS end_in_passage
       FROM asked AS a JOIN sentences AS n ON n.id = a.document_id
         AND n.sentence_start < a.span_end AND n.sentence_end > a.span_start
     )
     SELECT n.passage_id, coalesce(max(b.filings), 0)::int AS earlier_filings,
       bool_or(b.year_before IS NOT NULL) AS has_year_before,
       jsonb_agg(jsonb_build_object('start', n.start_in_passage, 'end', n.end_in_passage,
         'inEarlierFilings', found.own, 'inYearBefore', coalesce(found.year_before, false),
         'atOtherCompanies', found.others) ORDER BY n.sentence_start) AS sentences
     FROM placed AS n LEFT JOIN before AS b ON b.id = n.id
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE ${companyKey("o")} = n.company)::int AS own,
         bool_or(o.number = b.year_before) AS year_before,
         count(DISTINCT ${companyKey("o")}) FILTER (WHERE ${companyKey("o")} <> n.company)::int AS others
       FROM sentence_documents AS s JOIN (${withSpelling("o")}) ON o.number = s.document_number
       WHERE s.print = n.print AND o.filed < n.filed
     ) AS found
     GROUP BY n.passage_id`,
    [[...passageIds], JSON.stringify(companies.flatMap(spellingsOf))],
  );
  const byId = new Map(rows.map((row) => [row.passage_id, row]));
  return passageIds.flatMap((passageId) => {
    const row = byId.get(passageId);
    if (row === undefined) return [];
    const { earlier_filings: earlierFilings, has_year_before: hasYearBefore, sentences } = row;
    return [{ passageId, earlierFilings, hasYearBefore, sentences }];
  });
}

function spellingsOf({ names, ciks }: CompanyIdentity): { name: string; company: string }[] {
  const company = ciks.length === 1 ? ciks[0]! : (names[0] ?? "").toLowerCase();
  return names.map((name) => ({ name, company }));
}
